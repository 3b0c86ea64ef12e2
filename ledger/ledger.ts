import type { Tracking } from '../domain/channelUpdate';
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
	/** The newest version. */
	getRuleSet(code: string): Promise<RuleSet>;

	beginSync(store: string, kind: shape.SyncKind): Promise<shape.SyncBegun>;
	/** Takes a run on in a fresh execution. */
	continueSync(run: shape.SyncRun): Promise<shape.SyncBegun>;
	/** Renews the lease before the channel is told something that must not be old; refuses a run that lost it. */
	holdRun(run: shape.SyncRun): Promise<void>;
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
	/** What `routeWaiting` would decide; changes nothing. */
	decideWaiting(store: string, limit: number): Promise<readonly shape.OrderDecided[]>;
	/** Gives the unpicked orders of a closed hub back and routes them again. */
	rerouteHub(hub: string, limit: number): Promise<shape.HubRerouted>;
	getOrder(store: string, id: string): Promise<shape.LedgerOrder>;
	getOrders(filter: shape.OrderFilter): Promise<readonly shape.LedgerOrder[]>;
	/** What the channel is to hear of it, by the store's maps, enters the outbox in the same transaction. */
	changeStatus(
		store: string,
		id: string,
		status: HubStatus,
		detail?: shape.StatusDetail,
	): Promise<shape.LedgerOrder>;
	/** Carrier and number of a parcel; late ones reach the channel as an update of their own. */
	setTracking(
		store: string,
		id: string,
		tracking: Tracking,
		parcel?: number,
	): Promise<shape.LedgerOrder>;
	/** Takes a held order up again and routes it at once. */
	releaseOrder(store: string, id: string): Promise<shape.LedgerOrder>;
	/** Reserves the whole order at a hub that a person chose among those mapped. */
	assignHub(store: string, id: string, hub: string): Promise<shape.LedgerOrder>;
	getParked(store: string, limit: number): Promise<readonly shape.ParkedOrder[]>;
	getExceptions(
		store: string,
		limit: number,
		filter?: shape.ExceptionFilter,
	): Promise<readonly shape.LedgerException[]>;
	retryException(id: number): Promise<shape.ExceptionRetried>;
	dismissException(id: number, reason: string): Promise<shape.LedgerException>;

	/** Hands out what is due, the most urgent first, one update of an order at a time; each under a lease of 60 s. */
	claimUpdates(store: string, limit: number): Promise<readonly shape.ClaimedUpdate[]>;
	/** Renews the lease before sending; refuses when another execution has the update by now. */
	holdUpdate(claim: Pick<shape.ClaimedUpdate, 'id' | 'fence'>): Promise<void>;
	completeUpdate(
		claim: Pick<shape.ClaimedUpdate, 'id' | 'fence'>,
		detail: string,
	): Promise<shape.UpdateEnded>;
	/** Tried again later where the failure may pass, else an exception. */
	failUpdate(
		claim: Pick<shape.ClaimedUpdate, 'id' | 'fence'>,
		failure: shape.SyncFailure,
	): Promise<shape.UpdateEnded>;
	getUpdates(filter: shape.UpdateFilter): Promise<readonly shape.LedgerUpdate[]>;

	/** Hands out events that the consumer has not acknowledged, under a lease; a new consumer begins now. */
	claimEvents(
		consumer: string,
		filter: shape.EventFilter,
	): Promise<readonly shape.DeliveredEvent[]>;
	/** The newest ones, oldest of them first, for a look: nothing is delivered by it. */
	getEvents(filter: shape.EventFilter): Promise<readonly shape.DeliveredEvent[]>;
	acknowledgeEvents(consumer: string, ids: readonly number[]): Promise<void>;
	/** Gives them back at once, to be delivered again; too often makes an exception. */
	returnEvents(consumer: string, ids: readonly number[]): Promise<void>;

	setStock(counts: readonly shape.StockCount[]): Promise<readonly shape.StockLevel[]>;
	adjustStock(adjustments: readonly shape.StockAdjustment[]): Promise<readonly shape.StockLevel[]>;
	getStock(seller: string, sku: string): Promise<readonly shape.StockLevel[]>;
	getAvailability(store: string, skus: readonly string[]): Promise<readonly shape.Availability[]>;
	/** The next rows that differ from what the channel last confirmed; counts them as handed out. */
	getStockChanges(run: shape.SyncRun, limit: number): Promise<shape.StockChanges>;
	confirmStock(pushed: shape.StockPushed): Promise<shape.StockConfirmed>;
	/** What the channel shows against what it confirmed; a difference is listed and sent again by the next push. */
	compareStock(read: shape.StockLevelsRead): Promise<shape.StockCompared>;
	getDrift(store: string, limit: number): Promise<readonly shape.StockDrift[]>;
	compareReferences(read: shape.ReferencesRead): Promise<shape.ReferencesCompared>;
	getReconciled(store: string, limit: number): Promise<readonly shape.ReconciledHour[]>;

	/**
	 * Takes one call out of the quota that all executions share; answers how long to wait first, 0 to go now. While an urgent
	 * call waits, no other one is let through.
	 */
	takeQuota(key: string, quota: Quota, isUrgent?: boolean): Promise<{ waitMs: number }>;
	/** Stops all calls under the key for a while, because the channel said so. */
	pauseQuota(key: string, ms: number): Promise<void>;
	/** Counts answers in a row that were refusals or faults; a long row opens the breaker and pauses the key. */
	reportCall(key: string, ok: boolean): Promise<void>;
	close(): Promise<void>;
}
