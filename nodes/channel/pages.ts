import type { IExecuteFunctions } from 'n8n-workflow';
import type { Http, OrderReference } from '../../channels/connector';
import { refused } from '../../domain/failure';
import type { Ledger } from '../../ledger/ledger';
import type { SyncKind, SyncRun } from '../../ledger/syncShapes';
import type { AccessTo, ChannelAccess } from '../shared/channelAccess';
import { eachItem } from '../shared/eachItem';
import { ledgerOf } from '../shared/ledgerOf';
import { jsonOf, runOf } from '../shared/parameters';
import { one } from '../shared/row';
import { inQuota } from './inQuota';
import { sameAccount } from './sameAccount';

/** The run on the item, where it is one of the kind that the operation works for. */
export function runOfKind(kind: SyncKind, context: IExecuteFunctions, item: number): SyncRun {
	const run = runOf(context, item);
	if (run.kind === kind) return run;
	throw refused(
		`The run on the item is of the kind "${run.kind}". Set the kind of Sync Begin to "${kind}".`,
	);
}

/** A walk that has more than its first page to read may have thousands. */
const isOnItsWay = ({ position }: SyncRun) => position !== null;

/** One page of a run, as the one item that goes on. */
export const page = (
	kind: SyncKind,
	access: ChannelAccess,
	read: (http: Http, run: SyncRun, ledger: Ledger) => Promise<{ readonly account: string }>,
) =>
	eachItem(async (context, item) => {
		const run = runOfKind(kind, context, item);
		const ledger = await ledgerOf(context);
		const asked = (http: Http) => read(http, run, ledger);
		const { account, ...found } = await inQuota(context, access, asked, {
			isBulk: isOnItsWay(run),
		});
		sameAccount(access, run.account, account);
		return one({ run, ...found });
	});

export const orderPage = (access: AccessTo<'orders'>) =>
	page('orders', access, (http, run, ledger) =>
		access.connector.orders.page(http, {
			...run,
			newsAmong: newsFor(run, ledger),
			openIds: (among) => ledger.openOrders(run.store, among),
		}),
	);

/** What a run that reads orders asks before it reads one whole. */
export const newsFor =
	({ store }: SyncRun, ledger: Ledger, kind?: 'fulfilments') =>
	async (references: readonly OrderReference[]) =>
		new Set(await ledger.newsAmong(store, references, kind));

export const referencePage = (access: AccessTo<'orders', 'references'>) =>
	page('reconcile', access, (http, run) => access.connector.orders.references(http, run));

export const stockPage = (access: AccessTo<'stock', 'page'>) =>
	page('drift', access, (http, run) => access.connector.stock.page(http, run.position));

export const listingPage = (access: AccessTo<'listings'>) =>
	page('catalog', access, (http, run) => access.connector.listings.page(http, run.position));

/** Reads the orders that the hub lacks. One that the channel does not have any more is no gap. */
export const gaps = (access: AccessTo<'orders'>) =>
	eachItem(async (context, item) => {
		const run = runOfKind('reconcile', context, item);
		const { next = null, watermark } = jsonOf(context, item);
		const ids = gapsOf(context, item);
		if (ids.length === 0) return one({ run, orders: [], unreadable: [], next, watermark });
		const { account, ...found } = await inQuota(context, access, (http) =>
			access.connector.orders.get(http, ids),
		);
		sameAccount(access, run.account, account);
		return one({ run, ...found, next, watermark });
	});

function gapsOf(context: IExecuteFunctions, item: number): readonly string[] {
	const ids: unknown = jsonOf(context, item).gaps;
	if (Array.isArray(ids) && ids.every((id) => typeof id === 'string')) return ids;
	throw refused('The item holds no gaps. Connect this node behind Compare of the reconciliation.');
}
