import { titled } from './titled';

/** Life cycle codes of an order in the hub (reference/omniful.md 2.1). */
export const hubStatuses = [
	'created',
	'on_hold',
	'hub_assigned',
	'new_order',
	'picked',
	'consolidated',
	'packed',
	'ready_to_ship',
	'ready_for_handover',
	'shipped',
	'delivered',
	'cancelled',
	'return_to_origin',
	'return_in_progress',
	'partial_return',
	'returned',
] as const;

export type HubStatus = (typeof hubStatuses)[number];

/** `new_order` is the state in which a hub may start to pick, so people know it by that name. */
export const hubStatusLabel = (status: HubStatus): string =>
	status === 'new_order' ? 'Ready for Picking' : titled(status);

export const holdReasons = [
	'inventory_not_present',
	'sku_not_valid',
	'require_manual_approval',
	'forceful_on_hold',
	'not_able_to_route',
] as const;

export type HoldReason = (typeof holdReasons)[number];
