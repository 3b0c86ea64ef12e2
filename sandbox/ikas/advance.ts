import { SandboxRefusal } from '../wire';
import type { ChangeContext } from './edit';
import { isOpen } from './lines';
import { following, isLive, newPackage, packageOf } from './packages';
import type { RawLine, RawOrder, RawPackage } from './raw';
import { tracked } from './tracking';
import type { OrderAdvance } from './types';

/** What the panel makes of a line besides what its package says (reference/ikas.md 7). */
const lineStatuses = new Set(['CANCELLED', 'REFUNDED', 'UNFULFILLED']);

const movedLine = (line: RawLine, status: string, now: number): RawLine => {
	if (!isOpen(line)) return line;
	return lineStatuses.has(status)
		? { ...line, status, statusUpdatedAt: now }
		: following(line, status, now);
};

const packagesIn = (order: RawOrder, status: string, context: ChangeContext) => {
	const moved = order.orderPackages.map((known) =>
		isLive(known) ? { ...known, orderPackageFulfillStatus: status, updatedAt: context.now } : known,
	);
	const loose = order.orderLineItems.filter((line) => isOpen(line) && !packageOf(order, line));
	const ids = loose.map(({ id }) => id);
	return ids.length > 0 ? [...moved, newPackage(order, status, ids, context)] : moved;
};

const unpacked = ({ orderPackages }: RawOrder, now: number): readonly RawPackage[] =>
	orderPackages.map((known) =>
		isLive(known) ? { ...known, deleted: true, updatedAt: now } : known,
	);

const packagesAfter = (order: RawOrder, status: string, context: ChangeContext) => {
	if (status === 'UNFULFILLED') return unpacked(order, context.now);
	return status.startsWith('PARTIALLY_') ? order.orderPackages : packagesIn(order, status, context);
};

/** Packages there are, and all that is in none as one more, get this status; a `PARTIALLY_...` one changes no package. */
export const packaged = (order: RawOrder, status: string, context: ChangeContext): RawOrder => {
	const orderPackages = packagesAfter(order, status, context);
	return {
		...order,
		orderPackageStatus: status,
		orderPackages,
		orderPackageSequence: orderPackages.length,
		orderLineItems: order.orderLineItems.map((line) => movedLine(line, status, context.now)),
	};
};

/** The panel gives packages to another app, such as ikas' own shipping service, and names carriers (reference/ikas.md 11.2). */
const marked = (order: RawOrder, { app, tracking }: OrderAdvance): RawOrder => ({
	...order,
	orderPackages: order.orderPackages.map((known) =>
		isLive(known)
			? {
					...known,
					appId: app === undefined ? known.appId : app,
					trackingInfo: tracked(known.trackingInfo, tracking),
				}
			: known,
	),
});

export const advanced = (
	order: RawOrder,
	context: ChangeContext,
	advance: OrderAdvance,
): RawOrder => {
	if (order.status === 'CANCELLED') {
		throw new SandboxRefusal(`order ${order.orderNumber} is cancelled and does not advance`);
	}
	const moved = advance.package ? packaged(order, advance.package, context) : order;
	return {
		...marked(moved, advance),
		status: advance.status ?? moved.status,
		orderPaymentStatus: advance.payment ?? moved.orderPaymentStatus,
		updatedAt: context.now,
	};
};
