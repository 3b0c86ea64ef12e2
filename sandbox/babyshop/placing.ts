import type { Random } from '../random';
import { countryOf } from './countries';
import { minorUnits } from './money';
import type { Line, Order } from './order';
import type { Status } from './statuses';
import type { BabyshopLineDraft, BabyshopOrderDraft } from './types';

/** What an order takes from the shop it is placed in. Prices are in major units. */
export interface PlacingContext {
	readonly random: Random;
	readonly now: number;
	/** Who sells when the draft does not say. */
	readonly seller: string;
	isTaken(number: string): boolean;
	product(
		seller: string,
		sku: string,
	): { readonly name: string | null; readonly price: number } | null;
}

/** When no price is known. */
const usualPrice = 100;

/** In no order: a list by number says nothing about time. */
const freshNumber = ({ random, isTaken }: PlacingContext): string => {
	for (;;) {
		const number = `7${String(Math.floor(random() * 1e10)).padStart(10, '0')}-1`;
		if (!isTaken(number)) return number;
	}
};

export interface LineContext extends Pick<PlacingContext, 'now' | 'product'> {
	readonly seller: string;
	readonly currency: string;
	readonly status: Status;
}

export const newLine = (draft: BabyshopLineDraft, at: number, context: LineContext): Line => {
	const { seller, currency, status, now, product } = context;
	const known = product(seller, draft.sku);
	return {
		number: draft.line ?? String(at + 1),
		sku: draft.sku,
		name: draft.name ?? known?.name ?? null,
		quantity: draft.quantity,
		cancelled: 0,
		unitPrice: minorUnits(draft.price ?? known?.price ?? usualPrice, currency),
		discount: minorUnits(draft.discount ?? 0, currency),
		confirmedAt: status === '1' ? null : now,
		status,
		invoice: null,
	};
};

/** As it comes in: Pending or Confirmed. What else a draft asks for is brought about afterwards. */
export const placed = (draft: BabyshopOrderDraft, context: PlacingContext): Order => {
	const { overrides = null, listOverrides = null, customer = {} } = draft;
	const { paymentMethod, shippingCharge, codCharge } = draft;
	const number = draft.number ?? freshNumber(context);
	const country = countryOf(draft.country ?? 'ARE');
	const currency = draft.currency ?? country.currency;
	const seller = draft.seller ?? context.seller;
	const placedAt = draft.placedAt ?? context.now;
	const status = draft.status === '1' ? '1' : '5';
	const lineContext = { ...context, now: placedAt, seller, currency, status } as const;
	return {
		number,
		master: draft.master ?? number.replace(/-\d+$/, ''),
		seller,
		placedAt,
		updatedAt: draft.updatedAt ?? placedAt,
		status,
		isOnHold: draft.onHold ?? false,
		country,
		currency,
		customer,
		draft: { paymentMethod, shippingCharge, codCharge },
		lines: draft.lines.map((line, at) => newLine(line, at, lineContext)),
		invoices: [],
		cancellation: null,
		fetchCode: draft.fetchCode ?? null,
		overrides,
		listOverrides,
		history: [],
	};
};
