import { type Reply, reply } from './answers';
import { invoiced } from './invoicing';
import { type NamedItem, checkReleased, checkWhole, orderOf } from './named';
import type { Operation } from './operation';
import { type Order, openItems } from './order';
import { stamp } from './orderAnswer';
import { conflict, notSupported, unknownOrder, unprocessable } from './refused';
import type { World } from './world';

/** The tax of India is split evenly; elsewhere only the first is filled. */
const taxAnswer = (order: Order, tax: number) =>
	openItems(order).map(({ productId, variantId }) => ({
		productId,
		variantId,
		taxPercentage: tax,
		centralGstPercentage: order.currency === 'INR' ? tax / 2 : 0,
		stateGstPercentage: order.currency === 'INR' ? tax / 2 : 0,
		unionTerritoryGstPercentage: 0,
		integratedGstPercentage: 0,
		compensationCessPercentage: 0,
	}));

const invoiceReply = (world: World, order: Order, effect: string | null): Reply => {
	const { invoice } = order;
	if (!invoice) throw conflict('NOT_INVOICED', `Order ${order.id} is not invoiced yet`);
	return reply(
		200,
		{
			code: invoice.code,
			invoiceDate: stamp(invoice.at),
			...(world.settings.level === 'full' && { currency: order.currency }),
			productTaxes: taxAnswer(order, invoice.tax),
		},
		effect,
	);
};

/** The invoicing moment; of what is invoiced the same invoice comes again. */
const invoice = (world: World, order: Order): Reply => {
	if (order.invoice) return invoiceReply(world, order, null);
	checkReleased(order);
	return invoiceReply(world, world.orders.byApi(order, 'invoiced', invoiced), 'invoiced');
};

interface PackBody {
	readonly orderId: string;
	readonly facilityCode?: string;
	readonly boxes?: readonly unknown[];
	readonly orderItems: readonly NamedItem[];
}

const boxesIn = (body: unknown): number =>
	typeof body === 'object' && body !== null && 'boxes' in body && Array.isArray(body.boxes)
		? body.boxes.length
		: 0;

export const packOperations: readonly Operation[] = [
	{
		id: 'packOrder',
		check(body) {
			if (boxesIn(body) > 1) throw unprocessable('MULTI_BOX_NOT_ALLOWED', 'Only one box per order');
		},
		answer(world, { body }) {
			const { orderId, facilityCode, orderItems } = body as PackBody;
			if (!world.settings.capabilities.pack) throw notSupported('orders/pack');
			const order = world.orders.find(orderId);
			if (!order) throw unknownOrder(orderId);
			checkWhole(order, orderItems);
			const isElsewhere = openItems(order).some(({ facility }) => facility !== facilityCode);
			if (facilityCode !== undefined && isElsewhere) {
				throw unprocessable('WAREHOUSE_MISMATCH', `Order ${orderId} is not of ${facilityCode}`);
			}
			return invoice(world, order);
		},
	},
	{
		id: 'getInvoiceDetails',
		answer(world, { values }) {
			const items = [values.orderItemIds].flat().map((id) => ({ orderItemId: String(id) }));
			const order = orderOf(world, items);
			checkWhole(order, items);
			return world.settings.capabilities.pack
				? invoiceReply(world, order, null)
				: invoice(world, order);
		},
	},
];
