import type { IExecuteFunctions } from 'n8n-workflow';
import type { StockFigure } from '../../domain/stockFigure';
import type { SyncRun } from '../../ledger/syncShapes';
import type { AccessTo } from '../shared/channelAccess';
import { isDryRun } from '../shared/dryRun';
import { eachItem } from '../shared/eachItem';
import { patienceMs } from '../shared/http';
import { ledgerOf } from '../shared/ledgerOf';
import { jsonOf } from '../shared/parameters';
import { many, one } from '../shared/row';
import type { Execute } from '../shared/row';
import { askDecided } from './askDecided';
import { runOfKind } from './pages';
import { pushBatches, rehearseBatches } from './pushBatches';
import { pushRows } from './pushRows';
import { accountOf, sameAccount } from './sameAccount';
import { changesOf, pendingOf } from './stockRows';

/**
 * What a run handed out, as the one item that goes on, with what became of rows that the channel was still to decide on. The run's
 * lease is renewed first: one that lost it would send old figures.
 */
const pushChanges = (access: AccessTo<'stock'>) =>
	eachItem(async (context, item) => {
		const run = runOfKind('inventory', context, item);
		const { next = null } = jsonOf(context, item);
		const changes = changesOf(context, item);
		const pending = pendingOf(context, item);
		const nothing = one({ run, receipts: [], next });
		if (changes.length + pending.length === 0) return nothing;
		if (isDryRun(context, item)) {
			return changes.length === 0 ? nothing : await tried(context, access, { run, changes });
		}
		const until = Date.now() + patienceMs;
		await (await ledgerOf(context)).holdRun(run);
		sameAccount(access, run.account, await accountOf(context, access));
		const receipts = await pushBatches(context, access, { figures: changes, until });
		const isAll = changes.length === 0;
		const decided = await askDecided(context, access, { figures: pending, until, isAll });
		return one({ run, receipts: [...receipts, ...decided], next });
	});

/** Without the run: nobody behind this node can take the rows for sent. They are handed out again. */
async function tried(
	context: IExecuteFunctions,
	access: AccessTo<'stock'>,
	{ run, changes }: { readonly run: SyncRun; readonly changes: readonly StockFigure[] },
) {
	sameAccount(access, run.account, await accountOf(context, access));
	const batches = await rehearseBatches(context, access, changes);
	return many(batches.map((batch) => ({ store: run.store, ...batch })));
}

/** Under a run when the item holds one, else the rows that the items are. */
export const pushStock =
	(access: AccessTo<'stock'>): Execute =>
	async (context) =>
		await (jsonOf(context, 0).run === undefined ? pushRows : pushChanges)(access)(context);
