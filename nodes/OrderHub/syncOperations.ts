import { sleep } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { Failure } from '../../domain/failure';
import type { Ledger } from '../../ledger/ledger';
import { longestRestMs } from '../../ledger/pace';
import { syncKinds, type SyncAsked, type SyncRemarks, type SyncRun } from '../../ledger/syncShapes';
import { eachItem } from '../shared/eachItem';
import { failureIn } from '../shared/failureIn';
import { ledgerOf } from '../shared/ledgerOf';
import { flag, jsonOf, oneOf, runOf, text } from '../shared/parameters';
import { one, type Row } from '../shared/row';
import { gives, limit, lists, store } from './calls';
import { referencesOf } from '../shared/runItems';

const notNow = 1;
const moreHere = 1;
const moreLater = 2;

const kindOf = (context: IExecuteFunctions, item: number) =>
	oneOf(syncKinds, text(context, 'kind', item), 'kind');

const isFull = (context: IExecuteFunctions, item: number) =>
	kindOf(context, item) === 'inventory' && flag(context, 'full', item);

/** Null where the schedule begins it. */
const askedIn = (context: IExecuteFunctions, item: number): SyncAsked | null =>
	flag(context, 'manual', item) ? { isFull: isFull(context, item) } : null;

/**
 * An item with a run comes from the execution before, which had its share of pages, or has found so much that the next sync is
 * to begin soon.
 */
const begin = eachItem(async (context, item) => {
	const ledger = await ledgerOf(context);
	const begun = await begunBy(context, item, ledger);
	return begun.answer === 'run' ? one({ run: begun.run }) : one(begun, notNow);
});

async function begunBy(context: IExecuteFunctions, item: number, ledger: Ledger) {
	const { run, againInMs } = jsonOf(context, item);
	if (run === undefined) {
		const [code, kind] = [store(context, item), kindOf(context, item)];
		return await ledger.beginSync(code, kind, askedIn(context, item));
	}
	const before = runOf(context, item);
	if (typeof againInMs !== 'number') return await ledger.continueSync(before);
	await sleep(Math.min(againInMs, longestRestMs));
	return await ledger.beginSync(before.store, before.kind);
}

const end = eachItem(async (context, item) => {
	const run = runOf(context, item);
	const json = jsonOf(context, item);
	const ledger = await ledgerOf(context);
	if (json.error !== undefined) {
		const failure = failureIn(json);
		const { dueAt } = await ledger.failSync(run, failure);
		throw new Failure(failure.kind, `${failure.message} The sync is tried again at ${dueAt}.`);
	}
	const ended = await ledger.endSync(run, json.next ?? null, remarksIn(json));
	if (ended.answer === 'continue') return goOn(ended.run, ended.here);
	const { againInMs, ...done } = ended;
	const isSoon = againInMs !== undefined && againInMs <= longestRestMs;
	return [...one({ ...json, ...done }), ...(isSoon ? again(done.run, againInMs) : [])];
});

const remarksIn = ({ waitMs, remark }: IDataObject): SyncRemarks => ({
	...(typeof waitMs === 'number' && Number.isFinite(waitMs) && { waitMs }),
	...(typeof remark === 'string' && { remark }),
});

const goOn = (run: SyncRun, here: boolean): readonly Row[] =>
	one({ run }, here ? moreHere : moreLater);

const again = (run: SyncRun, againInMs: number): readonly Row[] =>
	one({ run, againInMs }, moreLater);

export const syncOperations = {
	'reconciliation:compare': gives((ledger, ...at) => ledger.compareReferences(referencesOf(...at))),
	'reconciliation:getMany': lists((ledger, ...at) =>
		ledger.getReconciled(store(...at), limit(...at)),
	),
	'sync:begin': begin,
	'sync:end': end,
	/** How far it has read is of interest to who looks for a fault. */
	'sync:getSummary': gives(async (ledger, ...at) => {
		const { watermark, ...summary } = await ledger.getSyncSummary(store(...at), kindOf(...at));
		return flag(at[0], 'simple', at[1]) ? summary : { ...summary, watermark };
	}),
	'sync:request': gives((ledger, ...at) =>
		ledger.requestSync(store(...at), kindOf(...at), { isFull: isFull(...at) }),
	),
};
