import type { EventLine, OrderEvent } from './effectTypes';
import { isOpen } from './lines';
import type { RawLine, RawOrder, RawPackage } from './raw';
import { isSameTracking, trackingState } from './tracking';

type Origin = Pick<OrderEvent, 'at' | 'byApi'>;

const eventLine = ({ id, variant, quantity }: RawLine): EventLine => ({
	id,
	sku: variant.sku,
	quantity,
});

const whatBecame = (known: RawPackage | undefined, next: RawPackage): OrderEvent['what'] | null => {
	if (!known) return 'package_created';
	if (next.deleted && !known.deleted) return 'package_removed';
	if (known.orderLineItemIds.length > next.orderLineItemIds.length) return 'package_removed';
	if (known.orderPackageFulfillStatus !== next.orderPackageFulfillStatus) return 'package_moved';
	return isSameTracking(known.trackingInfo, next.trackingInfo) ? null : 'tracking_changed';
};

/** The lines of a package; of one that was taken apart those that came out. */
const concerned = (known: RawPackage | undefined, next: RawPackage, what: OrderEvent['what']) =>
	what === 'package_removed' && !next.deleted
		? (known?.orderLineItemIds ?? []).filter((id) => !next.orderLineItemIds.includes(id))
		: next.orderLineItemIds;

const packageEvents = (before: RawOrder | null, after: RawOrder, how: Origin) =>
	after.orderPackages.flatMap((next): readonly OrderEvent[] => {
		const known = before?.orderPackages.find(({ id }) => id === next.id);
		const what = whatBecame(known, next);
		if (!what) return [];
		const ids = concerned(known, next, what);
		const event: OrderEvent = {
			...how,
			what,
			package: next.id,
			status: next.orderPackageFulfillStatus,
			tracking: trackingState(next.trackingInfo),
			lines: after.orderLineItems.filter(({ id }) => ids.includes(id)).map(eventLine),
		};
		return [event];
	});

const cancelEvents = (before: RawOrder | null, after: RawOrder, how: Origin) => {
	const gone = new Set(before?.orderLineItems.filter((line) => !isOpen(line)).map(({ id }) => id));
	const lines = after.orderLineItems.filter(
		({ id, status }) => status === 'CANCELLED' && !gone.has(id),
	);
	if (lines.length === 0) return [];
	const event: OrderEvent = {
		...how,
		what: 'lines_cancelled',
		package: null,
		status: after.status,
		tracking: null,
		lines: lines.map(eventLine),
	};
	return [event];
};

/** What a change did, told from the order before and after it, so that whoever made it cannot forget to say. */
export const eventsOf = (
	before: RawOrder | null,
	after: RawOrder,
	how: Origin,
): readonly OrderEvent[] => [
	...packageEvents(before, after, how),
	...cancelEvents(before, after, how),
];
