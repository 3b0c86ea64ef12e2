import { type Reply, reply } from './answers';
import type { World } from './world';

interface Paging {
	readonly pageNumber: number;
	readonly pageSize: number;
}

/** Core gateways honour one size alone. */
export const pagingOf = (
	{ settings: { level } }: World,
	values: Readonly<Record<string, unknown>>,
	coreSize = 50,
): Paging => ({
	pageNumber: Number(values.pageNumber ?? 1),
	pageSize: level === 'core' ? coreSize : Number(values.pageSize ?? 50),
});

/** One page; only an extended gateway says whether there is more. */
export const pageReply = (
	{ settings: { level } }: World,
	name: string,
	rows: readonly unknown[],
	{ pageNumber, pageSize }: Paging,
): Reply => {
	const start = (pageNumber - 1) * pageSize;
	const page = rows.slice(start, start + pageSize);
	const more = { hasMore: start + pageSize < rows.length, totalCount: rows.length };
	return {
		...reply(200, { [name]: page, ...(level === 'full' && more) }),
		records: page.length,
	};
};
