import { refused } from '../../domain/failure';
import type { StockFigure } from '../../domain/stockFigure';
import type { ChannelConnector, Http } from '../connector';
import { part, reading, sound } from '../fields';
import { ask } from './answer';
import { isId } from './ids';
import { levelPage, variantStock } from './levels';
import type { VariantStock } from './levels';
import { locationsOf } from './locations';
import { accountIn, cursorIn, nextIn, positionAfter, rawsIn } from './paged';
import { batch, push } from './pushing';
import { variantsWith } from './rowStates';
import { rowFault } from './stockRow';
import type { ShopifyData } from './types';

export const stock = {
	batch,
	push,
	faultOf: rowFault,

	/** At every location, as far as the variant is stocked there. */
	async page(http: Http, position: string | null) {
		const after = cursorIn(position);
		const locations = (await locationsOf(http)).map(({ id }) => id);
		const { data } = await ask(http, levelPage(locations, after));
		const from = reading<ShopifyData>(data);
		const account = accountIn(from);
		const list = part(from, 'productVariants');
		const next = positionAfter(nextIn(list));
		const raws = rawsIn(list);
		sound('shopify', from);
		const levels = raws.flatMap((raw) => figuresOf(variantStock(raw, locations), locations));
		return { account, levels, next };
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
