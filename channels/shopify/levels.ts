import { flaw, number, part, partOrNull, reading, rows, sound, text, textOrNull } from '../fields';
import type { Fields, Reading } from '../fields';
import { graphql } from './graphql';
import { mostPoints, mostRows } from './paged';
import type { ShopifyLevel, ShopifyVariant } from './stockTypes';

/** What Shopify may still sell at one location; below zero where it has sold too much. */
export interface Level {
	readonly available: number;
	/** When it last changed, in Shopify's words; null where it never did. */
	readonly changedAt: string | null;
}

export interface VariantStock {
	readonly id: string;
	readonly sku: string | null;
	readonly item: string;
	readonly isTracked: boolean;
	readonly hasDuplicate: boolean;
	/** In the order of the locations that were asked for; null where the variant is not stocked. */
	readonly levels: readonly (Level | null)[];
}

/** So many variants fit into one call, with the stock of each at so many locations. */
export const variantsPerCall = (locations: number): number =>
	Math.max(1, Math.min(mostRows, Math.floor(mostPoints / pointsOf(locations))));

/** What one variant costs, with its stock at so many locations (reference/shopify.md 4). */
export const pointsOf = (locations: number): number => 2 + 2 * locations;

const declared = (locations: readonly string[]) =>
	locations.map((_, at) => `, $l${at}: ID!`).join('');

/** `place` says how the query names the location at an index. */
const fieldsOf = (locations: readonly string[], place = (at: number) => `$l${at}`) => {
	const level = (at: number) =>
		`l${at}: inventoryLevel(locationId: ${place(at)}) { quantities(names: ["available"]) { quantity updatedAt } }`;
	const levels = locations.map((_, at) => level(at)).join('\n');
	return `id sku inventoryItem { id tracked duplicateSkuCount ${levels} }`;
};

const named = (locations: readonly string[]) =>
	Object.fromEntries(locations.map((location, at) => [`l${at}`, location]));

/** Of all variants at once: a bulk operation takes no variables. */
export const allLevels = (locations: readonly string[]): string =>
	`{ productVariants { edges { node { ${fieldsOf(locations, (at) => JSON.stringify(locations[at]))} } } } }`;

/** The first page says how many there are as well, as far as that can matter. */
export const levelPage = (locations: readonly string[], after: string | null) =>
	graphql(
		`query LevelPage($first: Int!, $after: String${declared(locations)}) {
	shop { myshopifyDomain }${after === null ? '\n	productVariantsCount { count }' : ''}
	productVariants(first: $first, after: $after, sortKey: ID) {
		nodes { ${fieldsOf(locations)} }
		pageInfo { hasNextPage endCursor }
	}
}`,
		{ first: variantsPerCall(locations.length), after, ...named(locations) },
	);

/** At most `variantsPerCall` of them. */
export const levelsOf = (variants: readonly string[], locations: readonly string[]) =>
	graphql(
		`query LevelsOf($ids: [ID!]!${declared(locations)}) {
	shop { myshopifyDomain }
	nodes(ids: $ids) { ... on ProductVariant { ${fieldsOf(locations)} } }
}`,
		{ ids: variants, ...named(locations) },
	);

/** A row of one of the two, where it could be read. */
export function variantStock(fields: Fields, locations: readonly string[]): VariantStock {
	const from = reading<ShopifyVariant>(fields);
	const item = part(from, 'inventoryItem');
	const stock = {
		id: text(from, 'id'),
		sku: textOrNull(from, 'sku'),
		item: text(item, 'id'),
		isTracked: item.fields.tracked !== false,
		hasDuplicate: number(item, 'duplicateSkuCount') > 0,
		levels: locations.map((_, at) => levelOf(partOrNull(item, `l${at}`))),
	};
	sound('shopify', from);
	return stock;
}

function levelOf(level: Reading<ShopifyLevel> | null): Level | null {
	if (level === null) return null;
	const [available] = rows(level, 'quantities');
	if (available === undefined) {
		flaw(level, 'quantities', 'a list with what is available');
		return null;
	}
	return {
		available: number(available, 'quantity'),
		changedAt: textOrNull(available, 'updatedAt'),
	};
}
