import type { PoolClient } from 'pg';
import { batch } from './postgresBatch';
import { spelt } from './postgresDialect';
import { isAnswer, mayPass, postgresFailure, unknownOutcome } from './postgresFailure';
import { postgresPool } from './postgresPool';
import { checkTarget, type PostgresTarget } from './postgresTarget';
import { asParameter } from './postgresValues';
import { first, run, type Engine, type Row, type Statement, type Work } from './statement';
import type { Trigger } from './trigger';

/** Locks of a process that died, or lost its network, are held no longer than this. */
const statementMs = 30_000;
const attempts = 8;
const pauseMs = 20;
/** How many rows of values are sent at a time. */
const batchSize = 500;

/** A pool for each process. A transaction has a connection of its own and locks the rows that it decides upon. */
export async function postgresEngine(target: PostgresTarget): Promise<Engine> {
	checkTarget(target);
	const pool = await postgresPool(target);
	// Set for each transaction and not for the connection, so that a pooler in between may share connections out. What the server knows of
	// values is old where much was added since: it would take thousands of new SKUs for one, and go through them once for each.
	const begin = `BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL search_path TO "${target.schema}";
		SET LOCAL plan_cache_mode = force_generic_plan;
		SET LOCAL statement_timeout = ${statementMs}; SET LOCAL idle_in_transaction_session_timeout = ${statementMs}`;

	async function transaction<T>(work: Work<T>, ending: 'COMMIT' | 'ROLLBACK'): Promise<T> {
		const client = await pool.connect();
		const [worked] = await Promise.allSettled([carryOut(client, begin, work)]);
		const end = worked.status === 'fulfilled' ? ending : 'ROLLBACK';
		const [ended] = await Promise.allSettled([client.query(end)]);
		// What did not even end is not used again.
		client.release(ended.status === 'rejected');
		if (worked.status === 'rejected') throw worked.reason;
		// What is taken back anyhow is nowhere, whatever became of the connection.
		if (ended.status === 'fulfilled' || end === 'ROLLBACK') return worked.value;
		throw isAnswer(ended.reason) ? ended.reason : unknownOutcome(target);
	}

	const patiently =
		(ending: 'COMMIT' | 'ROLLBACK'): Engine['run'] =>
		async (work) => {
			for (let attempt = 1; ; attempt++) {
				const [outcome] = await Promise.allSettled([transaction(work(), ending)]);
				if (outcome.status === 'fulfilled') return outcome.value;
				const isOver = attempt === attempts || !mayPass(outcome.reason);
				if (isOver) throw postgresFailure(target, outcome.reason);
				await pause(pauseMs * attempt);
			}
		};

	return {
		isHeldUp: false,
		claim: () => claim(target.schema),
		*estimate() {
			// The server counts its tables by itself.
		},
		follow,
		run: patiently('COMMIT'),
		rehearse: patiently('ROLLBACK'),
		close: () => pool.end(),
	};
}

async function carryOut<T>(client: PoolClient, begin: string, work: Work<T>): Promise<T> {
	await client.query(begin);
	let step = work.next();
	while (!step.done) step = work.next(await execute(client, step.value));
	return step.value;
}

async function execute(client: PoolClient, statement: Statement): Promise<readonly Row[]> {
	const { sql, values = [], each } = statement;
	const { name, text } = spelt(sql);
	if (each !== undefined) return await inBatches(client, text, each);
	return (await client.query<Row>({ name, text, values: values.map(asParameter) })).rows;
}

async function inBatches(
	client: PoolClient,
	text: string,
	each: NonNullable<Statement['each']>,
): Promise<readonly Row[]> {
	const rows: Row[] = [];
	for (let from = 0; from < each.length; from += batchSize) {
		const { query, answered } = batch(text, each.slice(from, from + batchSize));
		client.query(query);
		rows.push(...(await answered));
	}
	return rows;
}

/** Lets one process at a time at the schema, and makes it where it is missing. */
function* claim(schema: string): Work<void> {
	yield* run('SELECT pg_advisory_xact_lock(hashtext(?))', `order hub ${schema}`);
	const known = yield* first('SELECT 1 AS known FROM pg_namespace WHERE nspname = ?', schema);
	if (known === undefined) yield* run(`CREATE SCHEMA "${schema}"`);
}

/** It finds the tables of its schema also where somebody else's search path does not. */
function* follow({ name, after, when = '1 = 1', does }: Trigger): Work<void> {
	yield* run(`CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT
		AS $$ BEGIN ${does.join('; ')}; RETURN NULL; END $$`);
	yield* run(
		`CREATE TRIGGER ${name} AFTER ${after} FOR EACH ROW WHEN (${when}) EXECUTE FUNCTION ${name}()`,
	);
}

/** Some more or less, so that two that were in each other's way do not meet again. */
const pause = (ms: number) =>
	new Promise<void>((resolve) => setTimeout(resolve, ms * (0.5 + Math.random())));
