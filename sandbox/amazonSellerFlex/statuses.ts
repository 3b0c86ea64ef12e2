/** How far a shipment can get, in order; CANCELLED leaves the way (reference/amazon-seller-flex.md 6.3). */
export const progress = [
	'CREATED',
	'ACCEPTED',
	'CONFIRMED',
	'PACKAGE_CREATED',
	'PICKUP_SLOT_RETRIEVED',
	'INVOICE_GENERATED',
	'SHIPLABEL_GENERATED',
	'SHIPPED',
	'DELIVERED',
] as const;

export type Progress = (typeof progress)[number];

/** As the API names them. */
export const shipmentStatuses = [...progress, 'CANCELLED'] as const;

/** PENDING: the customer has ordered, and no shipment exists yet that the API would know. */
export type ShipmentStatus = 'PENDING' | Progress | 'CANCELLED';

export const subStatuses = [
	'PENDING_SCHEDULE',
	'PENDING_PICKUP',
	'PENDING_DROP_OFF',
	'LABEL_CANCELED',
	'PICKED_UP',
	'DROPPED_OFF',
	'AT_ORIGIN_FC',
	'AT_DESTINATION_FC',
	'OUT_FOR_DELIVERY',
	'DELIVERED',
	'NOT_DELIVERED',
	'UNDELIVERABLE',
	'LOST',
	'DAMAGED',
] as const;

/** -1 before a shipment exists, and when it is cancelled. */
export const stageOf = (status: ShipmentStatus): number =>
	progress.findIndex((stage) => stage === status);

export const isBefore = (status: ShipmentStatus, stage: Progress): boolean =>
	stageOf(status) < stageOf(stage);
