import type { Connection, Submittable } from 'pg';
import { asParameter, reader } from './postgresValues';
import type { Row, Value } from './statement';

interface Field {
	readonly name: string;
	readonly dataTypeID: number;
}

/** What `pg` asks of a query that speaks the protocol itself. */
interface Batch extends Submittable {
	callback(error: unknown): void;
	handleRowDescription(message: { fields: readonly Field[] }): void;
	handleDataRow(message: { fields: readonly (string | null)[] }): void;
	handleCommandComplete(): void;
	handleEmptyQuery(): void;
	handleError(error: unknown): void;
	handleReadyForQuery(): void;
}

/**
 * One statement for many rows of values, each run as if it stood alone, in order, but sent in one go: waiting for every
 * answer would take a journey per row.
 */
export function batch(text: string, each: readonly (readonly Value[])[]) {
	const parameters = each.map((values) => values.map(asParameter));
	const { promise, resolve, reject } = Promise.withResolvers<readonly Row[]>();
	const rows: Row[] = [];
	let fields: readonly Field[] = [];
	const query: Batch = {
		submit: (connection) => send(connection, text, parameters),
		handleRowDescription: (message) => void (fields = message.fields),
		handleDataRow: (message) => void rows.push(rowOf(fields, message.fields)),
		handleCommandComplete: () => undefined,
		handleEmptyQuery: () => undefined,
		handleError: (error) => query.callback(error),
		handleReadyForQuery: () => query.callback(null),
		callback: (error) => (error === null ? resolve(rows) : reject(error)),
	};
	return { query, answered: promise };
}

function send(connection: Connection, text: string, each: readonly (string | null)[][]): void {
	connection.stream.cork();
	connection.parse({ name: '', text, types: [] }, true);
	connection.describe({ type: 'S', name: '' }, true);
	for (const values of each) {
		connection.bind({ values }, true);
		connection.execute({}, true);
	}
	connection.sync();
	connection.stream.uncork();
}

const rowOf = (fields: readonly Field[], values: readonly (string | null)[]): Row =>
	Object.fromEntries(
		fields.map(({ name, dataTypeID }, at) => {
			const value = values[at] ?? null;
			return [name, value === null ? null : reader(dataTypeID)(value)];
		}),
	);
