import type {
	FulfilmentsRead,
	FulfilmentsStored,
	StockRead,
	StockStored,
	UnmatchedListing,
} from './omsShapes';
import type { Notice } from './syncShapes';

/** What the ledger does with an OMS that is the stock master of hubs and ships what channels sell. */
export interface OmsLedger {
	/** A page of what an OMS made of the orders that it was given, under a run of kind `fulfilments`. */
	importFulfilments(page: FulfilmentsRead): Promise<FulfilmentsStored>;
	/**
	 * A page of what an OMS may still promise at its hubs, under a run of kind `stock`: it is what is there. What a whole walk has not
	 * shown is counted as none.
	 */
	importStock(read: StockRead): Promise<StockStored>;
	/** Listings that no listing of the OMS has exactly the SKU of; none where the ledger is the stock master of the store's hubs. */
	getUnmatched(store: string, limit: number): Promise<readonly UnmatchedListing[]>;
	/** Keeps what a webhook said, once for 7 days, and makes the syncs of the store that it names due now. */
	receiveNotice(notice: Notice): Promise<{ readonly isNew: boolean }>;
}
