import type { MappedOrder } from '../domain/order';
import { adjustStock } from './adjusting';
import { askOrders, claimAskedOrders } from './askedOrders';
import { archiveClosed } from './archiving';
import { archivedAt, restoreOrder } from './archivedOrders';
import { availability } from './availability';
import { setBoxes, setParcelBox } from './boxes';
import { breath } from './breath';
import { bringBack } from './bringingBack';
import { claimBatch, claimUpdates } from './claiming';
import { completeUpdate, failUpdate, holdUpdate, postponeUpdate } from './concluding';
import { configurationLog } from './configurationLog';
import { askConfirmation, confirm } from './confirmations';
import { confirmStock } from './confirming';
import { setStock } from './counting';
import { acknowledgeEvents, claimEvents, returnEvents, type EventsClaimed } from './deliveries';
import { dismissException } from './dismissing';
import { compareStock, driftOf } from './drift';
import { editOrder } from './editing';
import { engineOf, type LedgerOptions } from './engine';
import { getEvents } from './eventRows';
import { feedCreated, feedNotCreated, openPriceFeed } from './feeds';
import { importFulfilments } from './fulfilments';
import { glanceAtStores } from './glance';
import { getParcels } from './hubParcels';
import { importPage, importRecords } from './importing';
import { importStock } from './importingStock';
import { openExceptions } from './exceptions';
import { getInvoices, invoiceDone, openInvoiceFeed } from './invoices';
import { getLabel } from './labels';
import type { Ledger } from './ledger';
import type { LedgerWrites } from './ledgerWrites';
import { holdRun } from './lease';
import { linkListings, skipListings, unlinkListings } from './linking';
import { getListings } from './listingRows';
import { importCatalog, importListings } from './listings';
import { hubsInLedger, ruleSetOf, ruleSetsInLedger, sellersInLedger, storeOf } from './lookups';
import { manifestReadsOn, manifestWritesOn } from './manifestTransactions';
import { saveHub, saveRuleSet, saveSeller } from './masters';
import { migrate } from './migrations';
import { changeStatus } from './moving';
import { receiveNotice } from './notices';
import { openOrders } from './openOrders';
import { getOrder, getOrders } from './orders';
import { newsAmong } from './newsAmong';
import { parkedOrders } from './parking';
import { orderLog } from './orderLog';
import { cancelOverdue } from './overdue';
import { assignHub, routeByHand } from './placing';
import { confirmPrices, getPriceChanges } from './priceChanges';
import { getPrices, setPrices } from './prices';
import { exceptionQueue, holdQueue, parkedQueue, updateQueue } from './queues';
import { endCall, pauseQuota, reportCall, takeQuota } from './quota';
import { compareReferences, reconciledHours } from './reconciling';
import { reconsiderParked } from './reconsidering';
import { approveOrder, releaseOrder } from './releasing';
import { replayOrders } from './replaying';
import { rerouteHub } from './rerouting';
import { returnReadsOn, returnWritesOn } from './returnTransactions';
import { retryException } from './retrying';
import { decideWaiting, routeWaiting } from './routing';
import { safetyStock } from './safetyReasons';
import { restoreStore, saveStore } from './settings';
import type { SyncBegun } from './syncShapes';
import { rows, type Engine, type Work } from './statement';
import type { StoreRow } from './storeShapes';
import { getStock } from './stock';
import { stockChanges } from './stockChanges';
import { storeStanding } from './storeStanding';
import { syncSummary } from './summary';
import { beginSync, continueSync, requestSync } from './sync';
import { endSync, failSync } from './syncEnds';
import { setTracking } from './tracking';
import { transactionsOf } from './transactions';
import { storeInTurn } from './turn';
import { getUnmatched } from './unmatched';
import { getUpdates } from './updates';

/** Opens the ledger and brings its schema up to date. Keep it open: one per process and target. */
export async function openLedger(options: LedgerOptions): Promise<Ledger> {
	const engine = await engineOf(options);
	await migrate(engine);

	const transaction = transactionsOf(engine.run);

	const begin = transaction(beginSync);
	const reconsider = transaction(reconsiderParked);

	/** Orders parked by older settings come first, so that a new map shows its effect with the next sync. */
	async function beginAndReconsider(...args: Parameters<Ledger['beginSync']>): Promise<SyncBegun> {
		const begun = await begin(...args);
		if (begun.answer !== 'run' || begun.run.kind !== 'orders') return begun;
		while (await reconsider(begun.run)) await breath();
		return begun;
	}

	const claim = transaction(claimEvents);

	/** A consumer that was away for long has much to look through. */
	async function claimUndelivered(...of: Parameters<Ledger['claimEvents']>) {
		for (let from: number | null = null; ; ) {
			const { events, next }: EventsClaimed = await claim(...of, from);
			if (events.length > 0 || next === null) return events;
			from = next;
			await breath();
		}
	}

	/** What an archived order was, as if it had come back for a moment. */
	const shown =
		<A extends unknown[], T>(
			work: (store: string, id: string, ...rest: A) => Work<T>,
			marked: (answer: T, archivedAt: string) => T,
		) =>
		async (store: string, id: string, ...rest: A): Promise<T> => {
			const since = await engine.run(() => archivedAt(store, id));
			if (since === null) return await engine.run(() => work(store, id, ...rest));
			return await engine.rehearse(function* () {
				yield* bringBack(store, id);
				return marked(yield* work(store, id, ...rest), since);
			});
		};

	return {
		...writesOn(engine.run),
		rehearsal: writesOn(engine.rehearse),
		getSellers: transaction(sellersInLedger),
		getHubs: transaction(hubsInLedger),
		getStore: transaction(storeOf),
		getStores: transaction(storesInLedger),
		getConfigurationLog: transaction(configurationLog),
		getRuleSets: transaction(ruleSetsInLedger),
		getRuleSet: transaction(ruleSetOf),
		// Whatever it might write would be taken back.
		replayOrders: (...of) => replayOrders(engine.rehearse, ...of),
		beginSync: beginAndReconsider,
		continueSync: transaction(continueSync),
		requestSync: transaction(requestSync),
		holdRun: transaction(holdRun),
		importPage: transaction(importPage),
		importFulfilments: transaction(importFulfilments),
		endSync: transaction(endSync),
		failSync: transaction(failSync),
		receiveNotice: transaction(receiveNotice),
		getSyncSummary: transaction(syncSummary),
		importCatalog: transaction(importCatalog),
		getListings: transaction(getListings),
		getUnmatched: (...of) => getUnmatched(engine.run, ...of),
		routeWaiting: transaction(routeWaiting),
		decideWaiting: transaction(decideWaiting),
		getOrder: shown(getOrder, (order, archivedAt) => ({ ...order, archivedAt })),
		getOrders: transaction(getOrders),
		getOrderLog: shown(orderLog, (log) => log),
		getParcels: transaction(getParcels),
		openOrders: transaction(openOrders),
		claimAskedOrders: transaction(claimAskedOrders),
		getLabel: transaction(getLabel),
		getParked: transaction(parkedOrders),
		getExceptions: transaction(openExceptions),
		glanceAtStores: transaction(glanceAtStores),
		getStoreStanding: transaction(storeStanding),
		getExceptionQueue: transaction(exceptionQueue),
		getHoldQueue: transaction(holdQueue),
		getParkedQueue: transaction(parkedQueue),
		getUpdateQueue: transaction(updateQueue),
		askConfirmation: transaction(askConfirmation),
		confirm: transaction(confirm),
		claimUpdates: transaction(claimUpdates),
		claimBatch: transaction(claimBatch),
		holdUpdate: transaction(holdUpdate),
		completeUpdate: transaction(completeUpdate),
		postponeUpdate: transaction(postponeUpdate),
		failUpdate: transaction(failUpdate),
		getUpdates: transaction(getUpdates),
		claimEvents: claimUndelivered,
		getEvents: transaction(getEvents),
		acknowledgeEvents: transaction(acknowledgeEvents),
		returnEvents: transaction(returnEvents),
		getStock: transaction(getStock),
		getAvailability: (...of) => availability(engine.run, ...of),
		getSafetyStock: transaction(safetyStock),
		getStockChanges: (...of) => stockChanges(engine, ...of),
		importStock: (...of) => importStock(engine.run, ...of),
		confirmStock: transaction(confirmStock),
		compareStock: transaction(compareStock),
		getDrift: transaction(driftOf),
		getPrices: transaction(getPrices),
		getPriceChanges: transaction(getPriceChanges),
		confirmPrices: (...of) => confirmPrices(engine.run, ...of),
		openPriceFeed: (...of) => openPriceFeed(engine.run, ...of),
		feedCreated: transaction(feedCreated),
		feedNotCreated: transaction(feedNotCreated),
		getInvoices: transaction(getInvoices),
		...manifestReadsOn(engine.run),
		...returnReadsOn(engine.run),
		compareReferences: transaction(compareReferences),
		newsAmong: (...of) => newsAmong(engine.run, ...of),
		getReconciled: transaction(reconciledHours),
		takeQuota: transaction(takeQuota),
		endCall: transaction(endCall),
		pauseQuota: transaction(pauseQuota),
		reportCall: transaction(reportCall),
		close: () => engine.close(),
	};
}

/** What people change: each can be tried, too. */
function writesOn(run: Engine['run']): LedgerWrites {
	const transaction = transactionsOf(run);
	return {
		saveSeller: transaction(saveSeller),
		saveHub: transaction(saveHub),
		saveStore: transaction(saveStore),
		restoreStore: transaction(restoreStore),
		saveRuleSet: transaction(saveRuleSet),
		importOrders: transaction(function* (store: string, orders: readonly MappedOrder[]) {
			return yield* importRecords(yield* storeInTurn(store), orders);
		}),
		importListings: transaction(importListings),
		linkListings: transaction(linkListings),
		skipListings: transaction(skipListings),
		unlinkListings: transaction(unlinkListings),
		rerouteHub: transaction(rerouteHub),
		changeStatus: transaction(changeStatus),
		setTracking: transaction(setTracking),
		setParcelBox: transaction(setParcelBox),
		releaseOrder: transaction(releaseOrder),
		approveOrder: transaction(approveOrder),
		assignHub: transaction(assignHub),
		routeByHand: transaction(routeByHand),
		askOrders: transaction(askOrders),
		cancelOverdue: transaction(cancelOverdue),
		archiveClosed: (...of) => archiveClosed(run, ...of),
		restoreOrder: transaction(restoreOrder),
		editOrder: transaction(editOrder),
		retryException: transaction(retryException),
		dismissException: transaction(dismissException),
		setStock: transaction(setStock),
		setBoxes: transaction(setBoxes),
		adjustStock: transaction(adjustStock),
		setPrices: transaction(setPrices),
		openInvoiceFeed: transaction(openInvoiceFeed),
		invoiceDone: transaction(invoiceDone),
		...manifestWritesOn(run),
		...returnWritesOn(run),
	};
}

const storesInLedger = (): Work<readonly StoreRow[]> =>
	rows('SELECT code, channel, account, seller FROM stores ORDER BY code');
