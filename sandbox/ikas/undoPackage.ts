import type { ChangeContext } from './edit';
import { appOf, checkUpdatable, ownPackage } from './eligible';
import { type UndoInput, eachOnce } from './inputs';
import { isOpen } from './lines';
import { isLive, packageStatusOf } from './packages';
import type { RawOrder, RawPackage } from './raw';
import { businessRefusal, refusal, unknownId } from './refusal';

/** A package that has not left. That one that has cannot be undone is a guess (reference/ikas.md 12.1). */
const waiting = new Set(['ERROR', 'PLANNED', 'READY_FOR_PICK_UP', 'READY_FOR_SHIPMENT']);

const takenOut = (order: RawOrder, known: RawPackage, lines: UndoInput['lines']) => {
	if (!lines) return new Set(known.orderLineItemIds);
	eachOnce(lines.map(({ orderLineItemId }) => orderLineItemId));
	for (const { orderLineItemId, quantity } of lines) {
		const line = order.orderLineItems.find(({ id }) => id === orderLineItemId);
		if (!line || !known.orderLineItemIds.includes(orderLineItemId)) {
			throw unknownId('the package has no line of this id');
		}
		if (quantity !== line.quantity) {
			throw refusal(
				'the sandbox takes only whole lines out of a package',
				'SANDBOX_NOT_IMPLEMENTED',
			);
		}
	}
	return new Set(lines.map(({ orderLineItemId }) => orderLineItemId));
};

/** Its lines are UNFULFILLED again; that an empty package stays in the order as `deleted` is a guess (reference/ikas.md 12.1). */
export const packageUndone = (
	order: RawOrder,
	{ now, merchant }: ChangeContext,
	{ orderPackageId, lines }: UndoInput,
): RawOrder => {
	checkUpdatable(order);
	const known = ownPackage(order, orderPackageId, appOf(merchant));
	if (!isLive(known) || !waiting.has(known.orderPackageFulfillStatus)) {
		throw businessRefusal('ORDER_NOT_ELIGIBLE_FOR_UPDATE');
	}
	const out = takenOut(order, known, lines);
	const left = known.orderLineItemIds.filter((id) => !out.has(id));
	const isEmpty = left.length === 0;
	const changed = { ...known, orderLineItemIds: isEmpty ? known.orderLineItemIds : left };
	const next = {
		...order,
		orderPackages: order.orderPackages.map((one) =>
			one === known ? { ...changed, deleted: isEmpty, updatedAt: now } : one,
		),
		orderLineItems: order.orderLineItems.map((line) =>
			out.has(line.id) && isOpen(line)
				? { ...line, status: 'UNFULFILLED', statusUpdatedAt: now, updatedAt: now }
				: line,
		),
		updatedAt: now,
	};
	return { ...next, orderPackageStatus: packageStatusOf(next) };
};
