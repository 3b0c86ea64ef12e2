import type { ChangeContext } from './edit';
import { isOpen } from './lines';
import type { RawLine, RawOrder, RawPackage } from './raw';

/** A package that was neither undone nor cancelled. */
export const isLive = ({ deleted, orderPackageFulfillStatus }: RawPackage) =>
	!deleted && orderPackageFulfillStatus !== 'CANCELLED';

/** The package that a line is in, whatever the line's own status says (reference/ikas.md 11.2). */
export const packageOf = ({ orderPackages }: RawOrder, { id }: RawLine): RawPackage | null =>
	orderPackages.find((one) => isLive(one) && one.orderLineItemIds.includes(id)) ?? null;

/**
 * Package statuses that a line has too; the others leave it as it was, so that a line in a READY_FOR_SHIPMENT package
 * is UNFULFILLED, which is a guess (reference/ikas.md 11.2).
 */
const lineStatuses = new Set(['DELIVERED', 'FULFILLED', 'PLANNED']);

export const following = (line: RawLine, status: string, now: number): RawLine =>
	lineStatuses.has(status) && line.status !== status
		? { ...line, status, statusUpdatedAt: now, updatedAt: now }
		: line;

export const newPackage = (
	order: RawOrder,
	status: string,
	lineIds: readonly string[],
	{ now, newId, locations }: ChangeContext,
): RawPackage => ({
	id: newId(),
	createdAt: now,
	updatedAt: now,
	orderPackageNumber: `${order.orderNumber}-${order.orderPackageSequence + 1}`,
	orderPackageFulfillStatus: status,
	orderLineItemIds: lineIds,
	stockLocationId: order.stockLocationId ?? locations[0]?.id ?? '',
	deleted: false,
	appId: null,
	errorMessage: null,
	sourceId: null,
	trackingInfo: null,
});

/** From the farthest on; `whole` where all that is open got that far. */
const stages = [
	{ whole: 'DELIVERED', part: 'PARTIALLY_DELIVERED' },
	{ whole: 'FULFILLED', part: 'PARTIALLY_FULFILLED' },
	{ whole: 'READY_FOR_SHIPMENT', part: 'PARTIALLY_READY_FOR_SHIPMENT' },
] as const;

/** Statuses of a package that an order has too, once they are true of all of it. */
const shared = new Set(['PLANNED', 'READY_FOR_PICK_UP', 'UNABLE_TO_DELIVER']);

/** How many stages a mixed order is taken to have reached: what cannot be delivered has been shipped, and so on. */
const counted: Readonly<Record<string, string>> = { UNABLE_TO_DELIVER: 'FULFILLED' };

/** "Derived from its packages" (reference/ikas.md 11.2); how, where they differ, is a guess after the names of the statuses. */
export const packageStatusOf = (order: RawOrder): string => {
	const open = order.orderLineItems.filter(isOpen);
	if (open.length === 0) return 'CANCELLED';
	const reached = open.map((line) => packageOf(order, line)?.orderPackageFulfillStatus ?? null);
	const [first] = reached;
	if (first && shared.has(first) && reached.every((one) => one === first)) return first;
	const mixed = reached.map((one) => (one ? (counted[one] ?? one) : one));
	const stage = stages.find(({ whole }) => mixed.includes(whole));
	if (!stage) return 'UNFULFILLED';
	return mixed.every((one) => one === stage.whole) ? stage.whole : stage.part;
};
