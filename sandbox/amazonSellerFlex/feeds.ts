import type { StoredFile } from './documents';
import { invalid } from './refused';
import { instant } from './shipmentAnswer';
import type { AmazonFeedState } from './stateTypes';

/** A feed as it was handed in. */
export interface FeedOrder {
	readonly id: string;
	readonly type: string;
	readonly marketplaceIds: readonly string[];
	readonly file: StoredFile;
	readonly options: Readonly<Record<string, string>>;
}

/** What became of a feed: its report, or null for a feed that could not be read at all. */
export interface FeedResult {
	readonly report: string | null;
	readonly contentType: string;
	readonly accepted: number;
	readonly refused: number;
}

interface Feed extends FeedOrder {
	readonly createdAt: number;
	readonly startsAt: number;
	readonly endsAt: number;
	readonly result: (FeedResult & { readonly file: string | null }) | null;
}

export type FeedWork = (feed: FeedOrder) => FeedResult;

export interface FeedsContext {
	/** From the hand-in to the report. */
	readonly feedMs: number;
	now(): number;
	/** By feed type. */
	readonly work: Readonly<Record<string, FeedWork>>;
	/** Keeps a report; answers the id of its document. */
	keep(report: string, contentType: string): string;
}

/** Feeds of the kinds that were taken off end so (reference/amazon-seller-flex.md 11.2). */
const fatal: FeedResult = { report: null, contentType: '', accepted: 0, refused: 0 };

const feedStatus = ({ startsAt, result }: Feed, now: number) => {
	if (result) return result.report === null ? 'FATAL' : 'DONE';
	return now < startsAt ? 'IN_QUEUE' : 'IN_PROGRESS';
};

/** Nothing in it says which document a feed came from. */
const feedAnswer = (feed: Feed, now: number) => ({
	feedId: feed.id,
	feedType: feed.type,
	marketplaceIds: feed.marketplaceIds,
	createdTime: instant(feed.createdAt),
	processingStatus: feedStatus(feed, now),
	...(now >= feed.startsAt && { processingStartTime: instant(feed.startsAt) }),
	...(feed.result && { processingEndTime: instant(feed.endsAt) }),
	...(feed.result?.file && { resultFeedDocumentId: feed.result.file }),
});

export type FeedAnswer = ReturnType<typeof feedAnswer>;

/** Jobs that run by the sandbox's clock. */
export const feeds = ({ feedMs, now, work, keep }: FeedsContext) => {
	const all = new Map<string, Feed>();

	const run = (feed: Feed) => {
		const result = work[feed.type]?.(feed) ?? fatal;
		const { report, contentType } = result;
		const file = report === null ? null : keep(report, contentType);
		all.set(feed.id, { ...feed, result: { ...result, file } });
	};

	/** Runs what is due, in the order it was handed in. */
	const settle = () => {
		for (const feed of all.values()) if (!feed.result && feed.endsAt <= now()) run(feed);
	};

	return {
		settle,
		create(order: FeedOrder) {
			const createdAt = now();
			const startsAt = createdAt + Math.floor(feedMs / 3);
			const feed = { ...order, createdAt, startsAt, endsAt: createdAt + feedMs, result: null };
			all.set(order.id, feed);
		},
		find(id: string): FeedAnswer {
			const feed = all.get(id);
			// "400 Invalid input" in the sample, not 404.
			if (!feed) throw invalid(`feedId ${id} is not known`);
			return feedAnswer(feed, now());
		},
		/** The latest first; that this is the order is a guess. */
		all: (): readonly FeedAnswer[] =>
			[...all.values()].map((feed) => feedAnswer(feed, now())).toReversed(),
		states: (): readonly AmazonFeedState[] =>
			[...all.values()].map((feed) => ({
				id: feed.id,
				type: feed.type,
				status: feedStatus(feed, now()),
				createdAt: feed.createdAt,
				accepted: feed.result?.accepted ?? 0,
				refused: feed.result?.refused ?? 0,
			})),
	};
};

export type Feeds = ReturnType<typeof feeds>;
