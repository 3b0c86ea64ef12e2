import type { Ledger } from './ledger';

type Write =
	| 'saveSeller'
	| 'saveHub'
	| 'saveStore'
	| 'restoreStore'
	| 'saveRuleSet'
	| 'importOrders'
	| 'importListings'
	| 'linkListings'
	| 'skipListings'
	| 'unlinkListings'
	| 'rerouteHub'
	| 'changeStatus'
	| 'setTracking'
	| 'setParcelBox'
	| 'releaseOrder'
	| 'approveOrder'
	| 'assignHub'
	| 'routeByHand'
	| 'cancelOverdue'
	| 'retryException'
	| 'dismissException'
	| 'setStock'
	| 'setBoxes'
	| 'adjustStock'
	| 'setPrices'
	| 'openInvoiceFeed'
	| 'invoiceDone'
	| 'createManifest'
	| 'addToManifest'
	| 'removeFromManifest'
	| 'closeManifest'
	| 'retryManifest';

/** What people change by hand. */
export type LedgerWrites = Pick<Ledger, Write>;
