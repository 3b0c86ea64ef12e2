import { refusal } from './refusal';

/** `StringFilterInput`, `DateFilterInput` and the enum filters in one: the schema has seen to who has what. */
export interface Filter {
	readonly eq?: unknown;
	readonly ne?: unknown;
	readonly in?: readonly unknown[] | null;
	readonly nin?: readonly unknown[] | null;
	readonly gt?: number | null;
	readonly gte?: number | null;
	readonly lt?: number | null;
	readonly lte?: number | null;
}

const isGiven = <T>(bound: T | null | undefined): bound is T =>
	bound !== null && bound !== undefined;

const isWithin = (value: unknown, { gt, gte, lt, lte }: Filter) => {
	const bounds = [gt, gte, lt, lte].filter(isGiven);
	if (bounds.length === 0) return true;
	return (
		typeof value === 'number' &&
		(!isGiven(gt) || value > gt) &&
		(!isGiven(gte) || value >= gte) &&
		(!isGiven(lt) || value < lt) &&
		(!isGiven(lte) || value <= lte)
	);
};

/** No filter lets everything through. */
export const isMatch = (value: unknown, filter: Filter | null | undefined): boolean =>
	!filter || matches(value, filter);

/** A list of values is let through when one of them is asked for and none is shut out. */
const matches = (value: unknown, filter: Filter) => {
	const has = (wanted: unknown) =>
		Array.isArray(value) ? value.includes(wanted) : value === wanted;
	return (
		(!isGiven(filter.eq) || has(filter.eq)) &&
		(!isGiven(filter.ne) || !has(filter.ne)) &&
		(!isGiven(filter.in) || filter.in.some(has)) &&
		(!isGiven(filter.nin) || !filter.nin.some(has)) &&
		isWithin(value, filter)
	);
};

/** What each filter argument of a list looks at. An argument that is not here is one the sandbox does not play. */
export type Filtered<Row> = Readonly<Record<string, (row: Row) => unknown>>;

const isFilter = (value: unknown): value is Filter => typeof value === 'object' && value !== null;

const noFilters = new Set(['pagination', 'sort', 'search']);

export const givenFilters = <Row>(
	list: string,
	args: Readonly<Record<string, unknown>>,
	known: Filtered<Row>,
): Readonly<Record<string, Filter>> => {
	const given: Record<string, Filter> = {};
	for (const [name, filter] of Object.entries(args)) {
		if (noFilters.has(name) || !isFilter(filter)) continue;
		if (!known[name]) {
			const message = `the sandbox does not play the filter ${name} of ${list}`;
			throw refusal(message, 'SANDBOX_NOT_IMPLEMENTED');
		}
		given[name] = filter;
	}
	return given;
};

/** The rows that all given filters let through, as one question. */
export const passes = <Row>(given: Readonly<Record<string, Filter>>, known: Filtered<Row>) => {
	const questions = Object.entries(given).flatMap(([name, filter]) => {
		const valueOf = known[name];
		return valueOf ? [(row: Row) => matches(valueOf(row), filter)] : [];
	});
	return (row: Row) => questions.every((isMet) => isMet(row));
};
