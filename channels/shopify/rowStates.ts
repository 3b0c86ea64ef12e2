import type { StockFigure } from '../../domain/stockFigure';
import type { Http } from '../connector';
import { isFields, reading, sound } from '../fields';
import type { Fields } from '../fields';
import { ask } from './answer';
import { levelsOf, variantStock, variantsPerCall } from './levels';
import type { VariantStock } from './levels';
import type { StockWrite } from './stockWrites';
import { accountIn } from './paged';
import type { ShopifyData } from './types';

/** A figure, and what stands where it is to go. */
export interface Row {
	readonly figure: StockFigure;
	/** Why Shopify cannot hold it, or null. */
	readonly fault: string | null;
	readonly write: StockWrite;
}

/** Variants of Shopify by their ids, with their stock at the locations; those it does not know are missing. */
export async function variantsWith(
	http: Http,
	ids: readonly string[],
	locations: readonly string[],
): Promise<{ readonly account: string; readonly variants: readonly VariantStock[] }> {
	const variants: VariantStock[] = [];
	let account = '';
	const size = variantsPerCall(locations.length);
	for (let start = 0; start < ids.length; start += size) {
		const some = ids.slice(start, start + size);
		const { data } = await ask(http, levelsOf(some, locations));
		const from = reading<ShopifyData>(data);
		account = accountIn(from);
		sound('shopify', from);
		variants.push(...nodesIn(data).map((fields) => variantStock(fields, locations)));
	}
	return { account, variants };
}

/** What was found of the ids that were asked for. */
export const nodesIn = ({ nodes }: Fields): readonly Fields[] => {
	const list: readonly unknown[] = Array.isArray(nodes) ? nodes : [];
	// An id of another kind answers an object without fields.
	return list.filter(isFields).filter(({ id }) => typeof id === 'string');
};

export async function rowStates(
	http: Http,
	figures: readonly StockFigure[],
): Promise<readonly Row[]> {
	const ids = [...new Set(figures.map(({ listing }) => listing))];
	const locations = [...new Set(figures.map(({ location }) => location))];
	const { variants } = await variantsWith(http, ids, locations);
	const variantOf = new Map(variants.map((variant) => [variant.id, variant]));
	return figures.map((figure) => {
		const variant = variantOf.get(figure.listing);
		const level = variant?.levels[locations.indexOf(figure.location)] ?? null;
		return { figure, fault: faultOf(variant), write: writeOf(figure, variant?.item, level) };
	});
}

const writeOf = (
	{ location, quantity, sequence }: StockFigure,
	item: string | undefined,
	level: StockWrite['level'],
): StockWrite => ({ item: item ?? '', location, quantity, level, sequence: sequence ?? null });

function faultOf(variant: VariantStock | undefined): string | null {
	if (variant === undefined) {
		return 'Shopify does not know the listing any more. Import its listings anew.';
	}
	return variant.isTracked
		? null
		: 'Shopify does not keep count of it. Turn on the tracking of its quantity there.';
}
