import { uuid } from '../random';
import type { Catalog } from './catalog';
import { type JobsContext, phaseOf } from './exports';
import { isMarketplace } from './order';
import type { IconicJobState } from './stateTypes';

/** One row of an import, as it was written. */
export interface FeedRow {
	readonly sellerSku: string;
	readonly quantity: string;
}

export interface FeedError {
	readonly sellerSku: string;
	readonly fieldName: string;
	readonly errorMessage: string;
}

export interface Feed {
	readonly id: number;
	readonly uuid: string;
	readonly source: 'api' | 'import';
	readonly rows: readonly FeedRow[];
	readonly createdAt: number;
	readonly endedAt: number | null;
	readonly fails: boolean;
	readonly errors: readonly FeedError[];
}

export interface FeedsContext extends JobsContext {
	readonly catalog: Pick<Catalog, 'withSku' | 'put'>;
}

/** Words and fields of such errors are made up (reference/the-iconic-sellercenter.md 6). */
const faultOf = ({ sellerSku, quantity }: FeedRow, catalog: FeedsContext['catalog']) => {
	const product = catalog.withSku(sellerSku);
	if (!product || product.status === 'deleted') return ['SellerSku', 'The product is not known'];
	if (isMarketplace(product)) return ['SellerSku', 'The marketplace fulfils the product'];
	return /^\d{1,9}$/.test(quantity) ? null : ['Quantity', 'The quantity is not a whole number'];
};

/** What was refused; all else is written. */
const imported = (rows: readonly FeedRow[], catalog: FeedsContext['catalog']) =>
	rows.flatMap((row): readonly FeedError[] => {
		const [fieldName, errorMessage] = faultOf(row, catalog) ?? [];
		if (fieldName && errorMessage) return [{ sellerSku: row.sellerSku, fieldName, errorMessage }];
		const product = catalog.withSku(row.sellerSku);
		if (product) catalog.put(product.id, Number(row.quantity), 'imported');
		return [];
	});

/** Imports of stock, worked off by the sandbox's clock (reference/the-iconic-sellercenter.md 6). */
export const feeds = (context: FeedsContext) => {
	const all: Feed[] = [];
	const statusOf = ({ createdAt, endedAt, fails }: Feed) => {
		const phase = phaseOf(createdAt, context);
		if (endedAt === null) return phase === 'Ended' ? 'Processing' : phase;
		return fails ? 'Error' : 'Finished';
	};
	return {
		create(source: Feed['source'], rows: readonly FeedRow[]): Feed {
			const feed = {
				id: 90_001 + all.length,
				uuid: uuid(context.random),
				source,
				rows,
				createdAt: context.now(),
				endedAt: null,
				fails: context.jobFails(),
				errors: [],
			};
			all.push(feed);
			return feed;
		},
		/** Works off what is due, in the order it was handed in. One that fails writes nothing. */
		settle() {
			const at = context.now();
			all.forEach((feed, place) => {
				if (feed.endedAt !== null || phaseOf(feed.createdAt, context) !== 'Ended') return;
				const errors = feed.fails ? [] : imported(feed.rows, context.catalog);
				all[place] = { ...feed, endedAt: at, errors };
			});
		},
		find: (name: string): Feed | null => all.find((feed) => feed.uuid === name) ?? null,
		/** The latest first, which is a guess. */
		all: (): readonly Feed[] => all.toReversed(),
		statusOf,
		states: (): readonly IconicJobState[] =>
			all.map((feed) => ({
				id: feed.id,
				uuid: feed.uuid,
				kind: 'feed',
				status: statusOf(feed),
				createdAt: feed.createdAt,
			})),
	};
};
