import { randomBytes } from 'node:crypto';
import type { OrderInput } from './orderInput';
import type { OrderChange } from './stateTypes';
import type { HoldReason, OrderStatus } from './statuses';

export interface Shipment {
	readonly awb: string;
	/** Where the label is; null for none. */
	readonly label: string | null;
	readonly trackingUrl: string;
	readonly courier: { readonly tag: string; readonly name: string };
	readonly boxes: number;
	readonly weight: number | null;
	readonly createdAt: number;
	/** As the API was told, or ''. */
	readonly deliveryStatus: string;
}

export interface Order {
	/** 24 hexadecimal digits. */
	readonly id: string;
	readonly input: OrderInput;
	readonly hub: string | null;
	readonly status: OrderStatus;
	readonly holdReason: HoldReason | null;
	readonly cancelReason: string | null;
	/** Somebody has approved what waited for it. */
	readonly isApproved: boolean;
	readonly shipment: Shipment | null;
	readonly shippedAt: number | null;
	readonly deliveredAt: number | null;
	/** Units that were packed of each item, in their order; null before that. */
	readonly packed: readonly number[] | null;
	readonly createdAt: number;
	readonly updatedAt: number;
	readonly overrides: Readonly<Record<string, unknown>> | null;
	readonly history: readonly OrderChange[];
}

export const newObjectId = (): string => randomBytes(12).toString('hex');

/** A fresh one: routing comes later (reference/omniful.md 4.1). */
export const orderOf = (input: OrderInput, at: number): Order => ({
	id: newObjectId(),
	input,
	hub: input.hub_code ?? null,
	status: 'created',
	holdReason: null,
	cancelReason: null,
	isApproved: false,
	shipment: null,
	shippedAt: null,
	deliveredAt: null,
	packed: null,
	createdAt: at,
	updatedAt: at,
	overrides: null,
	history: [],
});

/** Units by SKU. */
export const unitsIn = ({ input }: Order): ReadonlyMap<string, number> => {
	const units = new Map<string, number>();
	for (const { sku_code: sku, quantity } of input.order_items) {
		units.set(sku, (units.get(sku) ?? 0) + quantity);
	}
	return units;
};
