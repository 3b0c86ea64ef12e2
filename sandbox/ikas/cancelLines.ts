import { cancelled } from './cancel';
import type { ChangeContext } from './edit';
import { isUpdatable, isWaiting } from './eligible';
import { type CancelInput, eachOnce } from './inputs';
import { cents } from './lines';
import { packageOf } from './packages';
import type { RawLine, RawOrder } from './raw';
import { badArgument, businessRefusal, unknownId } from './refusal';

const unsent = new Set(['PLANNED', 'READY_FOR_SHIPMENT']);

/** "Lines inside a READY_FOR_SHIPMENT package may first need `cancelFulfillment`": here they do, unless switched. */
const isEligible = (order: RawOrder, line: RawLine, { switches }: ChangeContext) => {
	const holding = packageOf(order, line);
	const isFree =
		!holding ||
		(switches.cancelsPackagedLines === true && unsent.has(holding.orderPackageFulfillStatus));
	return isUpdatable(order) && isWaiting(line) && isFree;
};

const check = (order: RawOrder, context: ChangeContext, { orderLineItems }: CancelInput) => {
	eachOnce(orderLineItems.map(({ orderLineItemId }) => orderLineItemId));
	for (const { orderLineItemId, quantity, price } of orderLineItems) {
		const line = order.orderLineItems.find(({ id }) => id === orderLineItemId);
		if (!line) throw unknownId('the order has no line of this id');
		if (!isEligible(order, line, context) || quantity > line.quantity) {
			throw businessRefusal('ORDER_LINE_NOT_ELIGIBLE_FOR_CANCEL');
		}
		// The unit price that was paid "must match the line"; what is answered else is a guess (reference/ikas.md 12.1).
		if (cents(price) !== cents(line.finalUnitPrice))
			throw badArgument('price is not what was paid');
	}
	// Card payments go back by themselves, others may not (reference/ikas.md 12.1): here a switch of the order says so.
	if (order.isRefundRefused && order.orderPaymentStatus === 'PAID') {
		throw businessRefusal('REFUND_ORDER_PAYMENT_ERROR');
	}
};

/** No reason can be given over the API (reference/ikas.md 12.1). */
export const linesCancelled = (
	order: RawOrder,
	context: ChangeContext,
	input: CancelInput,
): RawOrder => {
	check(order, context, input);
	return cancelled(order, context, {
		reason: null,
		lines: input.orderLineItems.map(({ orderLineItemId, quantity, restockItems }) => ({
			id: orderLineItemId,
			quantity,
			isWithheld: !restockItems,
		})),
	});
};
