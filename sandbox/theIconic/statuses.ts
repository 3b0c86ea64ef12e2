/** How far along an item is; it never goes back (reference/the-iconic-sellercenter.md 9). */
const stages = {
	payment_pending: 0,
	pending: 1,
	ready_to_ship: 2,
	shipped: 3,
	delivered: 4,
	failed: 4,
	return_shipped_by_customer: 5,
	return_waiting_for_approval: 6,
	return_rejected: 7,
	returned: 7,
	return_delivered: 8,
	canceled: 9,
} as const;

export type Status = keyof typeof stages;

export const isBefore = (one: Status, other: Status) => stages[one] < stages[other];

export const isStatus = (text: string): text is Status => text in stages;

/** What the marketplace and the carrier may bring an item to: cancelling is an action of its own. */
export const progress = [
	'payment_pending',
	'pending',
	'ready_to_ship',
	'shipped',
	'delivered',
	'failed',
	'return_shipped_by_customer',
	'return_waiting_for_approval',
	'return_rejected',
	'returned',
	'return_delivered',
] as const satisfies readonly Status[];

export const isCancellable = (status: Status) => status === 'pending' || status === 'ready_to_ship';
