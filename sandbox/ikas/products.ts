import { variantOf } from './lines';
import type { RawProduct, RawProductVariant, RawVariant } from './raw';
import type { ProductDraft, ProductState, VariantDraft } from './types';

export interface ProductContext {
	readonly now: number;
	readonly salesChannelId: string;
}

const titleOf = ({ name, variants }: ProductDraft) =>
	name ?? `Ürün ${variants[0]?.sku ?? 'stok kodsuz'}`;

const rawProductVariant = (draft: VariantDraft, title: string, now: number): RawProductVariant => {
	const invented = variantOf(draft.sku, title);
	return {
		id: draft.id ?? invented.id,
		createdAt: now,
		updatedAt: now,
		sku: draft.sku,
		barcodeList: draft.barcode ? [draft.barcode] : invented.barcodeList,
		isActive: draft.isActive ?? true,
		deleted: draft.deleted ?? false,
		weight: draft.weight === undefined ? invented.weight : draft.weight,
		prices: [{ sellPrice: draft.price ?? 100, currencyCode: 'TRY' }],
	};
};

/** Ids come from the SKUs, so that orders placed before name the same variant. */
export const rawProduct = (draft: ProductDraft, context: ProductContext): RawProduct => {
	const name = titleOf(draft);
	const { productId } = variantOf(draft.variants[0]?.sku ?? null, name);
	return {
		id: draft.id ?? productId,
		createdAt: context.now,
		updatedAt: context.now,
		name,
		type: draft.type ?? 'PHYSICAL',
		deleted: draft.deleted ?? false,
		salesChannelIds: [context.salesChannelId],
		variants: draft.variants.map((variant, at) =>
			rawProductVariant(variant, at === 0 ? name : `${name} ${at + 1}`, context.now),
		),
	};
};

/** A variant as the line of an order carries it: a snapshot (reference/ikas.md 8.1). */
export const snapshotOf = (product: RawProduct, variant: RawProductVariant): RawVariant => ({
	id: variant.id,
	productId: product.id,
	sku: variant.sku,
	barcodeList: variant.barcodeList,
	name: product.name,
	weight: variant.weight,
});

export const productState = ({ id, name, type, deleted, variants }: RawProduct): ProductState => ({
	id,
	name,
	type,
	deleted,
	variants: variants.map((variant) => ({
		id: variant.id,
		sku: variant.sku,
		deleted: variant.deleted,
	})),
});
