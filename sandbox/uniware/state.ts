import { type SaleOrder, orderStatus } from './order';
import type { UniwareOrderState, UniwareStockState } from './stateTypes';
import type { UniwareState } from './types';
import type { World } from './world';

export const orderState = (order: SaleOrder): UniwareOrderState => {
	const { input } = order;
	return {
		code: order.code,
		displayCode: input.displayOrderCode ?? order.code,
		channel: input.channel ?? '',
		status: orderStatus(order),
		additionalInfo: input.additionalInfo ?? null,
		createdAt: order.createdAt,
		updatedAt: order.updatedAt,
		isOnHold: order.isOnHold,
		isCod: input.cashOnDelivery,
		thirdPartyShipping: input.thirdPartyShipping,
		taxExempted: input.taxExempted,
		prepaid: input.totalPrepaidAmount ?? null,
		cancelsTold: order.cancelsTold,
		items: order.items.map((item) => ({
			code: item.input.code,
			sku: item.input.itemSku,
			line: item.input.channelSaleOrderItemCode ?? null,
			status: item.status,
			facility: item.facility,
			package: item.package,
			isOnHold: item.isOnHold,
			price: item.input.sellingPrice,
		})),
		packages: order.packages.map(
			({ code, facility, status, provider, tracking, invoice, manifest }) => ({
				...{ code, facility, status, provider, tracking, invoice, manifest },
			}),
		),
		history: order.history,
	};
};

export const stockStates = ({ stock }: World): readonly UniwareStockState[] =>
	stock.all().map(({ facility, sku }) => stock.figures(facility, sku));

export const stateOf = (world: World): UniwareState => {
	const orders = world.orders.all().map(orderState);
	return {
		now: world.now(),
		facilities: world.places.all(),
		channels: world.settings.channels,
		items: world.catalog.all().map(({ sku, isEnabled: enabled }) => ({ sku, enabled })),
		orders,
		failedOrders: world.failedOrders.all(),
		stock: stockStates(world),
		manifests: world.manifests.all(),
		returns: world.returns.all(),
		counts: {
			orders: orders.length,
			calls: world.log.count(() => true),
			faults: world.log.count(({ fault }) => fault !== null),
		},
	};
};
