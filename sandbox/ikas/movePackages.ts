import type { ChangeContext } from './edit';
import { appOf, checkUpdatable, ownPackage } from './eligible';
import { type MoveInput, type PackageMove, eachOnce } from './inputs';
import { isOpen } from './lines';
import { following, packageStatusOf } from './packages';
import type { RawOrder, RawPackage } from './raw';
import { badArgument, businessRefusal } from './refusal';
import { isSameTracking, tracked } from './tracking';

/**
 * Where a package may go. "Which transitions the server permits is not documented; going backwards should be expected to
 * fail": that it takes no step at once that leaves one out is a guess too (reference/ikas.md 11.2).
 */
const transitions: Readonly<Record<string, readonly string[]>> = {
	PLANNED: ['READY_FOR_SHIPMENT', 'FULFILLED', 'ERROR', 'CANCELLED'],
	ERROR: ['READY_FOR_SHIPMENT', 'FULFILLED', 'CANCELLED'],
	READY_FOR_SHIPMENT: ['READY_FOR_PICK_UP', 'FULFILLED', 'ERROR', 'CANCELLED'],
	READY_FOR_PICK_UP: ['FULFILLED', 'CANCELLED'],
	FULFILLED: ['DELIVERED', 'UNABLE_TO_DELIVER'],
	UNABLE_TO_DELIVER: ['DELIVERED'],
};

/** Until it has arrived a package takes new tracking, also once it is shipped, which is a guess (reference/ikas.md 11.2). */
const takesTracking = (status: string) => transitions[status] !== undefined;

const movedPackage = (known: RawPackage, move: PackageMove, now: number): RawPackage => {
	const { status } = move;
	if (move.errorMessage && status !== 'ERROR') {
		throw badArgument('errorMessage goes only with status ERROR');
	}
	const trackingInfo = tracked(known.trackingInfo, move.trackingInfo);
	const isSame = isSameTracking(known.trackingInfo, trackingInfo);
	const from = known.orderPackageFulfillStatus;
	if (status === from && isSame) return known;
	const isAllowed = status === from ? takesTracking(from) : transitions[from]?.includes(status);
	if (!isAllowed) throw businessRefusal('ORDER_NOT_ELIGIBLE_FOR_UPDATE');
	return {
		...known,
		orderPackageFulfillStatus: status,
		trackingInfo,
		errorMessage: move.errorMessage,
		sourceId: move.sourceId ?? known.sourceId,
		updatedAt: now,
	};
};

/** All packages of the call or none. The same again changes nothing, not even `updatedAt`, which is a guess. */
export const packagesMoved = (
	order: RawOrder,
	{ now, merchant }: ChangeContext,
	{ packages }: MoveInput,
): RawOrder => {
	checkUpdatable(order);
	eachOnce(packages.map(({ packageId }) => packageId));
	const moved = new Map(
		packages.map((move) => {
			const known = ownPackage(order, move.packageId, appOf(merchant));
			return [known, movedPackage(known, move, now)];
		}),
	);
	if ([...moved].every(([known, next]) => known === next)) return order;
	const statusOf = new Map(
		[...moved.values()].flatMap(({ orderLineItemIds, orderPackageFulfillStatus }) =>
			orderLineItemIds.map((id) => [id, orderPackageFulfillStatus] as const),
		),
	);
	const next = {
		...order,
		orderPackages: order.orderPackages.map((known) => moved.get(known) ?? known),
		orderLineItems: order.orderLineItems.map((line) =>
			isOpen(line) ? following(line, statusOf.get(line.id) ?? '', now) : line,
		),
		updatedAt: now,
	};
	return { ...next, orderPackageStatus: packageStatusOf(next) };
};
