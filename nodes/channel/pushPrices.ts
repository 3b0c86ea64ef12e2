import type { IExecuteFunctions } from 'n8n-workflow';
import { refused } from '../../domain/failure';
import type { Price, PriceReceipt } from '../../domain/price';
import type { PriceChanges } from '../../ledger/priceShapes';
import type { SyncRun } from '../../ledger/syncShapes';
import type { AccessTo } from '../shared/channelAccess';
import { isDryRun } from '../shared/dryRun';
import { eachItem } from '../shared/eachItem';
import { patienceMs } from '../shared/http';
import { ledgerOf } from '../shared/ledgerOf';
import { rehearsed } from '../shared/notSent';
import { jsonOf } from '../shared/parameters';
import { many, one } from '../shared/row';
import { askFeeds } from './askFeeds';
import { inQuota } from './inQuota';
import { runOfKind } from './pages';
import { neverSent } from './pushBatches';
import { accountOf, sameAccount } from './sameAccount';
import { submitFeed } from './submitFeed';

type Access = AccessTo<'feeds' | 'prices'>;

/**
 * Tells the channel what a run handed out: few prices one by one, many in a feed. Feeds of earlier runs are asked about first,
 * so that whatever comes now, what is known of them is not lost.
 */
export const pushPrices = (access: Access) =>
	eachItem(async (context, item) => {
		const run = runOfKind('prices', context, item);
		const handed = handedOut(context, item);
		if (isDryRun(context, item)) return await tried(context, access, { ...handed, run });
		const until = Date.now() + patienceMs;
		await (await ledgerOf(context)).holdRun(run);
		sameAccount(access, run.account, await accountOf(context, access));
		const { learnt, failures } = await askFeeds(context, access, { ...handed, until });
		const [told] = await Promise.allSettled([tell(context, access, { ...handed, run, until })]);
		const failed = [...failures, ...(told.status === 'rejected' ? [told.reason as unknown] : [])];
		const receipts = told.status === 'fulfilled' ? told.value : [];
		// What did come through is stored now; what failed is met again by the next run, and then alone.
		if (failed.length > 0 && learnt.length + receipts.length === 0) throw failed[0];
		const isOver = failed.length > 0 || isMany(access, handed);
		return one({ run, receipts, feeds: learnt, next: isOver ? null : handed.next });
	});

type HandedOut = Pick<PriceChanges, 'changes' | 'waiting' | 'feeds' | 'next'>;

const isMany = ({ connector }: Access, { waiting }: HandedOut) => waiting > connector.prices.few;

async function tell(
	context: IExecuteFunctions,
	access: Access,
	handed: HandedOut & { readonly run: SyncRun; readonly until: number },
): Promise<readonly PriceReceipt[]> {
	const { prices } = access.connector;
	const { changes, run, until } = handed;
	if (isMany(access, handed)) {
		const { feed, rows } = await (await ledgerOf(context)).openPriceFeed(run, prices.feedRows);
		await submitFeed(context, access, { feed, until, submit: (http) => prices.submit(http, rows) });
		return [];
	}
	if (changes.length === 0) return [];
	return await inQuota(context, access, (http) => prices.push(http, changes), { until });
}

/** Without the run: nobody behind this node can take the rows for sent. They are handed out again. */
async function tried(
	context: IExecuteFunctions,
	access: Access,
	handed: HandedOut & { readonly run: SyncRun },
) {
	const { prices } = access.connector;
	const { changes, run } = handed;
	const { store, account } = run;
	sameAccount(access, account, await accountOf(context, access));
	const good = changes.filter((row) => prices.faultOf(row, account) === null);
	const left = changes.flatMap((row) => {
		const reason = prices.faultOf(row, account);
		return reason === null ? [] : [{ store, ...neverSent(row, reason) }];
	});
	if (good.length === 0) return many(left);
	const sending = isMany(access, handed) ? prices.submit : prices.push;
	const first = await rehearsed<unknown>(
		inQuota<unknown>(context, access, (http) => sending(http, good), { isDryRun: true }),
	);
	return many([{ store, ...first, rows: good }, ...left]);
}

function handedOut(context: IExecuteFunctions, item: number): HandedOut {
	const { changes, waiting, feeds, next = null } = jsonOf(context, item);
	if (
		!Array.isArray(changes) ||
		!changes.every(isPrice) ||
		typeof waiting !== 'number' ||
		!Array.isArray(feeds)
	) {
		throw refused(
			'The item holds no changes of prices. Connect this node behind Price > Get Changes.',
		);
	}
	return {
		changes: changes.map(({ listing, price }) => ({ listing, price })),
		waiting,
		feeds: feeds as unknown as PriceChanges['feeds'],
		next,
	};
}

const isPrice = (row: unknown): row is Price =>
	typeof row === 'object' &&
	row !== null &&
	'listing' in row &&
	'price' in row &&
	typeof row.listing === 'string' &&
	typeof row.price === 'object' &&
	row.price !== null &&
	'minor' in row.price &&
	'currency' in row.price &&
	typeof row.price.minor === 'number' &&
	typeof row.price.currency === 'string';
