import { z } from 'zod';
import { success } from './answers';
import { isCancellable, wholeCancelled } from './cancelling';
import { shipped } from './invoicing';
import type { Operation } from './operations';
import { type Order, invoiceOf } from './order';
import { parsed } from './parsed';
import { emptyRequest, generic } from './refused';
import type { World } from './world';

const number = z.string().min(1).max(50);

const orderShipping = z.strictObject({
	shipDetails: z.array(
		z.strictObject({
			orderNo: number,
			invNo: number,
			transporter: z.string().optional(),
			awbNo: z.string().optional(),
		}),
	),
});

type Details = z.infer<typeof orderShipping>['shipDetails'][number];

const orderCancellation = z.strictObject({ orderNo: number });

/** That another seller's order is as good as none is a guess: code 310 is documented elsewhere (reference/babyshop-vinculum.md 6). */
const orderOf = (world: World, seller: string, orderNo: string): Order => {
	const order = world.orders.find(orderNo);
	if (order?.seller !== seller) throw generic(`order ${orderNo} is not known`);
	return order;
};

/** What is gone already, and an AWB that is not there or is another, are refused: a guess (reference/babyshop-vinculum.md 10). */
const checkParcel = (order: Order, { invNo, awbNo }: Details) => {
	const invoice = invoiceOf(order, invNo);
	if (!invoice?.awb) throw generic(`invoice ${invNo} has no AWB`);
	if (awbNo && awbNo !== invoice.awb) throw generic(`AWB ${awbNo} is of something else`);
	if (invoice.shippedAt !== null || order.status !== '10') {
		throw generic(`order ${order.number} is in status ${order.status}`);
	}
};

export const shipOperations: readonly Operation[] = [
	{
		name: 'orderShipping',
		/** All of a call or nothing: a guess (reference/babyshop-vinculum.md 10). */
		answer(world, seller, body) {
			const { shipDetails } = parsed(orderShipping, body);
			if (shipDetails.length === 0) throw emptyRequest();
			for (const details of shipDetails) {
				checkParcel(orderOf(world, seller, details.orderNo), details);
			}
			for (const { orderNo, invNo } of shipDetails) {
				world.orders.change(orderNo, { what: 'shipped', by: 'api' }, (order, { now }) =>
					shipped(order, invNo, 'api', now),
				);
			}
			return success({}, 'shipped');
		},
	},
	{
		name: 'orderCancellation',
		/** Refused once there is an invoice, and for what is cancelled already: a guess (reference/babyshop-vinculum.md 12). */
		answer(world, seller, body) {
			const order = orderOf(world, seller, parsed(orderCancellation, body).orderNo);
			if (!isCancellable(order)) throw generic(`order ${order.number} is not cancelled any more`);
			const { cancelMs, cancelledStatus: status } = world.settings;
			world.orders.later(
				world.now() + cancelMs,
				order.number,
				{ what: 'cancelled', by: 'api' },
				(known) => (isCancellable(known) ? wholeCancelled(known, { status }, 'api') : known),
			);
			world.orders.settle();
			return success({}, 'cancelled');
		},
	},
];
