import type { Item } from './orderState';

/** What the items of a parcel can be told to be. */
export const goals = ['packed', 'ready_to_ship', 'shipped', 'delivered'] as const;
export type Goal = (typeof goals)[number];

/** How far an item is: what has come back has been delivered, or was on its way. */
const stages: Readonly<Record<string, number>> = {
	payment_pending: 0,
	pending: 1,
	ready_to_ship: 2,
	shipped: 3,
	failed: 3,
	delivered: 4,
	return_shipped_by_customer: 4,
	return_waiting_for_approval: 4,
	return_rejected: 4,
	return_delivered: 4,
	returned: 4,
};

/** Values that nobody knew count as not begun; the channel says if it cannot go on from there. */
export const stageOf = ({ status }: Pick<Item, 'status'>): number => stages[status] ?? 1;

export const isPending = (item: Item): boolean => stageOf(item) <= stageOf({ status: 'pending' });

export const isReady = ({ status }: Item): boolean => status === 'ready_to_ship';

/** The carrier has it, or had it. */
export const hasLeft = (item: Item): boolean => stageOf(item) >= stageOf({ status: 'shipped' });

const actions = {
	pack: 'status_set_to_packed_by_marketplace',
	makeReady: 'status_set_to_ready_to_ship',
	ship: 'status_set_to_shipped',
	deliver: 'status_set_to_delivered',
	cancel: 'status_set_to_canceled',
	setTracking: 'set_tracking_code',
	setProvider: 'set_shipment_provider',
} as const;

/** Whether the channel lets the seller do it now: where it does not say, it is tried. */
export const offers = ({ actions: offered }: Item, action: keyof typeof actions): boolean =>
	offered === null || offered.includes(actions[action]);
