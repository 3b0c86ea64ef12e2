import { importPage, importRecords } from './importing';
import { openExceptions } from './exceptions';
import type { Ledger } from './ledger';
import { importListings } from './listings';
import { hubsInLedger, storeOf } from './lookups';
import { saveHub, saveRuleSet, saveSeller } from './masters';
import { migrate } from './migrations';
import { changeStatus, getOrder, getOrders } from './orders';
import { parkedOrders } from './parking';
import { pauseQuota, reportCall, takeQuota } from './quota';
import { reconsiderParked } from './reconsidering';
import { routeWaiting } from './routing';
import { configurationLog, saveStore } from './settings';
import type { SyncBegun } from './shapes';
import { sqliteEngine } from './sqlite';
import { rows, type Work } from './statement';
import { getStock, setStock } from './stock';
import { syncSummary } from './summary';
import { beginSync, continueSync, endSync, failSync } from './sync';

export interface LedgerOptions {
	readonly engine: 'sqlite';
	readonly file: string;
}

/** Opens the ledger and brings its schema up to date. Keep it open: one per process and file. */
export async function openLedger({ file }: LedgerOptions): Promise<Ledger> {
	const engine = sqliteEngine(file);
	await migrate(engine);

	/** One ledger function as one transaction. */
	const transaction =
		<A extends unknown[], T>(work: (...args: A) => Work<T>) =>
		(...args: A): Promise<T> =>
			engine.run(() => work(...args));

	const begin = transaction(beginSync);
	const reconsider = transaction(reconsiderParked);

	/** Orders parked by older settings come first, so that a new map shows its effect with the next sync. */
	async function beginAndReconsider(...args: Parameters<Ledger['beginSync']>): Promise<SyncBegun> {
		const begun = await begin(...args);
		if (begun.answer !== 'run') return begun;
		while (await reconsider(begun.run)) await breath();
		return begun;
	}

	return {
		saveSeller: transaction(saveSeller),
		saveHub: transaction(saveHub),
		getHubs: transaction(hubsInLedger),
		saveStore: transaction(saveStore),
		getStore: transaction(storeOf),
		getStores: transaction(storesInLedger),
		getConfigurationLog: transaction(configurationLog),
		saveRuleSet: transaction(saveRuleSet),
		beginSync: beginAndReconsider,
		continueSync: transaction(continueSync),
		importPage: transaction(importPage),
		endSync: transaction(endSync),
		failSync: transaction(failSync),
		getSyncSummary: transaction(syncSummary),
		importOrders: transaction(function* (store: string, orders) {
			return yield* importRecords(yield* storeOf(store), orders);
		}),
		importListings: transaction(importListings),
		routeWaiting: transaction(routeWaiting),
		getOrder: transaction(getOrder),
		getOrders: transaction(getOrders),
		changeStatus: transaction(changeStatus),
		getParked: transaction(parkedOrders),
		getExceptions: transaction(openExceptions),
		setStock: transaction(setStock),
		getStock: transaction(getStock),
		takeQuota: transaction(takeQuota),
		pauseQuota: transaction(pauseQuota),
		reportCall: transaction(reportCall),
		close: () => engine.close(),
	};
}

const storesInLedger = (): Work<readonly { code: string; channel: string }[]> =>
	rows('SELECT code, channel FROM stores ORDER BY code');

/** Lets everything else in the process run before the next chunk. */
const breath = () => new Promise<void>((resolve) => setImmediate(resolve));
