import { SandboxRefusal } from '../wire';
import type { StockState } from './effectTypes';
import type { StockInput } from './inputs';
import { productIndex } from './productIndex';
import { productState, rawProduct, snapshotOf } from './products';
import type { RawVariant } from './raw';
import { refusal } from './refusal';
import { checkProductType } from './statuses';
import { type Place, stocks } from './stocks';
import type { IkasLocation, ProductDraft, ProductState, StockDraft } from './types';

export interface CatalogContext {
	readonly salesChannelId: string;
	now(): number;
	locations(): readonly IkasLocation[];
}

/** Products, and how much of them lies where. */
export const catalog = ({ now, locations, salesChannelId }: CatalogContext) => {
	const index = productIndex();
	const stock = stocks(now);

	const isLocation = (id: string) =>
		locations().some((location) => location.id === id && !location.deleted);

	/** That the code tells product, variant and location apart is a guess after API v2 (reference/ikas.md 3.3, 10). */
	const checkPlace = ({ productId, variantId, stockLocationId }: Place) => {
		const product = index.product(productId);
		if (!product || product.deleted) throw refusal('Invalid product', 'INVALID_PRODUCT_ID');
		const sold = index.variant(variantId);
		if (sold?.product.id !== productId || sold.variant.deleted) {
			throw refusal('Invalid variant', 'INVALID_VARIANT_ID');
		}
		if (!isLocation(stockLocationId)) {
			throw refusal('Invalid stock location', 'INVALID_STOCK_LOCATION_ID');
		}
	};

	const placeOf = ({ sku, location = locations()[0]?.id ?? '' }: StockDraft): Place => {
		const sold = index.bySku(sku);
		if (!sold) throw new SandboxRefusal(`no product has the SKU ${sku}`);
		if (!isLocation(location)) throw new SandboxRefusal(`there is no location ${location}`);
		return { productId: sold.product.id, variantId: sold.variant.id, stockLocationId: location };
	};

	const seed = (draft: ProductDraft): ProductState => {
		const product = rawProduct(draft, { now: now(), salesChannelId });
		index.put(product);
		for (const [at, { stocks: counts = {} }] of draft.variants.entries()) {
			const variantId = product.variants[at]?.id ?? '';
			for (const [stockLocationId, quantity] of Object.entries(counts)) {
				stock.write({ productId: product.id, variantId, stockLocationId }, quantity, 'set', false);
			}
		}
		return productState(product);
	};

	return {
		check({ type, variants: drafts }: ProductDraft) {
			checkProductType(type);
			const unknown = drafts
				.flatMap(({ stocks: counts = {} }) => Object.keys(counts))
				.find((id) => !isLocation(id));
			if (unknown !== undefined) throw new SandboxRefusal(`there is no location ${unknown}`);
		},
		seed,
		/** As the panel counts. */
		set(counts: readonly StockDraft[]) {
			const places = counts.map(placeOf);
			for (const [at, place] of places.entries()) {
				stock.write(place, counts[at]?.quantity ?? 0, 'set', false);
			}
		},
		/** All rows or none. */
		push({ productStockLocationInputs }: StockInput): true {
			const rows = productStockLocationInputs ?? [];
			for (const row of rows) checkPlace(row);
			for (const row of rows) stock.write(row, row.stockCount, 'pushed', true);
			return true;
		},
		move: stock.move,
		sold(sku: string | null): RawVariant | null {
			const sold = sku === null ? null : index.bySku(sku);
			return sold ? snapshotOf(sold.product, sold.variant) : null;
		},
		products: index.all,
		stocksOf: stock.of,
		stocks: stock.all,
		state: (): readonly StockState[] =>
			stock.all().map(({ row, history }) => ({
				product: row.productId,
				variant: row.variantId,
				sku: index.variant(row.variantId)?.variant.sku ?? null,
				location: row.stockLocationId,
				quantity: row.stockCount,
				history: [...history],
			})),
	};
};

export type Catalog = ReturnType<typeof catalog>;
