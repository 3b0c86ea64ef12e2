import { z } from 'zod';
import { reply } from './answers';
import { listFeeds } from './listFeeds';
import type { Operation } from './operations';
import { parsed } from './parsed';
import { Refused, invalid, unauthorised } from './refused';
import type { AmazonRole } from './types';
import type { World } from './world';

const root = '/feeds/2021-06-30';

const roles = ['Product Listing', 'Tax Invoicing'] as const;

const documentShape = z.strictObject({ contentType: z.string().min(1) });

const feedShape = z.strictObject({
	feedType: z.string().min(1),
	marketplaceIds: z.array(z.string()).min(1).max(25),
	inputFeedDocumentId: z.string(),
	feedOptions: z.record(z.string()).optional(),
});

/** Which role a feed type needs (reference/amazon-seller-flex.md 1). */
const roleOf: Readonly<Record<string, AmazonRole>> = {
	JSON_LISTINGS_FEED: 'Product Listing',
	UPLOAD_VAT_INVOICE: 'Tax Invoicing',
};

const createFeed = (world: World, body: unknown) => {
	const { feedType, marketplaceIds, inputFeedDocumentId, feedOptions } = parsed(feedShape, body);
	const role = roleOf[feedType];
	if (role && !world.settings.grants.roles.includes(role)) throw unauthorised('');
	const file = world.documents.find(inputFeedDocumentId);
	if (!file) throw invalid(`inputFeedDocumentId ${inputFeedDocumentId} is not known`);
	if (!world.quotas.takeFeed(feedType)) {
		throw new Refused(429, 'QuotaExceeded', 'You exceeded your quota for the requested resource.');
	}
	const id = String(50_000 + world.feeds.all().length + 1);
	world.feeds.create({ id, type: feedType, marketplaceIds, file, options: feedOptions ?? {} });
	return reply(202, { feedId: id }, 'feed_created');
};

/** Reports and uploads: reference/amazon-seller-flex.md 9 and 11.2. */
export const feedOperations: readonly Operation[] = [
	{
		name: 'createFeedDocument',
		at: `POST ${root}/documents`,
		roles,
		isListed: false,
		answer({ documents }, { body, host }) {
			const { contentType } = parsed(documentShape, body);
			const feedDocumentId = documents.keep({ contentType, isGzipped: false, bytes: null });
			return reply(201, { feedDocumentId, url: documents.url(host, feedDocumentId, 'PUT') });
		},
	},
	{
		name: 'getFeedDocument',
		at: `GET ${root}/documents/{feedDocumentId}`,
		roles,
		isListed: false,
		answer({ documents }, { params, query, host }) {
			const id = params.feedDocumentId ?? '';
			const file = documents.find(id);
			if (!file) throw invalid(`feedDocumentId ${id} is not known`);
			const saysEncoding = query.enableContentEncodingUrlHeader === 'true';
			return reply(200, {
				feedDocumentId: id,
				url: documents.url(host, id, 'GET', saysEncoding),
				...(file.isGzipped && { compressionAlgorithm: 'GZIP' }),
			});
		},
	},
	{
		name: 'createFeed',
		at: `POST ${root}/feeds`,
		roles,
		isListed: false,
		answer: (world, { body }) => createFeed(world, body),
	},
	{
		name: 'getFeeds',
		at: `GET ${root}/feeds`,
		roles,
		isListed: false,
		answer({ feeds, now }, { query }) {
			const page = listFeeds(feeds.all(), query, now());
			return { ...reply(200, page), records: page.feeds.length };
		},
	},
	{
		name: 'getFeed',
		at: `GET ${root}/feeds/{feedId}`,
		roles,
		isListed: false,
		answer: ({ feeds }, { params }) => reply(200, feeds.find(params.feedId ?? '')),
	},
];
