import type { ItemStatus, OkerOrderChange, OrderStatus } from './stateTypes';
import type { OkerAddressDraft } from './types';

export interface Return {
	readonly reason: string;
	readonly at: number;
	readonly awb: string;
	readonly courier: string;
}

/** Money is in minor units, times are epoch ms. */
export interface Item {
	readonly id: string;
	readonly productId: string;
	readonly variantId: string;
	readonly sku: string;
	readonly title: string;
	readonly quantity: number;
	/** Of a unit. */
	readonly price: number;
	readonly discount: number;
	readonly facility: string | null;
	readonly status: ItemStatus;
	readonly back: Return | null;
}

export interface Invoice {
	readonly code: string;
	readonly at: number;
	/** Percent. */
	readonly tax: number;
}

/** What the marketplace's courier gives, each from its instant on. */
export interface Courier {
	readonly awb: string;
	readonly assignedAt: number;
	readonly labelAt: number;
}

export interface Order {
	readonly id: string;
	readonly number: string;
	readonly placedAt: number;
	readonly updatedAt: number;
	/** The marketplace has not released it yet. */
	readonly isPending: boolean;
	readonly isOnHold: boolean;
	readonly payment: 'COD' | 'PREPAID';
	readonly currency: string;
	readonly shippingFee: number;
	readonly isThirdParty: boolean | null;
	readonly address: OkerAddressDraft;
	readonly items: readonly Item[];
	readonly isAcknowledged: boolean;
	readonly invoice: Invoice | null;
	readonly courier: Courier | null;
	readonly dispatchedAt: number | null;
	readonly manifest: string | null;
	readonly labels: number;
	readonly overrides: Readonly<Record<string, unknown>> | null;
	readonly history: readonly OkerOrderChange[];
}

export const isOpen = ({ status }: Pick<Item, 'status'>) => status !== 'CANCELLED';

export const openItems = ({ items }: Pick<Order, 'items'>): readonly Item[] => items.filter(isOpen);

const left: readonly ItemStatus[] = [
	'DISPATCHED',
	'DELIVERED',
	'RETURN_REQUESTED',
	'COURIER_RETURN',
	'RETURNED',
	'REPLACED',
];

export const hasLeft = ({ status }: Pick<Item, 'status'>) => left.includes(status);

export const isCancelled = (order: Order) => openItems(order).length === 0;

/** That COMPLETE begins with the dispatch is a guess: the contract does not say it. */
export const statusOf = (order: Order, tellsStages: boolean): OrderStatus => {
	const open = openItems(order);
	if (open.length === 0) return 'CANCELLED';
	if (open.every(hasLeft)) return 'COMPLETE';
	if (order.invoice && tellsStages) return 'PROCESSING';
	return order.isPending ? 'PENDING_VERIFICATION' : 'CREATED';
};

/** Units by seller SKU that the customer still wants. */
export const openUnits = (order: Order): Readonly<Record<string, number>> => {
	const units = new Map<string, number>();
	for (const { sku, quantity } of openItems(order)) {
		units.set(sku, (units.get(sku) ?? 0) + quantity);
	}
	return Object.fromEntries(units);
};

/** The order with its open items in another status. */
export const withOpen = (order: Order, status: ItemStatus): Order => ({
	...order,
	items: order.items.map((item) => (isOpen(item) ? { ...item, status } : item)),
});
