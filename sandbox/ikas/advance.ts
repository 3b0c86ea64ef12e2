import { SandboxRefusal } from '../wire';
import type { ChangeContext } from './edit';
import { isOpen } from './lines';
import type { RawOrder, RawPackage } from './raw';
import type { OrderAdvance } from './types';

/** Package statuses that a line has too; the others leave a line as it was (reference/ikas.md 7, 11.2). */
const lineStatuses = new Set([
	'CANCELLED',
	'DELIVERED',
	'FULFILLED',
	'PLANNED',
	'REFUNDED',
	'UNFULFILLED',
]);

const rawPackage = (order: RawOrder, status: string, context: ChangeContext): RawPackage => {
	const [known] = order.orderPackages;
	return {
		id: known?.id ?? context.newId(),
		createdAt: known?.createdAt ?? context.now,
		updatedAt: context.now,
		orderPackageNumber: `${order.orderNumber}-1`,
		orderPackageFulfillStatus: status,
		orderLineItemIds: order.orderLineItems.filter(isOpen).map(({ id }) => id),
		stockLocationId: order.stockLocationId ?? context.locations[0]?.id ?? '',
		deleted: false,
	};
};

/** All that is open goes into one package of this status; a `PARTIALLY_...` status changes no package. */
export const packaged = (order: RawOrder, status: string, context: ChangeContext): RawOrder => {
	const isPackage = !/^(PARTIALLY_|UNFULFILLED)/.test(status);
	return {
		...order,
		orderPackageStatus: status,
		orderPackages: isPackage ? [rawPackage(order, status, context)] : order.orderPackages,
		orderPackageSequence: isPackage ? 1 : order.orderPackageSequence,
		orderLineItems: order.orderLineItems.map((line) =>
			isOpen(line) && lineStatuses.has(status)
				? { ...line, status, statusUpdatedAt: context.now }
				: line,
		),
	};
};

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
		...moved,
		status: advance.status ?? moved.status,
		orderPaymentStatus: advance.payment ?? moved.orderPaymentStatus,
		updatedAt: context.now,
	};
};
