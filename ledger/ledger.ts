import type { HubStatus } from '../domain/hubStatus';
import type { Listing } from '../domain/listing';
import type { MappedOrder } from '../domain/order';
import type { Quota } from '../domain/quota';
import type { RuleSet } from '../domain/routing';
import type * as shape from './shapes';

/** The hub's memory. Every function is one transaction (long ones: one per chunk); refusals throw `Failure`. */
export interface Ledger {
	saveSeller(seller: { code: string; name: string }): Promise<{ code: string; name: string }>;
	saveHub(hub: shape.Hub): Promise<shape.Hub>;
	getHubs(): Promise<readonly shape.Hub[]>;
	saveStore(draft: shape.StoreDraft): Promise<shape.StoreSaved>;
	/** The settings in force, or those of an earlier version. */
	getStore(code: string, version?: number): Promise<shape.Store>;
	/** Codes and channels of every store, for lists. */
	getStores(): Promise<readonly Pick<shape.Store, 'code' | 'channel'>[]>;
	getConfigurationLog(store: string): Promise<readonly shape.ConfigurationLogRow[]>;
	saveRuleSet(ruleSet: Omit<RuleSet, 'version'>): Promise<RuleSet>;

	beginSync(store: string, kind: shape.SyncKind): Promise<shape.SyncBegun>;
	/** Takes a run on in a fresh execution. */
	continueSync(run: shape.SyncRun): Promise<shape.SyncBegun>;
	importPage(page: shape.SyncPage): Promise<shape.PageStored>;
	endSync(run: shape.SyncRun, next: string | null): Promise<shape.SyncEnded>;
	/** Closes the run as failed; says when the store is tried again. */
	failSync(run: shape.SyncRun, failure: shape.SyncFailure): Promise<{ dueAt: string }>;
	getSyncSummary(store: string, kind: shape.SyncKind): Promise<shape.SyncSummary>;

	/** Orders that came without a sync, such as from a trigger: no cursor moves. */
	importOrders(
		store: string,
		orders: readonly MappedOrder[],
	): Promise<readonly shape.RecordOutcome[]>;
	importListings(
		store: string,
		listings: readonly Listing[],
	): Promise<readonly shape.RecordOutcome[]>;
	routeWaiting(store: string, limit: number): Promise<shape.OrdersRouted>;
	getOrder(store: string, id: string): Promise<shape.LedgerOrder>;
	getOrders(filter: shape.OrderFilter): Promise<readonly shape.LedgerOrder[]>;
	changeStatus(store: string, id: string, status: HubStatus): Promise<shape.LedgerOrder>;
	getParked(store: string, limit: number): Promise<readonly shape.ParkedOrder[]>;
	getExceptions(store: string, limit: number): Promise<readonly shape.LedgerException[]>;

	setStock(counts: readonly shape.StockCount[]): Promise<readonly shape.StockLevel[]>;
	getStock(seller: string, sku: string): Promise<readonly shape.StockLevel[]>;

	/** Takes one call out of the quota that all executions share; answers how long to wait first, 0 to go now. */
	takeQuota(key: string, quota: Quota): Promise<{ waitMs: number }>;
	/** Stops all calls under the key for a while, because the channel said so. */
	pauseQuota(key: string, ms: number): Promise<void>;
	/** Counts answers in a row that were refusals or faults; a long row opens the breaker and pauses the key. */
	reportCall(key: string, ok: boolean): Promise<void>;
	close(): Promise<void>;
}
