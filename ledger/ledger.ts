import type { Box } from '../domain/box';
import type { Tracking } from '../domain/channelUpdate';
import type { HubEdit } from '../domain/hubEdit';
import type { HubStatus } from '../domain/hubStatus';
import type { Invoice } from '../domain/invoice';
import type { Listing } from '../domain/listing';
import type { MappedOrder } from '../domain/order';
import type { Price } from '../domain/price';
import type { Quota, Turn } from '../domain/quota';
import type { RuleSet } from '../domain/routing';
import type { ArchiveAsked } from './archiving';
import type {
	Confirmation,
	ConfirmationAsked,
	ConfirmationGiven,
	Confirmed,
} from './confirmationShapes';
import type { DeliveredEvent, EventFilter } from './eventShapes';
import type { ExceptionFilter, ExceptionRetried, LedgerException } from './exceptionShapes';
import type { FeedOpened } from './feedShapes';
import type { InvoiceFilter, InvoiceOpened, OrderInvoice } from './invoiceShapes';
import type {
	CatalogStored,
	LedgerListing,
	ListingEnded,
	ListingFilter,
	ListingLink,
	ListingSkip,
	ListingsRead,
} from './listingShapes';
import type { ManifestLedger } from './manifestLedger';
import type { NewsKind } from './newsAmong';
import type { OmsLedger } from './omsLedger';
import type { OpenOrdersPage } from './openOrders';
import type {
	AskedOrder,
	HubParcel,
	HubRerouted,
	LedgerOrder,
	OrderDecided,
	OrderEdited,
	OrderFilter,
	OrderLogEntry,
	OrdersArchived,
	OrdersCancelled,
	OrdersRouted,
	ParcelFilter,
	ParcelLabel,
	ParkedOrder,
	StatusDetail,
} from './orderShapes';
import type {
	ExceptionGlance,
	HeldOrder,
	QueueFilter,
	QueuePart,
	StoresGlance,
	StoreStanding,
	WaitingUpdate,
} from './overviewShapes';
import type {
	LedgerPrice,
	PriceChanges,
	PriceFilter,
	PriceSet,
	PricesConfirmed,
	PricesPushed,
} from './priceShapes';
import type {
	Availability,
	SafetyStock,
	SkuBox,
	StockAdjustment,
	StockChanges,
	StockCompared,
	StockConfirmed,
	StockCount,
	StockDrift,
	StockLevel,
	StockLevelsRead,
	StockPushed,
} from './stockShapes';
import type { LedgerWrites } from './ledgerWrites';
import type { Replay, ReplayAsked } from './replayShapes';
import type { ReturnLedger } from './returnLedger';
import type {
	ConfigurationLogRow,
	Hub,
	HubDraft,
	Seller,
	Store,
	StoreDraft,
	StoreRestore,
	StoreRow,
	StoreSaved,
} from './storeShapes';
import type {
	PageStored,
	ReconciledHour,
	RecordOutcome,
	ReferencesCompared,
	ReferencesRead,
	SyncAsked,
	SyncBegun,
	SyncEnded,
	SyncFailure,
	SyncKind,
	SyncPage,
	SyncRemarks,
	SyncRequested,
	SyncRun,
	SyncSummary,
} from './syncShapes';
import type {
	ClaimedUpdate,
	LedgerUpdate,
	UpdateEnded,
	UpdateFilter,
	UpdateTold,
	UpdateWait,
} from './updateShapes';

/** The hub's memory. Every function is one transaction (long ones: one per chunk); refusals throw `Failure`. */
export interface Ledger extends OmsLedger, ManifestLedger, ReturnLedger {
	saveSeller(seller: Seller): Promise<Seller>;
	getSellers(): Promise<readonly Seller[]>;
	saveHub(hub: HubDraft): Promise<Hub>;
	getHubs(): Promise<readonly Hub[]>;
	saveStore(draft: StoreDraft): Promise<StoreSaved>;
	/** The settings in force, or those of an earlier version. */
	getStore(code: string, version?: number): Promise<Store>;
	getStores(): Promise<readonly StoreRow[]>;
	/** Brings an earlier version back, as a new one. */
	restoreStore(restore: StoreRestore): Promise<StoreSaved>;
	getConfigurationLog(store: string, limit: number): Promise<readonly ConfigurationLogRow[]>;
	saveRuleSet(ruleSet: Omit<RuleSet, 'version'>): Promise<RuleSet>;
	/** Codes and newest versions, for lists. */
	getRuleSets(): Promise<readonly Pick<RuleSet, 'code' | 'version'>[]>;
	/** The newest version, or the given one. */
	getRuleSet(code: string, version?: number): Promise<RuleSet>;
	/** What a draft of rules would have made of the last days' orders; changes nothing. */
	replayOrders(asked: ReplayAsked): Promise<Replay>;

	/** `asked`: a person asks for it, so its interval need not have passed. */
	beginSync(store: string, kind: SyncKind, asked?: SyncAsked | null): Promise<SyncBegun>;
	/** A person asks for a sync that another workflow does: its template begins it with the next tick. */
	requestSync(store: string, kind: SyncKind, asked: SyncAsked): Promise<SyncRequested>;
	/** Takes a run on in a fresh execution. */
	continueSync(run: SyncRun): Promise<SyncBegun>;
	/** Renews the lease before the channel is told something that must not be old; refuses a run that lost it. */
	holdRun(run: SyncRun): Promise<void>;
	importPage(page: SyncPage): Promise<PageStored>;
	endSync(run: SyncRun, next: string | null, remarks?: SyncRemarks): Promise<SyncEnded>;
	/** Closes the run as failed; says when the store is tried again. */
	failSync(run: SyncRun, failure: SyncFailure): Promise<{ dueAt: string }>;
	getSyncSummary(store: string, kind: SyncKind): Promise<SyncSummary>;

	/** Orders that came without a sync, such as from a trigger: no cursor moves. */
	importOrders(store: string, orders: readonly MappedOrder[]): Promise<readonly RecordOutcome[]>;
	importListings(store: string, listings: readonly Listing[]): Promise<readonly ListingEnded[]>;
	/** A page of listings under a run of kind `catalog`. */
	importCatalog(page: ListingsRead): Promise<CatalogStored>;
	/** A person says which SKU each listing is; the whole list is refused when one of them is not usable. */
	linkListings(store: string, links: readonly ListingLink[]): Promise<readonly ListingEnded[]>;
	/** A person names listings that cannot be linked yet: listed as skipped, with the reason, unless they are linked. */
	skipListings(store: string, rows: readonly ListingSkip[]): Promise<readonly ListingEnded[]>;
	/** Takes links back: the listings count again as what the channel writes. */
	unlinkListings(store: string, listings: readonly string[]): Promise<readonly ListingEnded[]>;
	getListings(filter: ListingFilter): Promise<readonly LedgerListing[]>;
	routeWaiting(store: string, limit: number): Promise<OrdersRouted>;
	/** What `routeWaiting` would decide; changes nothing. */
	decideWaiting(store: string, limit: number): Promise<readonly OrderDecided[]>;
	/** Gives the unpicked orders of a closed hub back and routes them again. */
	rerouteHub(hub: string, limit: number): Promise<HubRerouted>;
	getOrder(store: string, id: string): Promise<LedgerOrder>;
	getOrders(filter: OrderFilter): Promise<readonly LedgerOrder[]>;
	/** What a hub ships: of a split order its own part only. Newest order first. */
	getParcels(filter: ParcelFilter): Promise<readonly HubParcel[]>;
	/** What the channel is to hear of it, by the store's maps, enters the outbox in the same transaction. */
	changeStatus(
		store: string,
		id: string,
		status: HubStatus,
		detail?: StatusDetail,
	): Promise<LedgerOrder>;
	/** Carrier and number of a parcel; late ones reach the channel as an update of their own. */
	setTracking(store: string, id: string, tracking: Tracking, parcel?: number): Promise<LedgerOrder>;
	/** The label that the channel made of a parcel, or of the only one. */
	getLabel(store: string, id: string, parcel?: number): Promise<ParcelLabel>;
	/** How large and heavy a parcel is, or the only one: updates that wait for it are due at once. */
	setParcelBox(store: string, id: string, box: Box, parcel?: number): Promise<LedgerOrder>;
	/** What happened to the order, by whom and when: the newest entries, oldest of them first. */
	getOrderLog(store: string, id: string, limit: number): Promise<readonly OrderLogEntry[]>;
	/** Takes an order up again that a person put on hold, and routes it at once. `by` is who does it, for the order log. */
	releaseOrder(store: string, id: string, by?: string | null): Promise<LedgerOrder>;
	/** The same of an order that waits for a person to approve it. */
	approveOrder(store: string, id: string, by?: string | null): Promise<LedgerOrder>;
	/** Reserves the whole order at a hub that a person chose among those mapped. */
	assignHub(store: string, id: string, hub: string, by?: string | null): Promise<LedgerOrder>;
	/** The same of an order that no rule could place, and of no other. */
	routeByHand(store: string, id: string, hub: string, by?: string | null): Promise<LedgerOrder>;
	/** Changes lines and address of an order on hold, and routes it anew unless a person holds it. */
	editOrder(store: string, id: string, edit: HubEdit, by?: string | null): Promise<OrderEdited>;
	/** Somebody wants these to be read from the channel again, by its ids. */
	askOrders(
		store: string,
		orders: readonly string[],
		by?: string | null,
	): Promise<readonly AskedOrder[]>;
	/** Hands them out to the workflow that reads them, again after a while where they did not come in. */
	claimAskedOrders(
		store: string,
		limit: number,
	): Promise<readonly { readonly store: string; readonly order: string }[]>;
	/** Cancels what is on hold for longer than the store's settings allow. */
	cancelOverdue(store: string, limit: number): Promise<OrdersCancelled>;
	/** Puts closed orders of which nothing is owed away, and answers them; in chunks, the longest closed first. */
	archiveClosed(store: string, asked: ArchiveAsked): Promise<OrdersArchived>;
	/** Brings one of them back, as it was. */
	restoreOrder(store: string, id: string, by?: string | null): Promise<LedgerOrder>;
	getParked(store: string, limit: number): Promise<readonly ParkedOrder[]>;
	getExceptions(
		store: string,
		limit: number,
		filter?: ExceptionFilter,
	): Promise<readonly LedgerException[]>;
	retryException(id: number): Promise<ExceptionRetried>;
	dismissException(id: number, reason: string): Promise<LedgerException>;

	/** Every store with its state and so many hours, for a page that shows them all. */
	glanceAtStores(hours: number): Promise<StoresGlance>;
	getStoreStanding(store: string, hours: number): Promise<StoreStanding>;
	getExceptionQueue(filter: QueueFilter): Promise<QueuePart<ExceptionGlance>>;
	getHoldQueue(filter: QueueFilter): Promise<QueuePart<HeldOrder>>;
	getParkedQueue(filter: QueueFilter): Promise<QueuePart<ParkedOrder>>;
	getUpdateQueue(filter: QueueFilter): Promise<QueuePart<WaitingUpdate>>;
	/** What a person is to confirm on a page; refuses what cannot be done. */
	askConfirmation(asked: ConfirmationAsked): Promise<Confirmation>;
	/** Does what was confirmed, once; said again, answers as it did. */
	confirm(given: ConfirmationGiven): Promise<Confirmed>;

	/** Hands out what is due, the most urgent first, one update of an order at a time; each under a lease of 60 s. */
	claimUpdates(store: string, limit: number): Promise<readonly ClaimedUpdate[]>;
	/** The same for one execution of several: where more is due and another one is telling, only what takes orders off. */
	claimBatch(store: string, limit: number): Promise<readonly ClaimedUpdate[]>;
	/** Renews the lease before sending; refuses when another execution has the update by now. */
	holdUpdate(claim: Pick<ClaimedUpdate, 'id' | 'fence'>): Promise<void>;
	/** What the channel said of its parcels is kept with them, and not told back. */
	completeUpdate(
		claim: Pick<ClaimedUpdate, 'id' | 'fence'>,
		detail: string,
		told?: UpdateTold,
	): Promise<UpdateEnded>;
	/**
	 * It cannot be sent yet: due again then, or once somebody said how large its parcels are when no time is given. Keeps its
	 * place before the later updates of its order, and counts as no try.
	 */
	postponeUpdate(
		claim: Pick<ClaimedUpdate, 'id' | 'fence'>,
		detail: string,
		wait: UpdateWait,
	): Promise<UpdateEnded>;
	/** Tried again later where the failure may pass, else an exception. */
	failUpdate(
		claim: Pick<ClaimedUpdate, 'id' | 'fence'>,
		failure: SyncFailure,
	): Promise<UpdateEnded>;
	getUpdates(filter: UpdateFilter): Promise<readonly LedgerUpdate[]>;

	/** Hands out events that the consumer has not acknowledged, under a lease; a new consumer begins now. */
	claimEvents(consumer: string, filter: EventFilter): Promise<readonly DeliveredEvent[]>;
	/** The newest ones, oldest of them first, for a look: nothing is delivered by it. */
	getEvents(filter: EventFilter): Promise<readonly DeliveredEvent[]>;
	acknowledgeEvents(consumer: string, ids: readonly number[]): Promise<void>;
	/** Gives them back at once, to be delivered again; too often makes an exception. */
	returnEvents(consumer: string, ids: readonly number[]): Promise<void>;

	setStock(counts: readonly StockCount[]): Promise<readonly StockLevel[]>;
	adjustStock(adjustments: readonly StockAdjustment[]): Promise<readonly StockLevel[]>;
	/** How large and heavy one unit of each SKU is: updates that wait for it are due at once. */
	setBoxes(seller: string, boxes: readonly SkuBox[]): Promise<readonly SkuBox[]>;
	getStock(seller: string, sku: string): Promise<readonly StockLevel[]>;
	getAvailability(store: string, skus: readonly string[]): Promise<readonly Availability[]>;
	/** The SKUs of which most is held back by a safety stock that sizes itself, and why. */
	getSafetyStock(store: string, limit: number): Promise<readonly SafetyStock[]>;
	/** The next rows that differ from what the channel last confirmed; counts them as handed out. */
	getStockChanges(run: SyncRun, limit: number): Promise<StockChanges>;
	confirmStock(pushed: StockPushed): Promise<StockConfirmed>;
	/** What the channel shows against what it confirmed; a difference is listed and sent again by the next push. */
	compareStock(read: StockLevelsRead): Promise<StockCompared>;
	getDrift(store: string, limit: number): Promise<readonly StockDrift[]>;
	/** Keeps the newest wanted price of each listing; `isAgain`: also sends what the channel has already. */
	setPrices(
		store: string,
		prices: readonly Price[],
		isAgain?: boolean,
	): Promise<readonly PriceSet[]>;
	getPrices(filter: PriceFilter): Promise<readonly LedgerPrice[]>;
	/** The next prices that the channel has not, and the feeds to ask about. */
	getPriceChanges(run: SyncRun, limit: number): Promise<PriceChanges>;
	confirmPrices(pushed: PricesPushed): Promise<PricesConfirmed>;
	/** Reserves up to so many prices for one feed, right before it is created on the channel. */
	openPriceFeed(run: SyncRun, limit: number): Promise<FeedOpened>;
	/** The same for the invoice of an order that was shipped. */
	openInvoiceFeed(store: string, order: string, invoice: Invoice): Promise<InvoiceOpened>;
	feedCreated(feed: number, channelFeed: string): Promise<void>;
	/** Only where it is certain that the channel does not have it. */
	feedNotCreated(feed: number, why: string): Promise<void>;
	/** Shipped orders and what their invoices wait for. */
	getInvoices(filter: InvoiceFilter): Promise<readonly OrderInvoice[]>;
	/** A person has seen to the invoice of the order. */
	invoiceDone(store: string, order: string): Promise<OrderInvoice>;

	compareReferences(read: ReferencesRead): Promise<ReferencesCompared>;
	/**
	 * The ids of those that the store lacks or has in an older revision; what is only in an exception is news. Of an OMS: those of
	 * which not all was taken in.
	 */
	newsAmong(
		store: string,
		references: ReferencesRead['references'],
		kind?: NewsKind,
	): Promise<readonly string[]>;
	/** The channel's ids of orders that may still change there. */
	openOrders(store: string, page: OpenOrdersPage): Promise<readonly string[]>;
	getReconciled(store: string, limit: number): Promise<readonly ReconciledHour[]>;

	/**
	 * Takes one call out of the quota that all executions share; answers how long to wait first, 0 to go now. While an urgent
	 * call waits, no other one is let through.
	 */
	takeQuota(key: string, quota: Quota, isUrgent?: boolean): Promise<Turn>;
	/** Says that the call of that turn has ended: it may have arrived that late. */
	endCall(key: string, quota: Quota, turn: number): Promise<void>;
	/** Stops all calls under the key for a while, because the channel said so. */
	pauseQuota(key: string, ms: number): Promise<void>;
	/** Counts answers in a row that were refusals or faults; a long row opens the breaker and pauses the key. */
	reportCall(key: string, ok: boolean): Promise<void>;
	/** The same changes, each taken back as soon as it is made: it answers what it would have. */
	readonly rehearsal: LedgerWrites;
	close(): Promise<void>;
}
