import { merge } from '../merge';
import { isBound } from './cancelling';
import type { Item, Package, SaleOrder } from './order';
import { itemsIn, orderStatus } from './order';
import type { Return } from './returns';
import { hasLeft, isOpen } from './statuses';
import type { World } from './world';

/** As create and search show an order: without items. */
export const orderRow = ({ date }: World, order: SaleOrder) => {
	const { code, input, createdAt, updatedAt } = order;
	return {
		code,
		displayOrderCode: input.displayOrderCode ?? code,
		channel: input.channel,
		displayOrderDateTime: date(input.displayOrderDateTime ?? createdAt),
		status: orderStatus(order),
		created: date(createdAt),
		updated: date(updatedAt),
		fulfillmentTat: date(input.fulfillmentTat ?? null),
		notificationEmail: input.notificationEmail ?? null,
		notificationMobile: input.notificationMobile ?? null,
		customerGSTIN: input.customerGSTIN ?? null,
	};
};

/** What create answers (reference/uniware-oker.md 2.1). */
export const orderDetail = (world: World, order: SaleOrder) => {
	const { input } = order;
	return {
		...orderRow(world, order),
		cod: input.cashOnDelivery,
		priority: input.priority ?? 0,
		currencyCode: input.currencyCode ?? 'INR',
		customerCode: input.customerCode ?? null,
		billingAddress: addressIn(order, 'billingAddress'),
		addresses: input.addresses,
		customFieldValues: [],
	};
};

const addressIn = ({ input }: SaleOrder, name: 'billingAddress' | 'shippingAddress') =>
	input.addresses.find(({ id }) => id === input[name]?.referenceId) ?? null;

/** What get answers (reference/uniware-oker.md 2.1). */
export const orderAnswer = (
	world: World,
	order: SaleOrder,
	facilities: readonly string[] | null,
) => {
	const { input } = order;
	const isOpenOrder = order.items.some(({ status }) => isOpen(status));
	const isShown = (facility: string | null) =>
		facilities === null || (facility !== null && facilities.includes(facility));
	const answer = {
		...orderDetail(world, order),
		source: null,
		channelProcessingTime: world.date(input.channelProcessingTime ?? null),
		thirdPartyShipping: input.thirdPartyShipping,
		additionalInfo: input.additionalInfo ?? null,
		paymentInstrument: input.paymentInstrument,
		totalDiscount: input.totalDiscount ?? 0,
		totalShippingCharges: input.totalShippingCharges ?? 0,
		totalCashOnDeliveryCharges: input.totalCashOnDeliveryCharges ?? 0,
		totalPrepaidAmount: input.totalPrepaidAmount ?? 0,
		cancellable: isOpenOrder,
		reversePickable: order.items.some(({ status }) => status === 'DELIVERED'),
		packetConfigurable: isOpenOrder,
		saleOrderItems: order.items
			.filter(({ facility }) => isShown(facility))
			.map((item) => itemAnswer(world, order, item)),
		shippingPackages: order.packages
			.filter(({ facility }) => isShown(facility))
			.map((one) => packageAnswer(world, order, one)),
		returns: world.returns.of(order.code).map((one) => returnAnswer(world, one)),
	};
	return order.overrides === null ? answer : merge(answer, order.overrides);
};

const itemAnswer = ({ date, places }: World, order: SaleOrder, item: Item) => {
	const { input, facility } = item;
	const packed = order.packages.find(({ code }) => code === item.package);
	return {
		id: item.id,
		code: input.code,
		channelSaleOrderItemCode: input.channelSaleOrderItemCode ?? null,
		itemSku: input.itemSku,
		sellerSkuCode: null,
		channelProductId: input.channelProductId ?? null,
		itemName: item.name,
		statusCode: item.status,
		facilityCode: facility,
		facilityName: facility === null ? null : (places.find(facility)?.name ?? null),
		shippingPackageCode: packed?.code ?? null,
		shippingPackageStatus: packed?.status ?? null,
		packetNumber: input.packetNumber ?? 0,
		shippingMethodCode: input.shippingMethodCode,
		// That all items of a held order say so is a guess (reference/uniware-oker.md 3: hold is a flag on order and item).
		onHold: item.isOnHold || order.isOnHold,
		cancellable: isOpen(item.status) && !isBound(order, item),
		reversePickable: hasLeft(item.status) && item.reversePickup === null,
		cancellationReason: item.cancellationReason,
		reversePickupCode: item.reversePickup,
		shelfCode: null,
		totalPrice: input.totalPrice,
		sellingPrice: input.sellingPrice,
		discount: input.discount ?? 0,
		shippingCharges: input.shippingCharges ?? 0,
		cashOnDeliveryCharges: input.cashOnDeliveryCharges ?? 0,
		prepaidAmount: input.prepaidAmount ?? 0,
		created: date(order.createdAt),
		updated: date(item.updatedAt),
	};
};

export const trackingLink = ({ provider, tracking }: Package) =>
	provider === null || tracking === null
		? null
		: `https://track.example.com/${encodeURIComponent(provider)}/${encodeURIComponent(tracking)}`;

const contents = (order: SaleOrder, code: string) => {
	const units = new Map<string, { itemSku: string; itemName: string; quantity: number }>();
	for (const { input, name } of itemsIn(order, code)) {
		const { itemSku } = input;
		const known = units.get(itemSku) ?? { itemSku, itemName: name, quantity: 0 };
		units.set(itemSku, { ...known, quantity: known.quantity + 1 });
	}
	return Object.fromEntries(units);
};

export const packageAnswer = ({ date }: World, order: SaleOrder, one: Package) => ({
	code: one.code,
	saleOrderCode: order.code,
	channel: order.input.channel,
	channelShipmentCode: null,
	status: one.status,
	shippingPackageType: 'DEFAULT',
	shippingProvider: one.provider,
	shippingMethod: itemsIn(order, one.code)[0]?.input.shippingMethodCode ?? null,
	trackingNumber: one.tracking,
	trackingStatus: null,
	courierStatus: null,
	trackingLink: trackingLink(one),
	estimatedWeight: null,
	actualWeight: null,
	invoiceCode: one.invoice,
	invoiceDisplayCode: one.invoice,
	invoiceDate: one.invoice === null ? null : date(one.updatedAt),
	noOfItems: itemsIn(order, one.code).length,
	shippingManifestCode: one.manifest,
	shippingLabelLink: null,
	created: date(one.createdAt),
	updated: date(one.updatedAt),
	dispatched: date(one.dispatchedAt),
	delivered: date(one.deliveredAt),
	items: contents(order, one.code),
});

const returnTypes = { CIR: 'Customer Returned', RTO: 'Courier Returned' } as const;

export const returnAnswer = ({ date, orders }: World, one: Return) => ({
	code: one.code,
	type: returnTypes[one.type],
	statusCode: one.status,
	trackingNumber: one.tracking,
	shippingProvider: one.provider,
	inventoryReceivedDate: null,
	returnCompletedDate: one.status === 'COMPLETE' ? date(one.updatedAt) : null,
	returnItems: one.items.map((code) => ({
		saleOrderItemCode: code,
		itemSku:
			orders.find(one.order)?.items.find(({ input }) => input.code === code)?.input.itemSku ?? null,
	})),
});
