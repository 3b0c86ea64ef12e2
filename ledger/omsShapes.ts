import type { OmsLevel, OmsOrder } from '../domain/oms';
import type { Instant } from '../domain/instant';
import type { Outcome, RecordOutcome, SyncRemarks, SyncRun } from './syncShapes';

/** A page of what became of orders that were handed over, under a run of kind `fulfilments`. */
export interface FulfilmentsRead {
	readonly run: SyncRun;
	readonly orders: readonly OmsOrder[];
	readonly next: string | null;
	readonly watermark: Instant;
}

/** How each order of the page ended, by the OMS's id. */
export interface FulfilmentsStored {
	readonly run: SyncRun;
	readonly outcomes: readonly RecordOutcome[];
	readonly counts: Readonly<Record<Outcome, number>>;
	readonly next: string | null;
}

/** A page of what an OMS may still promise, under a run of kind `stock`. */
export interface StockRead extends SyncRemarks {
	readonly run: SyncRun;
	readonly levels: readonly OmsLevel[];
	/** How long ago the OMS was asked for the page: what the ledger has changed since is applied to it again. */
	readonly tookMs: number;
	readonly next: string | null;
}

export interface StockStored extends SyncRemarks {
	readonly run: SyncRun;
	/** `skipped`: of listings that the hub does not know or cannot use, and of locations that no hub stands for. */
	readonly counts: {
		readonly changed: number;
		readonly unchanged: number;
		readonly skipped: number;
	};
	readonly next: string | null;
}

/** A listing of the channel that no listing of the OMS has exactly the SKU of, so its stock is not told. */
export interface UnmatchedListing {
	readonly store: string;
	readonly listing: string;
	readonly sku: string;
	readonly title: string;
	readonly reason: string;
	/** SKUs of the OMS that differ in case, spaces or a letter only. */
	readonly near: readonly string[];
}
