import type { Box } from '../domain/box';
import type { Instant } from '../domain/instant';
import type { PendingFigure, StockFigure, StockReceipt } from '../domain/stockFigure';
import type { SyncRun } from './syncShapes';

/** How large and heavy one unit is. */
export interface SkuBox {
	readonly sku: string;
	readonly box: Box;
}

/** A count of what is physically there. */
export interface StockCount {
	readonly seller: string;
	readonly sku: string;
	readonly hub: string;
	readonly onHand: number;
	readonly safetyStock?: number;
	/** When it was counted; now when left out. What moved since is applied again; an older count than the last changes nothing. */
	readonly asOf?: Instant;
}

/** Units that came or went, such as goods received. */
export interface StockAdjustment {
	readonly seller: string;
	readonly sku: string;
	readonly hub: string;
	/** Whole units, negative for fewer. */
	readonly change: number;
	readonly reason: string;
	/** Names the adjustment: the same one again changes nothing. Null for one without a name. */
	readonly reference: string | null;
}

/** What the orders of a store may be offered of a SKU, as the channel is told. */
export interface Availability {
	readonly store: string;
	readonly sku: string;
	readonly total: number;
	/** Units that parked, failed and waiting orders hold back. */
	readonly heldBack: number;
	/** Only where the store sizes its safety stock. */
	readonly safety?: Omit<SafetyStock, 'sku'>;
	readonly hubs: readonly {
		readonly hub: string;
		readonly location: string;
		readonly available: number;
	}[];
}

/** What a safety stock that sizes itself holds back of a SKU, and why. */
export interface SafetyStock {
	readonly sku: string;
	readonly units: number;
	/** For a person to read. */
	readonly why: string;
}

/** A figure that differs from the last one the channel confirmed. */
export interface StockChange extends StockFigure {
	readonly sku: string;
	/** What the channel last confirmed, or null where that is not known. */
	readonly confirmed: number | null;
}

/** The one item of the inventory sync: rows are handed out until `next` is null. */
export interface StockChanges {
	readonly run: SyncRun;
	readonly changes: readonly StockChange[];
	/** What the channel is to be asked about; absent where nothing is. */
	readonly pending?: readonly PendingFigure[];
	readonly next: string | null;
}

export interface StockPushed {
	readonly run: SyncRun;
	readonly receipts: readonly StockReceipt[];
	readonly next: string | null;
}

export interface StockConfirmed {
	readonly run: SyncRun;
	readonly counts: Readonly<Record<StockReceipt['outcome'], number>>;
	readonly next: string | null;
}

/** The channel's figures, read back under a run of kind `drift`. */
export interface StockLevelsRead {
	readonly run: SyncRun;
	readonly levels: readonly StockFigure[];
	readonly next: string | null;
}

export interface StockDrift extends StockFigure {
	readonly store: string;
	readonly sku: string;
	/** What the channel had confirmed; `quantity` is what it shows. */
	readonly confirmed: number;
	readonly checkedAt: Instant;
}

export interface StockCompared {
	readonly run: SyncRun;
	readonly drift: readonly StockDrift[];
	readonly next: string | null;
}

export interface StockLevel {
	readonly seller: string;
	readonly sku: string;
	readonly hub: string;
	readonly onHand: number;
	readonly reserved: number;
	readonly safetyStock: number;
	/** What may still be promised, never below zero. */
	readonly available: number;
	/** When it was last counted; null for a place that never was. */
	readonly countedAt: Instant | null;
}
