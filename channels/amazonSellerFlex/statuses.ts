import type { HubStatus } from '../../domain/hubStatus';
import type { ChannelStatus } from '../connector';

/** Amazon has no call that lists them (reference/amazon-seller-flex.md 6.1, 14). */
const statuses: readonly (readonly [key: string, label: string, usual: HubStatus])[] = [
	['ACCEPTED', 'Accepted by Amazon for the hub (new order)', 'new_order'],
	['CONFIRMED', 'Confirmed by the hub (accepted on Seller Flex)', 'new_order'],
	['PACKAGE_CREATED', 'Packages created', 'new_order'],
	['PICKUP_SLOT_RETRIEVED', 'Pickup slot retrieved', 'new_order'],
	['INVOICE_GENERATED', 'Invoice generated', 'new_order'],
	['SHIPLABEL_GENERATED', 'Shipping label generated', 'picked'],
	['SHIPPED', 'Shipped', 'shipped'],
	['DELIVERED', 'Delivered', 'delivered'],
	['CANCELLED', 'Cancelled', 'cancelled'],
];

/** What the carrier says (reference/amazon-seller-flex.md 6.2). */
const subStatuses: readonly (readonly [value: string, label: string, usual?: HubStatus])[] = [
	['PENDING_SCHEDULE', 'pickup is to be scheduled'],
	['PENDING_PICKUP', 'waits for pickup'],
	['PENDING_DROP_OFF', 'waits for drop-off'],
	['LABEL_CANCELED', 'label cancelled'],
	['PICKED_UP', 'picked up'],
	['DROPPED_OFF', 'dropped off'],
	['AT_ORIGIN_FC', 'at the first fulfillment center'],
	['AT_DESTINATION_FC', 'at the last fulfillment center'],
	['OUT_FOR_DELIVERY', 'out for delivery'],
	['DELIVERED', 'delivered', 'delivered'],
	['NOT_DELIVERED', 'not delivered'],
	['UNDELIVERABLE', 'undeliverable', 'return_to_origin'],
	['LOST', 'lost'],
	['DAMAGED', 'damaged'],
];

/** Every status that an order can carry as far as Amazon has published them. */
export const channelStatuses: readonly ChannelStatus[] = [
	...statuses.map(([key, label, usual]) => ({ key, label, usual })),
	...subStatuses.map(([value, label, usual]) => ({
		key: `subStatus:${value}`,
		label: `Carrier: ${label}`,
		usual,
	})),
];
