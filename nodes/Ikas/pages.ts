import type { IExecuteFunctions } from 'n8n-workflow';
import type { Http } from '../../channels/connector';
import { refused } from '../../domain/failure';
import type { SyncKind, SyncRun } from '../../ledger/syncShapes';
import { eachItem } from '../shared/eachItem';
import { jsonOf, runOf } from '../shared/parameters';
import { one } from '../shared/row';
import { access } from './access';
import { onIkas } from './onIkas';
import { sameAccount } from './sameAccount';

const { listings, orders, stock } = access.connector;

/** The run on the item, where it is one of the kind that the operation works for. */
export function runOfKind(kind: SyncKind, context: IExecuteFunctions, item: number): SyncRun {
	const run = runOf(context, item);
	if (run.kind === kind) return run;
	throw refused(
		`The run on the item is of the kind "${run.kind}". Set the kind of Sync Begin to "${kind}".`,
	);
}

/** One page of a run, as the one item that goes on. */
const page = (
	kind: SyncKind,
	read: (http: Http, run: SyncRun) => Promise<{ readonly account: string }>,
) =>
	eachItem(async (context, item) => {
		const run = runOfKind(kind, context, item);
		const { account, ...found } = await onIkas(context, (http) => read(http, run));
		sameAccount(run.account, account);
		return one({ run, ...found });
	});

export const orderPage = page('orders', (http, run) => orders.page(http, run));

export const referencePage = page('reconcile', (http, run) => orders.references(http, run));

export const stockPage = page('drift', (http, run) => stock.page(http, run.position));

export const listingPage = page('catalog', (http, run) => listings.page(http, run.position));

/** Reads the orders that the hub lacks. One that ikas does not have any more is no gap. */
export const gaps = eachItem(async (context, item) => {
	const run = runOfKind('reconcile', context, item);
	const { next = null, watermark } = jsonOf(context, item);
	const ids = gapsOf(context, item);
	if (ids.length === 0) return one({ run, orders: [], unreadable: [], next, watermark });
	const { account, ...found } = await onIkas(context, (http) => orders.get(http, ids));
	sameAccount(run.account, account);
	return one({ run, ...found, next, watermark });
});

function gapsOf(context: IExecuteFunctions, item: number): readonly string[] {
	const ids: unknown = jsonOf(context, item).gaps;
	if (Array.isArray(ids) && ids.every((id) => typeof id === 'string')) return ids;
	throw refused('The item holds no gaps. Connect this node behind Compare of the reconciliation.');
}
