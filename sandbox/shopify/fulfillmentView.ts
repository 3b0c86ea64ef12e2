import { locationView } from './catalogView';
import { type ConnectionArguments, inOrder } from './connection';
import { gid } from './ids';
import { instantOf, instantOrNull } from './instants';
import { moneyBag } from './money';
import { lineView, orderView } from './orderView';
import type {
	RawFulfillment,
	RawFulfillmentLine,
	RawFulfillmentOrder,
	RawFulfillmentOrderLine,
	RawOrder,
	RawTracking,
} from './raw';
import type { World } from './world';

const trackingView = (tracking: RawTracking) => ({
	__typename: 'FulfillmentTrackingInfo',
	...tracking,
});

const lineOf = (world: World, order: RawOrder, lineId: string) => {
	const line = order.lines.find(({ id }) => id === lineId);
	return line && lineView(world, order, line);
};

const fulfilledLine = (world: World, order: RawOrder) => (one: RawFulfillmentLine) => {
	const price = order.lines.find(({ id }) => id === one.lineId)?.price ?? 0;
	return {
		__typename: 'FulfillmentLineItem',
		id: gid('FulfillmentLineItem', one.id),
		quantity: one.quantity,
		lineItem: () => lineOf(world, order, one.lineId),
		originalTotalSet: moneyBag(price * one.quantity, order.currency),
		discountedTotalSet: moneyBag(price * one.quantity, order.currency),
	};
};

export const fulfillmentView = (world: World, order: RawOrder, one: RawFulfillment) => {
	const place = world.places.find(one.locationId);
	return {
		__typename: 'Fulfillment',
		id: gid('Fulfillment', one.id),
		legacyResourceId: one.id,
		name: one.name,
		status: one.status,
		displayStatus: one.displayStatus,
		createdAt: instantOf(one.createdAt),
		updatedAt: instantOf(one.updatedAt),
		deliveredAt: instantOrNull(one.deliveredAt),
		inTransitAt: null,
		estimatedDeliveryAt: null,
		requiresShipping: true,
		totalQuantity: one.lines.reduce((sum, { quantity }) => sum + quantity, 0),
		trackingInfo: ({ first }: { readonly first?: number | null }) =>
			one.tracking.slice(0, first ?? undefined).map(trackingView),
		location: place && locationView(place),
		order: () => orderView(world, order),
		fulfillmentLineItems: (args: ConnectionArguments) =>
			inOrder(one.lines, args, {
				type: 'FulfillmentLineItem',
				view: fulfilledLine(world, order),
			}),
	};
};

/** What Shopify's docs call the actions of an open one; that there are no more is a guess (reference/shopify.md 10). */
const actionsOf = ({ status }: RawFulfillmentOrder): readonly string[] =>
	status === 'OPEN' || status === 'IN_PROGRESS' ? ['CREATE_FULFILLMENT', 'HOLD', 'MOVE'] : [];

const toFulfil = (world: World, order: RawOrder) => (one: RawFulfillmentOrderLine) => {
	const line = order.lines.find(({ id }) => id === one.lineId);
	const variant = world.catalog.variant(line?.variantId ?? '');
	return {
		__typename: 'FulfillmentOrderLineItem',
		id: gid('FulfillmentOrderLineItem', one.id),
		sku: line?.sku ?? null,
		productTitle: line?.title ?? '',
		variantTitle: line?.variantTitle ?? null,
		vendor: line?.vendor ?? null,
		requiresShipping: line?.requiresShipping ?? true,
		inventoryItemId: variant && gid('InventoryItem', variant.itemId),
		totalQuantity: one.total,
		remainingQuantity: one.remaining,
		lineItem: () => lineOf(world, order, one.lineId),
	};
};

export const fulfillmentOrderView = (world: World, order: RawOrder, one: RawFulfillmentOrder) => {
	const place = world.places.find(one.locationId);
	return {
		__typename: 'FulfillmentOrder',
		id: gid('FulfillmentOrder', one.id),
		status: one.status,
		requestStatus: 'UNSUBMITTED',
		createdAt: instantOf(one.createdAt),
		updatedAt: instantOf(one.updatedAt),
		orderId: gid('Order', order.id),
		orderName: order.name,
		orderProcessedAt: instantOf(order.processedAt),
		order: () => orderView(world, order),
		supportedActions: actionsOf(one).map((action) => ({
			__typename: 'FulfillmentOrderSupportedAction',
			action,
			externalUrl: null,
		})),
		assignedLocation: {
			__typename: 'FulfillmentOrderAssignedLocation',
			name: place?.name ?? '',
			city: place?.city ?? null,
			countryCode: place?.countryCode ?? 'AU',
			location: place && locationView(place),
		},
		lineItems: (args: ConnectionArguments) =>
			inOrder(one.lines, args, {
				type: 'FulfillmentOrderLineItem',
				view: toFulfil(world, order),
			}),
	};
};
