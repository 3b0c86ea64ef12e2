import { z } from 'zod';
import { type Reply, found } from './answers';

/** No default and no maximum is documented: few rows to those who do not say, and as many as somebody was seen to get (reference/uniware-oker.md 1.4, 10). */
const usualRows = 10;
const mostRows = 1000;

export const searchOptions = z.strictObject({
	searchKey: z.string().optional(),
	displayStart: z.number().int().min(0).default(0),
	displayLength: z
		.number()
		.int()
		.min(1)
		.default(usualRows)
		.transform((rows) => Math.min(rows, mostRows)),
	getCount: z.boolean().default(false),
	columns: z.unknown(),
	columnNames: z.unknown(),
	sortingCols: z.unknown(),
	sortColumnIndex: z.unknown(),
	sortDirection: z.unknown(),
});

/** The page that was asked for. */
export const pageOf = <Row>(
	rows: readonly Row[],
	options: z.infer<typeof searchOptions> | undefined,
	answer: (row: Row) => unknown,
): Reply => {
	const { displayStart, displayLength, getCount } = options ?? searchOptions.parse({});
	const page = rows.slice(displayStart, displayStart + displayLength);
	return found(page.map(answer), getCount ? rows.length : null);
};
