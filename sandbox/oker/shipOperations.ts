import { pdf } from '../pdf';
import { reply } from './answers';
import { dispatched } from './invoicing';
import { type NamedItem, checkReleased, checkWhole, itemIn, orderOf } from './named';
import type { Asked, Operation } from './operation';
import { type Order, hasLeft, isOpen } from './order';
import { conflict, notSupported, unprocessable } from './refused';
import type { World } from './world';

const orderAsked = (world: World, { values }: Asked): Order => {
	const items = [values.orderItemIds].flat().map((id) => ({ orderItemId: String(id) }));
	const order = orderOf(world, items);
	checkWhole(order, items);
	return order;
};

const done = { status: 'SUCCESS', orderItems: [] };

interface ItemsBody {
	readonly orderItems: readonly NamedItem[];
}

interface DispatchBody {
	readonly manifestReference?: string;
	readonly orderItems: readonly (NamedItem & { readonly quantity: number })[];
	readonly selfShipping?: unknown;
}

const checkInvoiced = ({ id, invoice }: Order) => {
	if (!invoice) throw conflict('NOT_INVOICED', `Order ${id} is not invoiced yet`);
};

/** Of an order that is off nothing is dispatched, as the example of the contract has it. */
const cancelledReply = (order: Order, items: readonly NamedItem[], level: string) => ({
	...reply(200, {
		status: 'FAILED',
		orderItems: items
			.filter((one) => !isOpen(itemIn(order, one)))
			.map(({ orderItemId }) => ({
				orderItemId,
				errorMessage: 'The customer cancelled this item',
				...(level === 'full' && { code: 'ORDER_CANCELLED' }),
			})),
	}),
	code: 'ORDER_CANCELLED',
});

export const shipOperations: readonly Operation[] = [
	{
		id: 'getCourierDetails',
		answer(world, asked) {
			const { courier } = orderAsked(world, asked);
			if (world.settings.sellerShips) return reply(200, { status: 'SELLER_SHIPPING' });
			if (!courier || courier.assignedAt > world.now()) {
				return reply(200, { status: 'COURIER_NOT_ASSIGNED' });
			}
			return reply(200, {
				status: 'AVAILABLE',
				awbNo: courier.awb,
				courierCode: 'SMPL',
				courierName: 'SampleCourier',
			});
		},
	},
	{
		id: 'getLabel',
		answer(world, asked) {
			const order = orderAsked(world, asked);
			checkInvoiced(order);
			const waitMs = (order.courier?.labelAt ?? 0) - world.now();
			if (waitMs > 0) {
				const message = 'The courier has not produced the label yet';
				throw conflict('LABEL_NOT_READY', message, { isRetryable: true, retryAfterMs: waitMs });
			}
			world.orders.labelled(order);
			const file = pdf(`${order.id} ${order.courier?.awb}`);
			const isPdf = asked.headers.accept === 'application/pdf';
			return world.settings.capabilities.labelPdf && isPdf
				? { ...reply(200, file), headers: { 'content-type': 'application/pdf' } }
				: {
						...reply(200, JSON.stringify(file.toString('base64'))),
						headers: { 'content-type': 'application/json; charset=utf-8' },
					};
		},
	},
	{
		id: 'postShipmentDetails',
		answer(world, { body }) {
			if (!world.settings.capabilities.shipmentDetails) throw notSupported('shipment details');
			const { orderItems } = body as ItemsBody;
			const order = orderOf(world, orderItems);
			// An item with quantity 2 is listed twice.
			checkWhole(
				order,
				orderItems.map(({ orderItemId }) => ({
					orderItemId,
					quantity: orderItems.filter((one) => one.orderItemId === orderItemId).length,
				})),
			);
			checkInvoiced(order);
			world.orders.byApi(order, 'measured', (one) => ({ ...one }));
			return reply(200, done, 'measured');
		},
	},
	{
		id: 'fetchManifest',
		answer(world, { body }) {
			if (!world.settings.capabilities.fetchManifest) throw notSupported('fetchManifest');
			const { manifestItems } = body as { manifestItems: readonly NamedItem[] };
			for (const item of manifestItems) orderOf(world, [item]);
			const manifestUrl = 'https://oker-gateway.example.com/files/manifest-31.pdf';
			return reply(200, { ...done, manifestUrl });
		},
	},
	{
		id: 'dispatchOrders',
		answer(world, { body }) {
			const { orderItems, manifestReference = null, selfShipping } = body as DispatchBody;
			if (selfShipping !== undefined) {
				throw unprocessable('OPERATION_NOT_SUPPORTED', 'The marketplace ships on this channel');
			}
			const order = orderOf(world, orderItems);
			const items = orderItems.map((one) => itemIn(order, one));
			if (!items.every(isOpen)) return cancelledReply(order, orderItems, world.settings.level);
			checkWhole(order, orderItems);
			if (items.every(hasLeft)) return reply(200, done);
			checkInvoiced(order);
			checkReleased(order);
			world.orders.byApi(order, 'dispatched', (one, { now }) =>
				dispatched(one, now, manifestReference),
			);
			return reply(200, done, 'dispatched');
		},
	},
];
