import { merge } from '../merge';
import type { Order } from './order';
import { labelOf } from './statuses';

const iso = (at: number) => new Date(at).toISOString();

/** What a time says that is not set (reference/omniful.md 1.13). */
const unset = '0001-01-01T00:00:00Z';

/** Labels are documents of another path, without a token. */
export const labelPath = '/labels/';

const shipmentAnswer = ({ shipment, shippedAt, deliveredAt }: Order) => ({
	shipment_created_at: shipment === null ? unset : iso(shipment.createdAt),
	order_shipped_at: shippedAt === null ? unset : iso(shippedAt),
	order_delivered_at: deliveredAt === null ? unset : iso(deliveredAt),
	awb_number: shipment?.awb ?? '',
	awb_label: shipment?.label ?? '',
	tracking_url: shipment?.trackingUrl ?? '',
	delivery_status: shipment?.deliveryStatus ?? '',
	shipping_partner_tag: shipment?.courier.tag ?? '',
	shipping_partner_name: shipment?.courier.name ?? '',
	shipping_partner_status: shipment === null ? '' : 'created',
	number_of_boxes: shipment?.boxes ?? 0,
	weight: shipment?.weight ?? 0,
});

const capitalised = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** A row of a list: no lines (reference/omniful.md 1.6). */
const rowFields = (order: Order) => {
	const { input } = order;
	return {
		id: order.id,
		omniful_order_id: order.id,
		order_id: input.order_id,
		order_alias: input.order_alias ?? '',
		status_code: order.status,
		display_status: labelOf(order.status),
		store_name: 'Order Hub',
		source: 'sales_channel',
		sales_channel: { tag: 'custom', name: 'Custom', category: 'custom' },
		total: input.order_items.reduce((sum, { quantity }) => sum + quantity, 0),
		billing_address: input.billing_address,
		shipping_address: input.shipping_address,
		order_created_at: iso(order.createdAt),
		updated_at: iso(order.updatedAt),
		invoice: input.invoice,
		customer: input.customer,
		shipment: shipmentAnswer(order),
		payment_method: capitalised(input.payment_method),
		shipment_type: input.shipment_type,
		delivery_type: input.delivery_type ?? 'normal_delivery',
		type: input.type.toUpperCase(),
		labels: input.labels ?? [],
		external_fields: input.external_fields,
		cancel_reason: order.cancelReason ?? '',
	};
};

const withOverrides = ({ overrides }: Order, answer: object): unknown =>
	overrides === null ? answer : merge(answer, overrides);

/** The hub is missing from rows (reference/omniful.md 1.6). */
export const orderRow = (order: Order): unknown => withOverrides(order, rowFields(order));

const items = ({ id, input, packed }: Order) =>
	input.order_items.map((item, at) => ({
		...item,
		item_id: `${id}-${at + 1}`,
		sku_id: `sku-${item.sku_code}`,
		name: item.name ?? item.sku_code,
		picked_quantity: packed?.[at] ?? 0,
		packed_quantity: packed?.[at] ?? 0,
	}));

export const orderDetail = (order: Order): unknown =>
	withOverrides(order, {
		...rowFields(order),
		...(order.hub !== null && { hub_code: order.hub }),
		order_items: items(order),
	});

/** The status of this answer is not reliable (reference/omniful.md 1.5). */
export const createAnswer = (order: Order) => ({
	...rowFields(order),
	...(order.hub !== null && { hub_code: order.hub }),
	order_items: items(order),
	status_code: '',
});

/** As a webhook of the seller family tells it (reference/omniful.md 1.13). */
export const webhookOrder = (order: Order): object => {
	return {
		...rowFields(order),
		...{ id: undefined, status_code: undefined, order_status: order.status },
		...(order.hub !== null && { hub_code: order.hub }),
		order_items: items(order),
		meta_data: {
			on_hold_inventory_reservation_reasons: order.holdReason === null ? [] : [order.holdReason],
		},
	};
};
