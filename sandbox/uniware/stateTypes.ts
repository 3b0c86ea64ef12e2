import type { ItemStatus, OrderStatus, PackageStatus } from './statuses';

/** Who made a change: a call of the API, or somebody in Uniware, and what goes on there by itself. */
export type UniwareCause = 'api' | 'desk';

export type OrderChangeKind =
	| 'created'
	| 'verified'
	| 'held'
	| 'released'
	| 'allocated'
	| 'picked'
	| 'packed'
	| 'courier_allocated'
	| 'manifested'
	| 'dispatched'
	| 'shipped'
	| 'delivered'
	| 'cancelled'
	| 'edited'
	| 'return_requested'
	| 'returned';

/** A change as it happened. Times are epoch ms of the sandbox's clock. */
export interface UniwareOrderChange {
	readonly what: OrderChangeKind;
	readonly at: number;
	/** From when on searches show it; later than `at` for a late row. */
	readonly visibleAt: number;
	readonly by: UniwareCause;
	readonly status: OrderStatus;
}

export interface UniwareItemState {
	readonly code: string;
	readonly sku: string;
	/** The channel's line. */
	readonly line: string | null;
	readonly status: ItemStatus;
	readonly facility: string | null;
	readonly package: string | null;
	readonly isOnHold: boolean;
	readonly price: number;
}

export interface UniwarePackageState {
	readonly code: string;
	readonly facility: string;
	readonly status: PackageStatus;
	readonly provider: string | null;
	readonly tracking: string | null;
	readonly invoice: string | null;
	readonly manifest: string | null;
}

/** An order as the tenant has it, whatever its searches show. */
export interface UniwareOrderState {
	readonly code: string;
	readonly displayCode: string;
	readonly channel: string;
	readonly status: OrderStatus;
	readonly additionalInfo: string | null;
	readonly createdAt: number;
	readonly updatedAt: number;
	readonly isOnHold: boolean;
	readonly isCod: boolean;
	readonly thirdPartyShipping: boolean;
	readonly taxExempted: boolean;
	readonly prepaid: number | null;
	/** How often the channel was to be told of a cancel. */
	readonly cancelsTold: number;
	readonly items: readonly UniwareItemState[];
	readonly packages: readonly UniwarePackageState[];
	readonly history: readonly UniwareOrderChange[];
}

/** An order that the tenant keeps aside: nothing of it is shipped, and its units are stock that is gone. */
export interface UniwareFailedOrder {
	readonly code: string;
	/** Name of what is wrong with it. */
	readonly cause: string;
	/** Units by SKU. */
	readonly units: Readonly<Record<string, number>>;
	readonly at: number;
	readonly tries: number;
}

export interface UniwareStockState {
	readonly facility: string;
	readonly sku: string;
	readonly inventory: number;
	readonly openSale: number;
	readonly inventoryBlocked: number;
	readonly badInventory: number;
	/** What may still be sold. */
	readonly free: number;
}

export interface UniwareManifestState {
	readonly code: string;
	readonly facility: string;
	readonly channel: string;
	readonly provider: string | null;
	readonly status: 'CREATED' | 'CLOSED';
	readonly packages: readonly string[];
}

export interface UniwareReturnState {
	readonly code: string;
	readonly type: 'CIR' | 'RTO';
	readonly status: string;
	readonly order: string;
	/** Codes of items. */
	readonly items: readonly string[];
}
