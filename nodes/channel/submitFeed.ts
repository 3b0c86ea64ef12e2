import type { IExecuteFunctions } from 'n8n-workflow';
import type { FeedSubmitted, Http } from '../../channels/connector';
import { Failure } from '../../domain/failure';
import type { ChannelAccess } from '../shared/channelAccess';
import { ledgerOf } from '../shared/ledgerOf';
import { inQuota } from './inQuota';

interface Opened {
	/** The ledger's feed, which it opened right before. */
	readonly feed: number;
	readonly until?: number;
	submit(http: Http): Promise<FeedSubmitted>;
}

/**
 * Hands a feed in that the ledger has opened, and says there what became of it. Where the answer was lost, it stays as it is:
 * the next push looks for it on the channel.
 */
export async function submitFeed(
	context: IExecuteFunctions,
	access: ChannelAccess,
	{ feed, until, submit }: Opened,
): Promise<void> {
	const ledger = await ledgerOf(context);
	const [submitted] = await Promise.allSettled([inQuota(context, access, submit, { until })]);
	if (submitted.status === 'rejected') {
		const reason: unknown = submitted.reason;
		if (reason instanceof Failure) await ledger.feedNotCreated(feed, reason.message);
		throw reason;
	}
	const { feed: channelFeed } = submitted.value;
	if (channelFeed !== null) await ledger.feedCreated(feed, channelFeed);
}
