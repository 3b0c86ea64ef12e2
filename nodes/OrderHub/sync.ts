import { Failure, failureKinds } from '../../domain/failure';
import type { SyncRun } from '../../ledger/shapes';
import { eachItem } from '../shared/eachItem';
import { ledgerOf } from '../shared/ledgerOf';
import { jsonOf, runOf, text } from '../shared/parameters';
import { one } from '../shared/row';
import type { Row } from '../shared/row';

const notNow = 1;
const moreHere = 1;
const moreLater = 2;

/** An item with a run comes from the execution before, which had its share of pages. */
export const beginSync = eachItem(async (context, item) => {
	const ledger = await ledgerOf(context);
	const begun =
		jsonOf(context, item).run === undefined
			? await ledger.beginSync(text(context, 'store', item), 'orders')
			: await ledger.continueSync(runOf(context, item));
	return begun.answer === 'run' ? one({ run: begun.run }) : one(begun, notNow);
});

export const endSync = eachItem(async (context, item) => {
	const run = runOf(context, item);
	const json = jsonOf(context, item);
	const ledger = await ledgerOf(context);
	if (json.error !== undefined) {
		const failure = failureIn(json.error, json.details);
		const { dueAt } = await ledger.failSync(run, {
			kind: failure.kind,
			message: failure.message,
			retryAfterMs: failure.retryAfterMs ?? null,
		});
		throw new Failure(failure.kind, `${failure.message} The sync is tried again at ${dueAt}.`);
	}
	const ended = await ledger.endSync(run, json.next ?? null);
	return ended.answer === 'done' ? one({ ...json, ...ended }) : goOn(ended.run, ended.here);
});

const goOn = (run: SyncRun, here: boolean): readonly Row[] =>
	one({ run }, here ? moreHere : moreLater);

/** What the error output of a node before put on the item. */
function failureIn(error: unknown, details: unknown): Failure {
	const { kind, retryAfterMs } = Object(details) as { kind?: unknown; retryAfterMs?: unknown };
	return new Failure(
		failureKinds.find((known) => known === kind) ?? 'rejected',
		typeof error === 'string' ? error : JSON.stringify(error),
		typeof retryAfterMs === 'number' ? retryAfterMs : undefined,
	);
}
