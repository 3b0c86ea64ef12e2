import type { IExecuteFunctions } from 'n8n-workflow';
import { refused } from '../../domain/failure';
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
import { runOfKind } from './pages';
import { pushBatches, rehearseBatches } from './pushBatches';
import { pushRows } from './pushRows';
import { accountOf, sameAccount } from './sameAccount';

/** What a run handed out, as the one item that goes on. Its lease is renewed first: a run that lost it would send old figures. */
const pushChanges = (access: AccessTo<'stock'>) =>
	eachItem(async (context, item) => {
		const run = runOfKind('inventory', context, item);
		const { next = null } = jsonOf(context, item);
		const changes = changesOf(context, item);
		if (changes.length === 0) return one({ run, receipts: [], next });
		if (isDryRun(context, item)) return await tried(context, access, { run, changes });
		const until = Date.now() + patienceMs;
		await (await ledgerOf(context)).holdRun(run);
		sameAccount(access, run.account, await accountOf(context, access));
		const receipts = await pushBatches(context, access, { figures: changes, until });
		return one({ run, receipts, next });
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

function changesOf(context: IExecuteFunctions, item: number): readonly StockFigure[] {
	const { changes } = jsonOf(context, item);
	if (!Array.isArray(changes) || !changes.every(isFigure)) {
		throw refused('The item holds no changes of stock. Connect this node behind Get Changes.');
	}
	return changes.map(({ listing, location, quantity, sequence, product }) => ({
		listing,
		location,
		quantity,
		...(sequence !== undefined && { sequence }),
		...(product !== undefined && { product }),
	}));
}

const isFigure = (row: unknown): row is StockFigure =>
	typeof row === 'object' &&
	row !== null &&
	'listing' in row &&
	'location' in row &&
	'quantity' in row &&
	typeof row.listing === 'string' &&
	typeof row.location === 'string' &&
	typeof row.quantity === 'number';
