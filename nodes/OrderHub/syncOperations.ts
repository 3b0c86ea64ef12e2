import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { Failure } from '../../domain/failure';
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

/** An item with a run comes from the execution before, which had its share of pages. */
const begin = eachItem(async (context, item) => {
	const ledger = await ledgerOf(context);
	const begun =
		jsonOf(context, item).run === undefined
			? await ledger.beginSync(store(context, item), kindOf(context, item), askedIn(context, item))
			: await ledger.continueSync(runOf(context, item));
	return begun.answer === 'run' ? one({ run: begun.run }) : one(begun, notNow);
});

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
	return ended.answer === 'done' ? one({ ...json, ...ended }) : goOn(ended.run, ended.here);
});

const remarksIn = ({ waitMs, remark }: IDataObject): SyncRemarks => ({
	...(typeof waitMs === 'number' && Number.isFinite(waitMs) && { waitMs }),
	...(typeof remark === 'string' && { remark }),
});

const goOn = (run: SyncRun, here: boolean): readonly Row[] =>
	one({ run }, here ? moreHere : moreLater);

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
