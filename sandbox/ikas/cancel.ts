import { SandboxRefusal } from '../wire';
import type { ChangeContext } from './edit';
import { isOpen } from './lines';
import { isLive, packageStatusOf } from './packages';
import type { RawLine, RawOrder } from './raw';
import { split } from './split';
import { totalsOf } from './totals';
import type { CancelledLine } from './types';

/** Shipped lines cannot be cancelled any more (reference/ikas.md 12.1). */
const isEligible = (line: RawLine) =>
	isOpen(line) && !['FULFILLED', 'DELIVERED'].includes(line.status);

const refusal = (order: RawOrder, why: string) =>
	new SandboxRefusal(
		`error_messages.order_line.not_eligible_for_cancel: order ${order.orderNumber}: ${why}`,
	);

/** A cancellation, as the panel or the API asks for it. */
export interface Cancellation {
	/** All that is open when left out. */
	readonly lines?: readonly (CancelledLine & { readonly isWithheld: boolean })[];
	/** The units of lines that are not named stay out of the stock. */
	readonly isWithheld?: boolean;
	readonly reason: string | null;
}

interface Wanted {
	readonly quantity: number;
	readonly isWithheld: boolean;
}

const cancelledPart = (
	line: RawLine,
	{ quantity, isWithheld }: Wanted,
	context: ChangeContext,
): readonly RawLine[] => {
	const { piece, rest } = split(line, quantity, context);
	const cut = { ...piece, status: 'CANCELLED', statusUpdatedAt: context.now, isWithheld };
	return rest ? [rest, cut] : [cut];
};

const wantedOf = (order: RawOrder, { lines, isWithheld = false }: Cancellation) => {
	const open = order.orderLineItems.filter(isOpen);
	const wanted = new Map<string, Wanted>();
	const asked: Cancellation['lines'] = lines ?? open.map(({ id }) => ({ id, isWithheld }));
	for (const { id, quantity, isWithheld } of asked) {
		const line = open.find((candidate) => candidate.id === id);
		if (!line || !isEligible(line)) throw refusal(order, `line ${id} is not open`);
		if (quantity && quantity > line.quantity)
			throw refusal(order, `line ${id} has ${line.quantity} left`);
		wanted.set(id, { quantity: quantity ?? line.quantity, isWithheld });
	}
	if (wanted.size === 0) throw refusal(order, 'nothing is open');
	return wanted;
};

/** A package with nothing left in it is cancelled, which is a guess (reference/ikas.md 12.1). */
const emptied = (order: RawOrder, now: number): RawOrder['orderPackages'] => {
	const open = new Set(order.orderLineItems.filter(isOpen).map(({ id }) => id));
	return order.orderPackages.map((known) =>
		isLive(known) && !known.orderLineItemIds.some((id) => open.has(id))
			? { ...known, orderPackageFulfillStatus: 'CANCELLED', updatedAt: now }
			: known,
	);
};

/** The panel may set a status that no package stands for; it stays until a package does. */
const packageStatusAfter = (order: RawOrder) =>
	order.orderPackages.some(isLive) || !order.orderLineItems.some(isOpen)
		? packageStatusOf(order)
		: order.orderPackageStatus;

/**
 * Whole order: CANCELLED in status and package. That the package status follows, and that the payment status stays, is a
 * guess (reference/ikas.md 7, 12.1).
 */
export const cancelled = (
	order: RawOrder,
	context: ChangeContext,
	cancellation: Cancellation,
): RawOrder => {
	const wanted = wantedOf(order, cancellation);
	const orderLineItems = order.orderLineItems.flatMap((line) => {
		const part = wanted.get(line.id);
		return part ? cancelledPart(line, part, context) : [line];
	});
	const isWhole = !orderLineItems.some(isOpen);
	const left = { ...order, orderLineItems };
	const orderPackages = emptied(left, context.now);
	return {
		...left,
		...totalsOf(orderLineItems, order.paymentMethods[0]?.type),
		orderPackages,
		status: isWhole ? 'CANCELLED' : 'PARTIALLY_CANCELLED',
		orderPackageStatus: packageStatusAfter({ ...left, orderPackages }),
		cancelledAt: isWhole ? context.now : order.cancelledAt,
		cancelReason: isWhole ? cancellation.reason : order.cancelReason,
		updatedAt: context.now,
	};
};
