import type { Trigger } from './trigger';

export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

/**
 * One SQL statement with `?` for values. `each` runs it once per row of values.
 * Tokens that the engines spell differently: {now} the database's clock in epoch ms, {id} a growing key, {numbered} before values
 * that bring such a key along,
 * {elements} and {ids} the texts and the keys of a JSON array given as one value, {forUpdate} a row lock, {skipLocked}
 * one that leaves out the rows that others have locked, {filter} before a condition in brackets that is worth no way of its own.
 */
export interface Statement {
	readonly sql: string;
	readonly values?: readonly Value[];
	readonly each?: readonly (readonly Value[])[];
}

/** A transaction: yields statements, gets rows. Nothing but the database can be waited for inside. */
export type Work<T> = Generator<Statement, T, readonly Row[]>;

/** Runs transactions. The work is given as a function, so that an engine can begin it again. */
export interface Engine {
	/** Nothing else in the process goes on while a statement runs, so it is to look at little at a time. */
	readonly isHeldUp: boolean;
	run<T>(work: () => Work<T>): Promise<T>;
	/** The same, and takes all of it back in the end: what the work would have answered. */
	rehearse<T>(work: () => Work<T>): Promise<T>;
	/** Keeps other processes away until the transaction ends, and makes the place where the tables will be. */
	claim(): Work<void>;
	/** Lets the database know how the tables will be, where it does not find out by itself. */
	estimate(): Work<void>;
	/** Makes a trigger. */
	follow(trigger: Trigger): Work<void>;
	close(): Promise<void>;
}

export function* rows<R = Row>(sql: string, ...values: readonly Value[]): Work<readonly R[]> {
	return (yield { sql, values }) as unknown as readonly R[];
}

export function* first<R = Row>(sql: string, ...values: readonly Value[]): Work<R | undefined> {
	return (yield* rows<R>(sql, ...values))[0];
}

export function* run(sql: string, ...values: readonly Value[]): Work<void> {
	yield { sql, values };
}

/** Runs the statement for every row of values; answers what it returned, if anything. */
export function* each<R = Row>(
	sql: string,
	each: readonly (readonly Value[])[],
): Work<readonly R[]> {
	return each.length === 0 ? [] : ((yield { sql, each }) as unknown as readonly R[]);
}

/** The value for an {elements} or {ids} token. What no text in a database can hold is not found in one. */
export const elements = (values: readonly string[] | readonly number[]): string =>
	JSON.stringify(values, (_, value: unknown) =>
		typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '\uFFFD') : value,
	);
