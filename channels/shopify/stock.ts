import { refused } from '../../domain/failure';
import type { StockFigure } from '../../domain/stockFigure';
import type { ChannelConnector, Http } from '../connector';
import { isId } from './ids';
import type { VariantStock } from './levels';
import { locationsOf } from './locations';
import { cursorIn, positionAfter } from './paged';
import { batch, push } from './pushing';
import { variantsWith } from './rowStates';
import { rowFault } from './stockRow';
import { variantPage } from './variantPage';

export const stock = {
	batch,
	push,
	faultOf: rowFault,

	/** At every location, as far as the variant is stocked there. */
	async page(http: Http, position: string | null) {
		const cursor = cursorIn(position);
		const locations = (await locationsOf(http)).map(({ id }) => id);
		const { account, variants, after } = await variantPage(http, locations, cursor);
		const levels = variants.flatMap((one) => figuresOf(one, locations));
		return { account, levels, next: positionAfter(after) };
	},

	async get(http: Http, listing: string, locations?: readonly string[]) {
		if (!isId('ProductVariant', listing)) throw noListing(listing);
		const places = locations?.filter((one) => isId('Location', one)) ?? (await all(http));
		const { account, variants } = await variantsWith(http, [listing], places);
		return { account, levels: variants.flatMap((one) => figuresOf(one, places)) };
	},
} satisfies NonNullable<ChannelConnector['stock']>;

const all = async (http: Http) => (await locationsOf(http)).map(({ id }) => id);

const figuresOf = (
	{ id, isTracked, levels }: VariantStock,
	locations: readonly string[],
): readonly StockFigure[] =>
	locations.flatMap((location, at) => {
		const level = isTracked ? (levels[at] ?? null) : null;
		return level === null ? [] : [{ listing: id, location, quantity: level.available }];
	});

const noListing = (listing: string) =>
	refused(
		`shopify: "${listing}" is no variant. Give its ID, such as gid://shopify/ProductVariant/1.`,
	);
