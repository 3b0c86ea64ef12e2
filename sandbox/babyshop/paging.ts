import { z } from 'zod';

/** 100 at most, and by default (reference/babyshop-vinculum.md 3). */
export const paging = {
	pageNumber: z.number().int().min(1).default(1),
	limit: z.number().int().min(1).max(100).default(100),
};

export interface Page {
	readonly pageNumber: number;
	readonly limit: number;
}

/** No total and no marker: beyond the last page a list is just empty, which is a guess (reference/babyshop-vinculum.md 16). */
export const pageOf = <Row>(rows: readonly Row[], { pageNumber, limit }: Page): readonly Row[] =>
	rows.slice((pageNumber - 1) * limit, pageNumber * limit);
