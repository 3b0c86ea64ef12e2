import { wholeSecond } from './instants';
import type { Claimed } from './claiming';
import { rounded, sumOf } from './money';
import type {
	RawAttribute,
	RawFulfillmentOrder,
	RawLine,
	RawOrder,
	RawShippingLine,
	RawTaxLine,
	RawTransaction,
} from './raw';

/** A line that is to be, its variant looked up. */
export type NewLine = Omit<RawLine, 'id' | 'currentQuantity' | 'claimedAt'>;

/** An order that is to be: checked, and complete but for what the shop itself gives it. */
export type NewOrder = Pick<
	RawOrder,
	| 'currency'
	| 'taxesIncluded'
	| 'test'
	| 'email'
	| 'phone'
	| 'note'
	| 'poNumber'
	| 'sourceName'
	| 'sourceIdentifier'
	| 'sourceUrl'
	| 'tags'
	| 'customAttributes'
	| 'metafields'
	| 'customerId'
	| 'billingAddress'
	| 'shippingAddress'
	| 'taxLines'
> & {
	readonly name: string | null;
	readonly createdAt: number;
	readonly processedAt: number;
	readonly updatedAt: number;
	readonly financialStatus: string | null;
	readonly lines: readonly NewLine[];
	readonly shippingLines: readonly Omit<RawShippingLine, 'id'>[];
	readonly transactions: readonly Omit<RawTransaction, 'id'>[];
};

/** What an order takes from the shop it is placed in. */
export interface OrderContext {
	readonly number: number;
	/** What the shop puts before a number (reference/shopify.md 9). */
	readonly prefix: string;
	newId(): string;
}

const taxOf = (lines: readonly RawTaxLine[]) => sumOf(lines, ({ price }) => price);

type Priced = Pick<RawOrder, 'lines' | 'shippingLines' | 'taxLines' | 'taxesIncluded'>;

/** Sums of an order. `quantity` is what is counted of each line: as ordered, or what is left. */
export const totals = (
	{ lines, shippingLines, taxLines, taxesIncluded }: Priced,
	quantity: (line: RawLine) => number = (line) => line.quantity,
) => {
	const subtotal = sumOf(lines, (line) => line.price * quantity(line));
	const shipping = sumOf(shippingLines, ({ price }) => price);
	const ofLines = sumOf(lines, (line) =>
		line.quantity === 0 ? 0 : (taxOf(line.taxLines) * quantity(line)) / line.quantity,
	);
	const ofShipping = sumOf(shippingLines, (line) => taxOf(line.taxLines));
	const tax = rounded(ofLines + ofShipping + taxOf(taxLines));
	return {
		subtotal,
		shipping,
		tax,
		total: rounded(subtotal + shipping + (taxesIncluded ? 0 : tax)),
	};
};

export const received = (transactions: readonly Omit<RawTransaction, 'id'>[]): number =>
	sumOf(transactions, ({ kind, status, amount }) => {
		if (status !== 'SUCCESS') return 0;
		if (kind === 'REFUND') return -amount;
		return kind === 'SALE' || kind === 'CAPTURE' ? amount : 0;
	});

/** Derived through the transactions; PENDING where there are none is a guess (reference/shopify.md 9). */
export const financialStatusOf = (
	transactions: readonly Omit<RawTransaction, 'id'>[],
	total: number,
): string => {
	const paid = received(transactions);
	if (paid >= total) return 'PAID';
	if (paid > 0) return 'PARTIALLY_PAID';
	return transactions.some(({ kind }) => kind === 'AUTHORIZATION') ? 'AUTHORIZED' : 'PENDING';
};

/** One for each location that is to ship something; a line that needs no shipping is in none (reference/shopify.md 9). */
const fulfillmentOrders = (
	claimed: readonly Claimed[],
	at: number,
	newId: () => string,
): readonly RawFulfillmentOrder[] => {
	const shipped = claimed.filter(({ line }) => line.requiresShipping);
	const locations = [...new Set(shipped.map(({ locationId }) => locationId))];
	return locations.map((locationId) => ({
		id: newId(),
		locationId,
		status: 'OPEN',
		lines: shipped
			.filter((one) => one.locationId === locationId)
			.map(({ line: { id, quantity } }) => ({
				id: newId(),
				lineId: id,
				total: quantity,
				remaining: quantity,
			})),
		createdAt: at,
		updatedAt: at,
	}));
};

const numbered = <Row>(rows: readonly Row[], newId: () => string) =>
	rows.map((row) => ({ ...row, id: newId() }));

/** As an order starts out. */
const initial = {
	cancelledAt: null,
	cancelReason: null,
	staffNote: null,
	fulfillments: [],
	edited: false,
} as const;

export const rawOrder = (
	draft: NewOrder,
	claimed: readonly Claimed[],
	{ number, prefix, newId }: OrderContext,
): RawOrder => {
	const { name, financialStatus, shippingLines, transactions, ...given } = draft;
	const placed = claimed.map(({ line }) => line);
	const shipping = numbered(shippingLines, newId);
	const { total } = totals({ ...given, lines: placed, shippingLines: shipping });
	return {
		...initial,
		...given,
		id: newId(),
		number,
		// Free text, and twice the same is not refused (reference/shopify.md 9).
		name: name ?? `${prefix}${number}`,
		processedAt: wholeSecond(given.processedAt),
		lines: placed,
		shippingLines: shipping,
		transactions: numbered(transactions, newId),
		financialStatus: financialStatus ?? financialStatusOf(transactions, total),
		fulfillmentOrders: fulfillmentOrders(claimed, given.createdAt, newId),
	};
};

export const attributes = (
	given: readonly { name: string; value: string }[],
): readonly RawAttribute[] => given.map(({ name, value }) => ({ key: name, value }));
