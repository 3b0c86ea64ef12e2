import { GraphQLError } from 'graphql';
import { type Filter, filtered, passes } from './filters';
import type { Revision } from './shelf';
import type { Shop } from './shop';

export interface ListOrderArguments {
	readonly pagination?: { readonly limit?: number | null; readonly page?: number | null } | null;
	readonly sort?: string | null;
	readonly search?: string | null;
	readonly [filter: string]: unknown;
}

export interface ListOrderAnswer {
	readonly count: number;
	readonly data: readonly unknown[];
	readonly hasNext: boolean;
	readonly limit: number;
	readonly page: number;
}

const refusal = (message: string, code: string) =>
	new GraphQLError(message, { extensions: { code } });

const pageOf = ({ pagination }: ListOrderArguments) => {
	const limit = pagination?.limit ?? 50;
	const page = pagination?.page ?? 1;
	if (limit < 1 || limit > 200) {
		throw refusal('pagination.limit must be from 1 to 200', 'ARGUMENT_VALIDATION_ERROR');
	}
	if (page < 1) throw refusal('pagination.page must be 1 or more', 'ARGUMENT_VALIDATION_ERROR');
	return { limit, page };
};

type Sort = (rows: readonly Revision[]) => readonly Revision[];

const byOrderedAt: Sort = (rows) =>
	rows.toSorted((left, right) => left.order.orderedAt - right.order.orderedAt);

/** The values integrators use; that ikas refuses others is a guess, so is newest first without any (reference/ikas.md 6). */
const sorts: Readonly<Record<string, Sort>> = {
	updatedAt: (rows) => rows,
	'-updatedAt': (rows) => rows.toReversed(),
	orderedAt: byOrderedAt,
	'-orderedAt': (rows) => byOrderedAt(rows).toReversed(),
};

/** As an API that pays no attention to `sort`: in the order of placing. */
const byPlacing: Sort = (rows) =>
	rows.toSorted((left, right) => left.order.orderSequence - right.order.orderSequence);

const sortOf = ({ sort }: ListOrderArguments) => {
	const sorted = sorts[sort ?? '-orderedAt'];
	if (!sorted) throw refusal(`sort ${sort} is not known`, 'ARGUMENT_VALIDATION_ERROR');
	return sorted;
};

const isFilter = (value: unknown): value is Filter => typeof value === 'object' && value !== null;

const noFilters = new Set(['pagination', 'sort', 'search']);

const filtersOf = (args: ListOrderArguments) => {
	const given: Record<string, Filter> = {};
	for (const [name, filter] of Object.entries(args)) {
		if (noFilters.has(name) || !isFilter(filter)) continue;
		if (!filtered[name]) {
			const message = `the sandbox does not play the filter ${name} of listOrder`;
			throw refusal(message, 'SANDBOX_NOT_IMPLEMENTED');
		}
		given[name] = filter;
	}
	return given;
};

/** `count` is the grand total, as most integrators read it (reference/ikas.md 6). */
export const listOrder = (
	shop: Shop,
	args: ListOrderArguments,
	ignoresSort: boolean,
): ListOrderAnswer => {
	const { limit, page } = pageOf(args);
	const sorted = ignoresSort ? byPlacing : sortOf(args);
	const given = filtersOf(args);
	// "search: order number" (reference/ikas.md 8); that a part of it is enough is a guess.
	const searched = args.search ?? '';
	const isWanted = passes(given);
	const rows = sorted(
		shop
			.listed(given.updatedAt?.gte ?? null)
			.filter(({ order }) => order.orderNumber.includes(searched) && isWanted(order)),
	);
	const start = (page - 1) * limit;
	const data = rows.slice(start, start + limit).map(({ answer }) => answer);
	return { count: rows.length, data, hasNext: start + limit < rows.length, limit, page };
};
