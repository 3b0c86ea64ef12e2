import type { Instant } from '../../domain/instant';
import type { NamedQuota } from '../../domain/quota';
import type { HttpRequest } from '../connector';
import { document } from './requests';

const root = '/feeds/2021-06-30';

/** 15 at once, and then one in two minutes; what sources say of their documents differs (reference/amazon-seller-flex.md 9, 21). */
const feedsAtOnce = { calls: 15, perMs: 1_810_000 } as const;
/** 0.0222 calls a second, 10 at once. */
const fewReads = { calls: 10, perMs: 455_000 } as const;

const quotas = {
	createFeedDocument: { name: 'createFeedDocument', ...feedsAtOnce },
	createFeed: { name: 'createFeed', ...feedsAtOnce },
	getFeed: { name: 'getFeed', calls: 2, perMs: 1_000 },
	getFeeds: { name: 'getFeeds', ...fewReads },
	getFeedDocument: { name: 'getFeedDocument', ...fewReads },
} as const satisfies Record<string, NamedQuota>;

/** What Amazon counts by the type of a feed, beside all of them together (reference/amazon-seller-flex.md 9, 11.2). */
const quotaOfType: Readonly<Record<string, NamedQuota>> = {
	JSON_LISTINGS_FEED: { name: 'createFeed JSON_LISTINGS_FEED', calls: 5, perMs: 300_000 },
	UPLOAD_VAT_INVOICE: { name: 'createFeed UPLOAD_VAT_INVOICE', calls: 1, perMs: 3_000 },
};

export const createDocument = (contentType: string): HttpRequest => ({
	method: 'POST',
	path: `${root}/documents`,
	body: { contentType },
	writes: true,
	quota: quotas.createFeedDocument,
});

/** With the content type that the address was made for, and nothing else (reference/amazon-seller-flex.md 11.2). */
export const upload = (address: string, contentType: string, base64: string): HttpRequest => ({
	method: 'PUT',
	path: '',
	document: address,
	headers: { 'Content-Type': contentType },
	body: base64,
	writes: true,
});

export interface FeedToCreate {
	readonly feedType: string;
	readonly marketplaceIds: readonly [string];
	readonly inputFeedDocumentId: string;
	readonly feedOptions?: Readonly<Record<string, string>>;
}

export const createFeed = (feed: FeedToCreate): HttpRequest => ({
	method: 'POST',
	path: `${root}/feeds`,
	body: feed,
	writes: true,
	quota: quotas.createFeed,
	furtherQuota: quotaOfType[feed.feedType],
});

export const feed = (id: string): HttpRequest => ({
	method: 'GET',
	path: `${root}/feeds/${encodeURIComponent(id)}`,
	quota: quotas.getFeed,
});

export interface FeedsAsked {
	readonly feedType: string;
	readonly marketplaceId: string;
	readonly createdSince: Instant;
}

const feedsWith = (query: Readonly<Record<string, string>>): HttpRequest => ({
	method: 'GET',
	path: `${root}/feeds`,
	query,
	quota: quotas.getFeeds,
});

export const feeds = ({ feedType, marketplaceId, createdSince }: FeedsAsked): HttpRequest =>
	feedsWith({
		feedTypes: feedType,
		marketplaceIds: marketplaceId,
		pageSize: '100',
		createdSince,
	});

/** The token stands for the whole question. */
export const moreFeeds = (nextToken: string): HttpRequest => feedsWith({ nextToken });

export const feedDocument = (id: string): HttpRequest => ({
	method: 'GET',
	path: `${root}/documents/${encodeURIComponent(id)}`,
	quota: quotas.getFeedDocument,
});

export const download = document;
