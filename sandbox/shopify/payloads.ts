import { gid } from './ids';
import { instantOf, instantOrNull } from './instants';
import type { Deltas, Level } from './inventory';
import { decimal } from './money';
import { totals } from './newOrder';
import type { RawFulfillment, RawOrder } from './raw';
import { displayStatus } from './shipping';
import type { OrderChangeKind } from './stateTypes';

/** Something that subscriptions hear of. */
export interface ShopEvent {
	readonly topic: string;
	readonly body: Readonly<Record<string, unknown>>;
}

/** Only the stock's payload is documented; the others are after the REST resources, a guess (reference/shopify.md 11). */
const lineBody = (order: RawOrder, lineId: string, quantity: number) => {
	const line = order.lines.find(({ id }) => id === lineId);
	return {
		id: Number(lineId),
		admin_graphql_api_id: gid('LineItem', lineId),
		sku: line?.sku ?? null,
		title: line?.title ?? '',
		quantity,
		price: decimal(line?.price ?? 0),
		properties: line?.properties.map(({ key, value }) => ({ name: key, value })) ?? [],
	};
};

const fulfillmentBody = (order: RawOrder, one: RawFulfillment) => ({
	id: Number(one.id),
	admin_graphql_api_id: gid('Fulfillment', one.id),
	order_id: Number(order.id),
	name: one.name,
	status: one.status.toLowerCase(),
	location_id: Number(one.locationId),
	created_at: instantOf(one.createdAt),
	updated_at: instantOf(one.updatedAt),
	tracking_company: one.tracking[0]?.company ?? null,
	tracking_number: one.tracking[0]?.number ?? null,
	tracking_numbers: one.tracking.flatMap(({ number }) => number ?? []),
	line_items: one.lines.map(({ lineId, quantity }) => lineBody(order, lineId, quantity)),
});

const statusBody: Readonly<Record<string, string | null>> = {
	FULFILLED: 'fulfilled',
	PARTIALLY_FULFILLED: 'partial',
	UNFULFILLED: null,
};

const orderBody = (order: RawOrder) => ({
	id: Number(order.id),
	admin_graphql_api_id: gid('Order', order.id),
	name: order.name,
	note: order.note,
	tags: order.tags.join(', '),
	source_identifier: order.sourceIdentifier,
	currency: order.currency,
	total_price: decimal(totals(order).total),
	financial_status: order.financialStatus.toLowerCase(),
	fulfillment_status: statusBody[displayStatus(order)] ?? null,
	cancelled_at: instantOrNull(order.cancelledAt),
	cancel_reason: order.cancelReason?.toLowerCase() ?? null,
	created_at: instantOf(order.createdAt),
	updated_at: instantOf(order.updatedAt),
	line_items: order.lines.map(({ id, quantity }) => lineBody(order, id, quantity)),
	fulfillments: order.fulfillments.map((one) => fulfillmentBody(order, one)),
});

const ownTopics: Readonly<Partial<Record<OrderChangeKind, string>>> = {
	placed: 'ORDERS_CREATE',
	cancelled: 'ORDERS_CANCELLED',
};

const fulfilledTopic = (order: RawOrder) =>
	displayStatus(order) === 'FULFILLED' ? 'ORDERS_FULFILLED' : 'ORDERS_PARTIALLY_FULFILLED';

/** What a change of an order is told as. */
export const orderEvents = (
	before: RawOrder | null,
	after: RawOrder,
	what: OrderChangeKind,
): readonly ShopEvent[] => {
	const own = what === 'fulfilled' ? fulfilledTopic(after) : ownTopics[what];
	const topics = [...(own ? [own] : []), ...(what === 'placed' ? [] : ['ORDERS_UPDATED'])];
	const known = new Map(before?.fulfillments.map((one) => [one.id, one]));
	const fulfilments = after.fulfillments
		.filter((one) => known.get(one.id) !== one)
		.map((one) => ({
			topic: known.has(one.id) ? 'FULFILLMENTS_UPDATE' : 'FULFILLMENTS_CREATE',
			body: fulfillmentBody(after, one),
		}));
	return [...topics.map((topic) => ({ topic, body: orderBody(after) })), ...fulfilments];
};

export const inventoryEvents = (level: Level, { available = 0 }: Deltas): readonly ShopEvent[] =>
	available === 0
		? []
		: [
				{
					topic: 'INVENTORY_LEVELS_UPDATE',
					body: {
						inventory_item_id: Number(level.itemId),
						location_id: Number(level.locationId),
						available: level.quantities.available,
						updated_at: instantOf(level.updatedAt),
					},
				},
			];
