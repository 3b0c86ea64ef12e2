import type { Order } from './order';
import type { OmnifulOrderState } from './stateTypes';
import type { OmnifulState } from './types';
import type { World } from './world';

export const orderState = (order: Order): OmnifulOrderState => {
	const { input, shipment } = order;
	return {
		id: order.id,
		orderId: input.order_id,
		alias: input.order_alias ?? '',
		status: order.status,
		holdReason: order.holdReason,
		cancelReason: order.cancelReason,
		hub: order.hub,
		paymentMethod: input.payment_method,
		isCod: input.is_cash_on_delivery,
		total: input.invoice.total,
		currency: input.invoice.currency,
		items: input.order_items.map((item, at) => ({
			...{ sku: item.sku_code, quantity: item.quantity, price: item.selling_price },
			packed: order.packed?.[at] ?? null,
		})),
		externalFields: Object.fromEntries(input.external_fields.map(({ key, value }) => [key, value])),
		awb: shipment?.awb ?? null,
		courier: shipment?.courier.tag ?? null,
		deliveryStatus: shipment?.deliveryStatus ?? '',
		createdAt: order.createdAt,
		updatedAt: order.updatedAt,
		history: order.history,
	};
};

export const stateOf = (world: World): OmnifulState => {
	const orders = world.orders.all().map(orderState);
	return {
		now: world.now(),
		hubs: world.hubs.all(),
		skus: world.catalog.all().map(({ sku, status }) => ({ sku, status })),
		orders,
		stock: world.stock.all(),
		returns: world.returns.all().map(({ id, returnOrderId, order, status, units }) => ({
			...{ id, returnOrderId, order, status, units: Object.fromEntries(units) },
		})),
		webhooks: world.webhooks
			.hooks()
			.map(({ topic, url, isEnabled }) => ({ topic, url, isEnabled })),
		counts: {
			orders: orders.length,
			calls: world.log.count(() => true),
			faults: world.log.count(({ fault }) => fault !== null),
			stockRows: world.settings.stockRows,
		},
	};
};
