import { type BucketLimit, slidingWindow, tokenBucket } from '../quota';
import type { AmazonOptions } from './types';

/** 1 where the burst is not known (reference/amazon-seller-flex.md 3.5, 6, 10, 11, 21; the feeds' model). */
export const documentedQuotas = {
	getMarketplaceParticipations: { rate: 0.016, burst: 15 },
	getShipments: { rate: 2, burst: 1 },
	getShipment: { rate: 2, burst: 1 },
	processShipment: { rate: 1, burst: 1 },
	createPackages: { rate: 1, burst: 1 },
	updatePackage: { rate: 1, burst: 1 },
	updatePackageStatus: { rate: 1, burst: 1 },
	retrieveShippingOptions: { rate: 1, burst: 1 },
	generateInvoice: { rate: 1, burst: 1 },
	retrieveInvoice: { rate: 1, burst: 1 },
	generateShipLabels: { rate: 1, burst: 1 },
	batchInventory: { rate: 50, burst: 100 },
	getListingsItem: { rate: 5, burst: 5 },
	patchListingsItem: { rate: 5, burst: 5 },
	createFeedDocument: { rate: 0.5, burst: 15 },
	createFeed: { rate: 0.0083, burst: 15 },
	getFeeds: { rate: 0.0222, burst: 10 },
	getFeed: { rate: 2, burst: 15 },
	getFeedDocument: { rate: 0.0222, burst: 10 },
} as const satisfies Readonly<Record<string, BucketLimit>>;

export type OperationName = keyof typeof documentedQuotas;

/** Beside the bucket of `createFeed` (reference/amazon-seller-flex.md 9, 11.2). */
const feedTypes = {
	JSON_LISTINGS_FEED: { calls: 5, perMs: 300_000 },
	UPLOAD_VAT_INVOICE: { calls: 1, perMs: 3000 },
} as const;

/** Counted in the machine's time, as fast as the sandbox's runs: moving the clock frees nothing. */
export const quotas = (given: AmazonOptions['quotas'], elapsed: () => number) => {
	const limitOf = (operation: OperationName): BucketLimit =>
		given?.[operation] ?? documentedQuotas[operation];
	const buckets = new Map<OperationName, () => boolean>();
	const windows = new Map(
		Object.entries(feedTypes).map(([type, limit]) => [type, slidingWindow(limit, elapsed)]),
	);
	let hits = 0;
	const counted = (isFree: boolean) => {
		if (!isFree) hits += 1;
		return isFree;
	};
	return {
		/** As the answer's header says it. */
		rate: (operation: OperationName) => limitOf(operation).rate,
		/** Takes a call, if there is one left. */
		take(operation: OperationName): boolean {
			if (given === null) return true;
			const bucket = buckets.get(operation) ?? tokenBucket(limitOf(operation), elapsed);
			buckets.set(operation, bucket);
			return counted(bucket());
		},
		takeFeed: (type: string): boolean =>
			given === null || counted((windows.get(type)?.('all') ?? 0) === 0),
		hits: () => hits,
	};
};
