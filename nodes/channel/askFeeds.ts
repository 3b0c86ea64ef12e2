import type { IExecuteFunctions } from 'n8n-workflow';
import { instant } from '../../domain/instant';
import type { LedgerFeed } from '../../ledger/feedShapes';
import type { FeedLearnt } from '../../ledger/priceShapes';
import type { AccessTo } from '../shared/channelAccess';
import { inQuota } from './inQuota';

/** The channel's clock may be behind that of the ledger. */
const lookBackMs = 5 * 60_000;

interface Asked {
	readonly learnt: readonly FeedLearnt[];
	/** Why nothing was learnt of some of them; they are asked about again. */
	readonly failures: readonly unknown[];
}

/** What the channel says of the feeds, those left out on which it still works. One that it cannot answer for stops no other. */
export async function askFeeds(
	context: IExecuteFunctions,
	access: AccessTo<'feeds'>,
	{ feeds, until }: { readonly feeds: readonly LedgerFeed[]; readonly until: number },
): Promise<Asked> {
	const learnt: FeedLearnt[] = [];
	const failures: unknown[] = [];
	for (const feed of feeds) {
		const [asked] = await Promise.allSettled([ask(context, access, feed, until)]);
		if (asked.status === 'rejected') failures.push(asked.reason);
		else if (asked.value !== null) learnt.push(asked.value);
	}
	return { learnt, failures };
}

async function ask(
	context: IExecuteFunctions,
	access: AccessTo<'feeds'>,
	{ feed, kind, channelFeed, createdAt }: LedgerFeed,
	until: number,
): Promise<FeedLearnt | null> {
	const { feeds } = access.connector;
	if (channelFeed === null) {
		const since = instant(Date.parse(createdAt) - lookBackMs);
		const seen = await inQuota(context, access, (http) => feeds.since(http, kind, since), {
			until,
		});
		return { feed, seen };
	}
	const report = await inQuota(context, access, (http) => feeds.report(http, kind, channelFeed), {
		until,
	});
	return report && { feed, report };
}
