import type { Instant } from '../../domain/instant';
import type { NamedQuota } from '../../domain/quota';
import type { HttpRequest } from '../connector';
import { document } from './requests';

const root = '/feeds/2021-06-30';

/**
 * Amazon lets 15 feeds go at once and then one in two minutes, but of prices only 5 within 5 minutes; what sources say of their
 * documents differs. So many keep to all of it (reference/amazon-seller-flex.md 9, 11.2, 21).
 */
const feedsAtOnce = { calls: 5, perMs: 605_000 } as const;
/** 0.0222 calls a second, 10 at once. */
const fewReads = { calls: 10, perMs: 455_000 } as const;

const quotas = {
	createFeedDocument: { name: 'createFeedDocument', ...feedsAtOnce },
	createFeed: { name: 'createFeed', ...feedsAtOnce },
	getFeed: { name: 'getFeed', calls: 2, perMs: 1_000 },
	getFeeds: { name: 'getFeeds', ...fewReads },
	getFeedDocument: { name: 'getFeedDocument', ...fewReads },
} as const satisfies Record<string, NamedQuota>;

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
