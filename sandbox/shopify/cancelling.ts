import { received } from './newOrder';
import type { RawLine, RawOrder } from './raw';
import { shippedUnits } from './shipping';

export interface Cancelling {
	readonly reason: string;
	readonly restock: boolean;
	readonly refund: boolean;
	readonly staffNote: string | null;
}

/** Units of a line that have not left. */
export const unshippedUnits = (order: RawOrder, line: RawLine): number =>
	line.currentQuantity - shippedUnits(order, line.id);

/** Why an order cannot be cancelled, or null. That one with anything shipped cannot is a guess (reference/shopify.md 9). */
export const whyNot = (order: RawOrder): string | null => {
	if (order.cancelledAt !== null) return 'Order has already been cancelled';
	const isPending = order.transactions.some(
		({ kind, status }) => kind === 'AUTHORIZATION' && status === 'PENDING',
	);
	if (isPending) return 'Order has pending payment authorizations';
	const isShipped = order.fulfillments.some(({ status }) => status === 'SUCCESS');
	return isShipped ? 'Order has fulfillments that cannot be cancelled' : null;
};

const refunded = (order: RawOrder, at: number, newId: () => string): Partial<RawOrder> => {
	const amount = received(order.transactions);
	if (amount <= 0) return { financialStatus: 'VOIDED' };
	const refund = { id: newId(), kind: 'REFUND', status: 'SUCCESS', gateway: null, amount };
	const transactions = [...order.transactions, { ...refund, processedAt: at, test: false }];
	return { financialStatus: 'REFUNDED', transactions };
};

export const cancelled = (
	order: RawOrder,
	{ reason, refund, staffNote }: Cancelling,
	{ now, newId }: { readonly now: number; newId(): string },
): RawOrder => ({
	...order,
	...(refund && refunded(order, now, newId)),
	cancelledAt: now,
	cancelReason: reason,
	staffNote,
	updatedAt: now,
	lines: order.lines.map((line) => ({ ...line, currentQuantity: shippedUnits(order, line.id) })),
	fulfillmentOrders: order.fulfillmentOrders.map((one) =>
		one.status === 'CLOSED'
			? one
			: {
					...one,
					status: 'CANCELLED' as const,
					updatedAt: now,
					lines: one.lines.map((line) => ({ ...line, remaining: 0 })),
				},
	),
});
