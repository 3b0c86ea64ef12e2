import type { HubStatus } from './hubStatus';

type Transitions = Readonly<Record<HubStatus, readonly HubStatus[]>>;

const forward: readonly HubStatus[] = [
	'picked',
	'consolidated',
	'packed',
	'ready_to_ship',
	'ready_for_handover',
	'shipped',
	'delivered',
];

/** Steps may be skipped, never taken back (reference/omniful.md 2.2). */
const after = (status: HubStatus) => forward.slice(forward.indexOf(status) + 1);

const returns = ['return_in_progress', 'partial_return', 'returned'] as const;

/** It comes back: to the hub before it was delivered, or from the customer. */
export type ReturnStatus = 'return_to_origin' | (typeof returns)[number];

/** What the hub itself may do. A held order goes back to `created`: it has to be routed again. */
export const hubTransitions: Transitions = {
	created: ['on_hold', 'hub_assigned', 'new_order', 'cancelled'],
	on_hold: ['created', 'cancelled'],
	hub_assigned: ['on_hold', 'new_order', 'cancelled'],
	new_order: ['on_hold', ...forward, 'cancelled'],
	picked: [...after('picked'), 'cancelled'],
	consolidated: [...after('consolidated'), 'cancelled'],
	packed: [...after('packed'), 'cancelled'],
	ready_to_ship: [...after('ready_to_ship'), 'cancelled'],
	ready_for_handover: [...after('ready_for_handover'), 'cancelled'],
	shipped: ['delivered', 'return_to_origin'],
	delivered: ['return_in_progress'],
	cancelled: [],
	return_to_origin: ['returned'],
	return_in_progress: ['partial_return', 'returned'],
	partial_return: ['returned'],
	returned: [],
};

const outside: readonly HubStatus[] = [
	'shipped',
	'delivered',
	'return_to_origin',
	...returns,
	'cancelled',
];

/** What a channel's word, once mapped, does to the hub's status. Picking and packing are the hub's own business. */
export const channelTransitions: Transitions = {
	created: ['on_hold', ...outside],
	on_hold: ['created', ...outside],
	hub_assigned: ['on_hold', ...outside],
	new_order: ['on_hold', ...outside],
	picked: outside,
	consolidated: outside,
	packed: outside,
	ready_to_ship: outside,
	ready_for_handover: outside,
	shipped: ['delivered', 'return_to_origin', ...returns],
	delivered: returns,
	// Only for an order that the hub cancelled and the channel did not: what left, left.
	cancelled: ['shipped', 'delivered'],
	return_to_origin: returns,
	return_in_progress: ['partial_return', 'returned'],
	partial_return: ['returned'],
	returned: [],
};

export const mayMove = (table: Transitions, from: HubStatus, to: HubStatus): boolean =>
	table[from].includes(to);

/** What one parcel of an order may be alone; holding and cancelling are for the whole order. */
export const isParcelStatus = (status: HubStatus): boolean => forward.includes(status);

export const isReturn = (status: HubStatus): status is ReturnStatus =>
	status === 'return_to_origin' || returns.some((one) => one === status);

/** An order is as far as the least advanced of its parcels; null when it has none. What comes back counts once all has arrived. */
export function leastAdvanced(parcels: readonly HubStatus[]): HubStatus | null {
	const back = parcels.filter(isReturn);
	const least = parcels
		.filter((status) => !isReturn(status))
		.reduce<HubStatus | null>(
			(lowest, status) =>
				lowest === null || hubTransitions[status].includes(lowest) ? status : lowest,
			null,
		);
	const isArrived = least === null || least === 'delivered';
	return back.length > 0 && isArrived ? backIn(back, least === null) : least;
}

function backIn(back: readonly ReturnStatus[], isAll: boolean): ReturnStatus {
	const [first = 'returned', ...others] = new Set(back);
	if (isAll && others.length === 0) return first;
	const isSome = back.some((status) => status === 'returned' || status === 'partial_return');
	return isSome ? 'partial_return' : 'return_in_progress';
}

/** Before picking starts, the order's content may still be replaced. */
export const isUnpicked = (status: HubStatus): boolean =>
	status === 'created' ||
	status === 'on_hold' ||
	status === 'hub_assigned' ||
	status === 'new_order';

const left: readonly HubStatus[] = ['shipped', 'delivered', 'return_to_origin', ...returns];

/** The goods have left the hub. */
export const hasLeft = (status: HubStatus): boolean => left.includes(status);

/**
 * The hub's reading of a mapped channel status: everything between "new" and "handed over" is the
 * hub's own work and starts at `created`.
 */
export const asIntake = (mapped: HubStatus): HubStatus =>
	hasLeft(mapped) || mapped === 'cancelled' || mapped === 'on_hold' ? mapped : 'created';
