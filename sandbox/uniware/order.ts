import type { UniwareCause, UniwareOrderChange } from './stateTypes';
import { type ItemStatus, type OrderStatus, type PackageStatus, hasLeft, isOpen } from './statuses';
import type { SaleOrderInput } from './orderInput';

/** One unit. */
export interface Item {
	readonly id: number;
	readonly input: SaleOrderInput['saleOrderItems'][number];
	readonly name: string;
	readonly status: ItemStatus;
	/** Null until one is chosen. */
	readonly facility: string | null;
	/** Code of a package. */
	readonly package: string | null;
	readonly isOnHold: boolean;
	readonly cancellationReason: string | null;
	readonly reversePickup: string | null;
	readonly updatedAt: number;
}

export interface Package {
	readonly code: string;
	readonly facility: string;
	readonly status: PackageStatus;
	readonly provider: string | null;
	readonly tracking: string | null;
	readonly invoice: string | null;
	readonly manifest: string | null;
	readonly createdAt: number;
	readonly updatedAt: number;
	readonly dispatchedAt: number | null;
	readonly deliveredAt: number | null;
}

export interface SaleOrder {
	readonly code: string;
	readonly input: SaleOrderInput;
	readonly createdAt: number;
	readonly updatedAt: number;
	readonly isVerified: boolean;
	readonly isOnHold: boolean;
	readonly items: readonly Item[];
	/** All that were ever made. */
	readonly packages: readonly Package[];
	/** How often the channel was to be told of a cancel. */
	readonly cancelsTold: number;
	readonly overrides: Readonly<Record<string, unknown>> | null;
	readonly history: readonly UniwareOrderChange[];
}

export const orderStatus = ({ items, isVerified, packages }: SaleOrder): OrderStatus => {
	if (items.every(({ status }) => status === 'CANCELLED')) return 'CANCELLED';
	if (!isVerified) return 'PENDING_VERIFICATION';
	if (items.every(({ status }) => !isOpen(status))) return 'COMPLETE';
	return packages.some(({ status }) => status !== 'CANCELLED') ? 'PROCESSING' : 'CREATED';
};

export const itemsIn = ({ items }: SaleOrder, code: string): readonly Item[] =>
	items.filter((item) => item.package === code);

export const packageIn = ({ packages }: SaleOrder, code: string): Package | undefined =>
	packages.find((one) => one.code === code);

export const withItems = (
	order: SaleOrder,
	isMeant: (item: Item) => boolean,
	change: (item: Item) => Item,
): SaleOrder => ({
	...order,
	items: order.items.map((item) => (isMeant(item) ? change(item) : item)),
});

export const withPackage = (
	order: SaleOrder,
	code: string,
	change: Partial<Package>,
): SaleOrder => ({
	...order,
	packages: order.packages.map((one) => (one.code === code ? { ...one, ...change } : one)),
});

/** Units by facility and SKU that are sold and have not left; those in a package have their stock already. */
export const claimsOf = ({ items }: SaleOrder) =>
	items
		.filter(({ status, facility }) => isOpen(status) && facility !== null)
		.map(({ facility, input, package: packed }) => ({
			facility: facility ?? '',
			sku: input.itemSku,
			isAllocated: packed !== null,
		}));

/** Units by facility and SKU that have left. */
export const goneOf = ({ items }: SaleOrder) =>
	items
		.filter(({ status }) => hasLeft(status))
		.map(({ id, facility, input }) => ({ id, facility: facility ?? '', sku: input.itemSku }));

export type { UniwareCause };
