/** Codes of an order that are published, in their order (reference/omniful.md 2.1). */
export const orderStatuses = [
	'created',
	'on_hold',
	'new_order',
	'picked',
	'packed',
	'ready_to_ship',
	'shipped',
	'delivered',
	'return_to_origin',
	'cancelled',
] as const;

export type OrderStatus = (typeof orderStatuses)[number];

export const holdReasons = [
	'inventory_not_present',
	'sku_not_valid',
	'require_manual_approval',
	'forceful_on_hold',
	'not_able_to_route',
] as const;

export type HoldReason = (typeof holdReasons)[number];

const labels: Readonly<Partial<Record<OrderStatus, string>>> = {
	created: 'Created',
	on_hold: 'On Hold',
	new_order: 'New Order',
	ready_to_ship: 'Ready To Ship',
};

export const labelOf = (status: OrderStatus): string =>
	labels[status] ?? `${status.charAt(0).toUpperCase()}${status.slice(1)}`;

/** Which late states still allow a cancel is not known; vendor prose: not once shipped (reference/omniful.md 2.2). */
const gone: readonly OrderStatus[] = ['shipped', 'delivered', 'return_to_origin'];

export const hasLeft = (status: OrderStatus): boolean => gone.includes(status);

/** Its units are promised. */
const reserving: readonly OrderStatus[] = ['new_order', 'picked', 'packed', 'ready_to_ship'];

export const isReserved = (status: OrderStatus): boolean => reserving.includes(status);

/** Where somebody in the warehouse takes an order, step by step. */
export const warehouseSteps: readonly OrderStatus[] = [
	'new_order',
	'picked',
	'packed',
	'ready_to_ship',
	'shipped',
	'delivered',
];
