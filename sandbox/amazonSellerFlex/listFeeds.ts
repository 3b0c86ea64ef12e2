import { z } from 'zod';
import type { FeedAnswer } from './feeds';
import { parsed } from './parsed';
import { invalid } from './refused';

const statuses = ['CANCELLED', 'DONE', 'FATAL', 'IN_PROGRESS', 'IN_QUEUE'] as const;

const csv = z
	.string()
	.min(1)
	.transform((text) => text.split(','));

const dateTime = z
	.string()
	.refine((text) => !Number.isNaN(Date.parse(text)))
	.transform((text) => Date.parse(text));

const query = z.object({
	feedTypes: csv.pipe(z.array(z.string()).max(10)).optional(),
	marketplaceIds: csv.pipe(z.array(z.string()).max(10)).optional(),
	pageSize: z
		.string()
		.regex(/^\d+$/)
		.default('10')
		.transform(Number)
		.pipe(z.number().min(1).max(100)),
	processingStatuses: csv.pipe(z.array(z.enum(statuses))).optional(),
	createdSince: dateTime.optional(),
	createdUntil: dateTime.optional(),
	nextToken: z.string().optional(),
});

type Asked = Omit<z.infer<typeof query>, 'nextToken'>;

/** Feeds are kept for 90 days. */
const kept = 90 * 86_400_000;

const isWanted = (asked: Asked, now: number) => (feed: FeedAnswer) => {
	const createdAt = Date.parse(feed.createdTime);
	return (
		(asked.feedTypes?.includes(feed.feedType) ?? true) &&
		(asked.processingStatuses?.some((status) => status === feed.processingStatus) ?? true) &&
		(asked.marketplaceIds?.some((id) => feed.marketplaceIds.includes(id)) ?? true) &&
		createdAt >= (asked.createdSince ?? now - kept) &&
		createdAt <= (asked.createdUntil ?? now)
	);
};

/** The whole question, and the rows that were answered already. */
const tokenShape = z.object({ asked: z.record(z.string()), from: z.number() });

const tokenOf = (asked: Readonly<Record<string, string>>, from: number) =>
	Buffer.from(JSON.stringify({ asked, from })).toString('base64url');

/** With a token there is nothing else to say. */
const resumed = (given: Readonly<Record<string, string>>) => {
	const { nextToken, ...others } = given;
	if (nextToken === undefined) {
		if (!others.feedTypes) throw invalid('feedTypes or nextToken is required');
		return { asked: others, from: 0 };
	}
	if (Object.keys(others).length > 0) throw invalid('nextToken goes without other parameters');
	const text = Buffer.from(nextToken, 'base64url').toString('utf8');
	if (!/^\{.*\}$/.test(text)) throw invalid('nextToken is not known');
	return parsed(tokenShape, JSON.parse(text));
};

export const listFeeds = (
	feeds: readonly FeedAnswer[],
	given: Readonly<Record<string, string>>,
	now: number,
) => {
	const { asked, from } = resumed(given);
	const read = parsed(query, asked);
	const rows = feeds.filter(isWanted(read, now));
	const end = from + read.pageSize;
	return {
		feeds: rows.slice(from, end),
		...(rows.length > end && { nextToken: tokenOf(asked, end) }),
	};
};
