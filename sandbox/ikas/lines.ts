import { random, seedOf, uuid } from '../random';
import type { RawLine, RawOrder, RawVariant } from './raw';
import type { LineDraft } from './types';

export const cents = (amount: number) => Math.round(amount * 100) / 100;

/** Tax inside a price at Türkiye's general rate of 20 %. */
export const taxIn = (price: number) => cents(price - price / 1.2);

/** The same SKU is the same variant in every order and in the catalog. */
export const variantOf = (sku: string | null, title: string): RawVariant => {
	const next = random(seedOf(sku ?? title));
	return {
		id: uuid(next),
		productId: uuid(next),
		sku,
		barcodeList: [`869${String(Math.floor(next() * 1e10)).padStart(10, '0')}`],
		name: title,
		weight: 0.5,
	};
};

/** What a new line takes from its order. */
export type LineContext = Pick<RawOrder, 'currencyCode' | 'stockLocationId' | 'updatedAt'> & {
	readonly edited: boolean;
	newId(): string;
	/** What the catalog has of a SKU. */
	sold(sku: string | null): RawVariant | null;
};

export const rawLine = (draft: LineDraft, context: LineContext): RawLine => {
	const price = draft.price ?? 100;
	const title = draft.title ?? `Ürün ${draft.sku ?? 'stok kodsuz'}`;
	const variant = context.sold(draft.sku) ?? variantOf(draft.sku, title);
	return {
		id: draft.id ?? context.newId(),
		createdAt: context.updatedAt,
		updatedAt: context.updatedAt,
		status: 'UNFULFILLED',
		statusUpdatedAt: context.updatedAt,
		quantity: draft.quantity,
		price,
		unitPrice: price,
		finalPrice: price,
		finalUnitPrice: price,
		taxValue: taxIn(price),
		currencyCode: context.currencyCode,
		deleted: false,
		edited: context.edited,
		originalOrderLineItemId: null,
		stockLocationId: context.stockLocationId,
		variant: draft.title ? { ...variant, name: draft.title } : variant,
		isWithheld: false,
	};
};

/** Units that the customer still wants and that count for the price. */
export const isOpen = ({ deleted, status }: RawLine) => !deleted && status !== 'CANCELLED';

export const openUnits = (lines: readonly RawLine[]): Readonly<Record<string, number>> => {
	const open: Record<string, number> = {};
	for (const { variant, quantity } of lines.filter(isOpen)) {
		const sku = variant.sku ?? '';
		open[sku] = (open[sku] ?? 0) + quantity;
	}
	return open;
};
