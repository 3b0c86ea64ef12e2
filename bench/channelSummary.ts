import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { breath } from '../ledger/breath';
import { engineOf, type LedgerOptions } from '../ledger/engine';
import type { Ledger } from '../ledger/ledger';
import { openLedger } from '../ledger/openLedger';
import { run, type Engine } from '../ledger/statement';
import { syncKinds } from '../ledger/syncShapes';
import type { Address } from '../nodes/channelSummary/address';
import { pageAt } from '../nodes/channelSummary/pageFor';
import { always, draft } from '../test/support/ledgers';
import type { Figure } from './figure';
import { onPostgres } from './onPostgres';
import { inScratch } from './scratch';

const stores = 200;
const ordersOfStore = 5_000;
const returnsOfStore = 1_000;
const atOnce = 1_000;
const looks = 20;

/** The pages of the channel summary over many stores and a million orders, from the question to the HTML. */
export const channelSummary = async (say: (line: string) => void): Promise<readonly Figure[]> => [
	...(await inScratch((folder) =>
		measured(say, 'SQLite', { engine: 'sqlite', file: join(folder, 'ledger.sqlite') }),
	)),
	...(await onPostgres((target) => measured(say, 'PostgreSQL', target))),
];

async function measured(
	say: (line: string) => void,
	name: string,
	options: LedgerOptions,
): Promise<readonly Figure[]> {
	say(`${stores} stores and ${stores * ordersOfStore} orders are put on ${name}`);
	const [ledger, engine] = [await openLedger(options), await engineOf(options)];
	try {
		await furnish(ledger, engine);
		if (options.engine === 'postgres') await engine.run(() => run('ANALYZE'));
		const figures: Figure[] = [];
		for (const [of, asked] of pages)
			figures.push(...(await timed(ledger, `${of} on ${name}`, asked)));
		return figures;
	} finally {
		await engine.close();
		await ledger.close();
	}
}

const pages: readonly (readonly [string, Address])[] = [
	['all stores', {}],
	['one store', { store: code(7) }],
	['exceptions of all stores', { queue: 'exceptions' }],
	['orders on hold of all stores', { queue: 'holds' }],
	['returns of all stores', { queue: 'returns' }],
	['updates of one store', { queue: 'updates', store: code(7) }],
];

async function timed(ledger: Ledger, name: string, asked: Address): Promise<readonly Figure[]> {
	const visitor = { person: 'ops', token: '', zone: 'UTC', live: false };
	const took: number[] = [];
	const delay = monitorEventLoopDelay({ resolution: 1 });
	delay.enable();
	for (let look = 0; look <= looks; look++) {
		const from = performance.now();
		const { status } = await pageAt(ledger, asked, visitor);
		if (status !== 200) throw new Error(`${name} answered ${status}`);
		took.push(performance.now() - from);
		await breath();
	}
	delay.disable();
	const [first = 0, ...others] = took;
	others.sort((one, other) => one - other);
	const figure = (of: string, value: number, most?: number): Figure => ({
		...{ name: `page: ${name}, ${of}`, value, unit: 'ms' },
		target: most === undefined ? undefined : { most },
	});
	return [
		figure('the first time', first, 300),
		figure('usually', others[looks / 2] ?? 0, 300),
		figure('event loop held', delay.max / 1e6, 100),
	];
}

function code(store: number): string {
	return `store-${String(store).padStart(3, '0')}`;
}

async function furnish(ledger: Ledger, engine: Engine): Promise<void> {
	await ledger.saveSeller({ code: 'acme', name: 'Acme' });
	for (const hub of ['istanbul', 'ankara']) {
		const nowhere = { latitude: null, longitude: null };
		await ledger.saveHub({ code: hub, name: hub, active: true, ...nowhere, ...always });
	}
	for (let store = 0; store < stores; store++) {
		await ledger.saveStore(draft({ code: code(store), account: code(store) }));
		for (let from = 0; from < ordersOfStore; from += atOnce) {
			await engine.run(() => run(`${numbers(from, atOnce)} ${orders}`, code(store)));
		}
		for (const [count, rows] of others) {
			await engine.run(() => run(`${numbers(0, count)} ${rows}`, code(store)));
		}
		for (const kind of syncKinds) await engine.run(() => run(sync, code(store), kind));
	}
	await engine.run(() => run(`${numbers(1, returnsOfStore)} ${returns}`));
}

const numbers = (from: number, count: number) =>
	`WITH RECURSIVE numbers (n) AS (SELECT CAST(${from} AS BIGINT) UNION ALL SELECT n + 1 FROM numbers WHERE n < ${from + count - 1})`;

/** Most were delivered long ago; they came over the last sixty days. */
const orders = `INSERT INTO orders (store, channel_id, number, seller, placed_at, revised_at, content_hash, channel_status,
		mapped_status, status, hold_reason, hub, body, created_at, updated_at)
	SELECT ?, 'order-' || n, 'N' || n, 'acme', '2026-03-02T10:00:00.000Z', '2026-03-02T10:00:00.000Z', '', 'PAID', 'new_order',
		CASE WHEN n % 100 = 0 THEN 'on_hold' WHEN n % 100 < 6 THEN 'new_order' WHEN n % 100 < 8 THEN 'packed'
			WHEN n % 100 < 20 THEN 'shipped' WHEN n % 100 < 25 THEN 'cancelled' ELSE 'delivered' END,
		'inventory_not_present', 'istanbul', '{"lines":[],"customer":"${'A customer with an address. '.repeat(12)}"}',
		{now} - n * 1037000, {now} FROM numbers`;

/** Of every store at once, as they came; what waits for a person is the newest. */
const returns = `INSERT INTO returns (code, order_id, store, kind, state, reason, reasons, currency, requested_at)
	SELECT o.store || '-' || n, o.id, o.store, 'customer', CASE WHEN n > ${returnsOfStore - 10} THEN 'requested' ELSE 'checked' END,
		'too small', '[]', 'TRY', {now} FROM numbers JOIN orders o ON o.channel_id = 'order-' || n ORDER BY n, o.id`;

const others: readonly (readonly [number, string])[] = [
	[
		125,
		`INSERT INTO exceptions (store, kind, reference, cause, advice, state, content_hash, payload, since)
		SELECT ?, 'unreadable', 'order-' || n, 'ikas: order has no lines', 'Correct it on the channel, then retry.',
			CASE WHEN n < 25 THEN 'open' ELSE 'resolved' END, '', '{}', {now} - n * 7000000 FROM numbers`,
	],
	[
		20,
		`INSERT INTO parked (store, channel_id, number, reason, detail, settings_version, body, since)
		SELECT ?, 'parked-' || n, 'P' || n, 'unmapped_status', 'PARTIALLY_REFUNDED', 1, '{}', {now} FROM numbers`,
	],
	[
		1_000,
		`INSERT INTO outbox (store, order_id, effect, content_key, body, urgent, state, due_at, created_at)
		SELECT s.code, (SELECT id FROM orders WHERE store = s.code AND channel_id = 'order-0'), 'ship', s.code || n, '{}', 0,
			CASE WHEN n < 50 THEN 'pending' ELSE 'done' END, 0, {now} FROM numbers, stores s WHERE s.code = ?`,
	],
	...syncKinds.map((kind): readonly [number, string] => [
		200,
		`INSERT INTO sync_runs (store, kind, fence, settings_version, state, started_at, ended_at, pages, created)
			SELECT ?, '${kind}', n, 1, 'done', {now} - n * 60000, {now} - n * 60000 + 900, 1, 3 FROM numbers`,
	]),
];

const sync = `INSERT INTO syncs (store, kind, fence, watermark, due_at, failures, last_ended_at)
	VALUES (?, ?, 200, '2026-03-02T10:00:00.000Z', {now}, 0, {now})`;
