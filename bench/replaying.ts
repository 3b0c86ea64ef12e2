import { join } from 'node:path';
import type { RoutingRule } from '../domain/routing';
import { engineOf, type LedgerOptions } from '../ledger/engine';
import type { Ledger } from '../ledger/ledger';
import { openLedger } from '../ledger/openLedger';
import { each, run, type Engine } from '../ledger/statement';
import { always, draft, settings } from '../test/support/ledgers';
import { longestStep } from '../test/support/longestStep';
import type { Figure } from './figure';
import { onPostgres } from './onPostgres';
import { inScratch } from './scratch';
import { order, skus } from './trade';

const orders = 10_000;
const atOnce = 500;
const stepMs = 60_000;

/** Across Turkey. Those in the west have little, so that orders go on to others, or are shared out. */
const hubs = Array.from({ length: 50 }, (_, at) => ({
	...{ code: `hub-${at}`, name: `Hub ${at}`, active: true, ...always },
	latitude: 36.5 + (at % 5),
	longitude: 27 + Math.floor(at / 5) * 1.7,
}));
const onHand = (hub: number) => (hub < 25 ? 3 : 40);

const drafts: readonly (readonly [string, RoutingRule])[] = [
	['nearest', { name: 'nearest', strategy: 'nearest' }],
	[
		'fewest parcels, split',
		{ name: 'split', strategy: 'fewestParcels', split: { smallestValue: 0, mostParcels: null } },
	],
];

/** A week's orders decided again by the rules in force and by a draft, from the question to the comparison. */
export const replaying = async (say: (line: string) => void): Promise<readonly Figure[]> => [
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
	say(`${orders} orders and ${hubs.length} hubs are put on ${name}`);
	const [ledger, engine] = [await openLedger(options), await engineOf(options)];
	try {
		await furnish(ledger);
		for (let from = 0; from < orders; from += atOnce) await sell(engine, from);
		if (options.engine === 'postgres') await engine.run(() => run('ANALYZE'));
		const figures: Figure[] = [];
		for (const [of, rule] of drafts)
			figures.push(...(await replayed(ledger, rule, `${of} on ${name}`)));
		return figures;
	} finally {
		await engine.close();
		await ledger.close();
	}
}

/** What the event loop is held for is counted in the thread's own time: other programs on the machine do not show in it. */
async function replayed(ledger: Ledger, rule: RoutingRule, of: string): Promise<readonly Figure[]> {
	const [from, before] = [performance.now(), spentMs()];
	const replay = ledger.replayOrders({
		...{ store: 'ikas-tr', days: 8, draft: { rules: [rule] }, stock: 'replayed' },
		...{ most: orders, listed: 10 },
	});
	const held = await longestStep(replay, async () => spentMs() - before);
	const [took, spent] = [performance.now() - from, spentMs() - before];
	const { orders: compared } = await replay;
	if (compared !== orders) throw new Error(`${compared} of ${orders} orders were compared`);
	const name = `replay: ${orders} orders, ${hubs.length} hubs, ${of}`;
	return [
		{ name, value: took / 1000, unit: 's' },
		{ name: `replay: ${of}, of the processor`, value: spent / 1000, unit: 's' },
		{ name: `replay: ${of}, event loop held`, value: held, unit: 'ms', target: { most: 100 } },
	];
}

function spentMs(): number {
	const { user, system } = process.threadCpuUsage();
	return (user + system) / 1000;
}

async function furnish(ledger: Ledger): Promise<void> {
	await ledger.saveSeller({ code: 'acme', name: 'Acme' });
	for (const hub of hubs) await ledger.saveHub(hub);
	await ledger.saveStore(
		draft({
			settings: settings({
				splitOrders: true,
				locations: hubs.map(({ code, name }) => ({ id: `loc-${code}`, name })),
				hubMap: hubs.map(({ code }) => ({ location: `loc-${code}`, hub: code })),
			}),
		}),
	);
	for (const [at, { code: hub }] of hubs.entries()) {
		await ledger.setStock(skus.map((sku) => ({ seller: 'acme', sku, hub, onHand: onHand(at) })));
	}
}

/** Orders of the week, each of which left one of the hubs in the east. */
const sell = (engine: Engine, from: number) =>
	engine.run(function* () {
		const sold = Array.from({ length: atOnce }, (_, at) => order(from + at));
		const now = Date.now();
		const known = yield* each<{ id: number }>(
			`INSERT INTO orders (store, channel_id, number, seller, placed_at, content_hash, channel_status, mapped_status, status,
				hub, body, created_at, updated_at)
			VALUES ('ikas-tr', ?, ?, 'acme', ?, '', 'PAID', 'new_order', 'shipped', ?, ?, {now}, {now}) RETURNING id`,
			sold.map((one, at) => [
				...[one.id, one.number, new Date(now - (orders - from - at) * stepMs).toISOString()],
				...[hubOf(from + at), JSON.stringify(one)],
			]),
		);
		yield* each(
			'INSERT INTO order_lines (order_id, line_id, sku, ordered, cancelled, shipped) VALUES (?, ?, ?, ?, 0, ?)',
			known.flatMap(({ id }, at) =>
				(sold[at]?.lines ?? []).map((line) => [id, line.id, line.sku, line.ordered, line.ordered]),
			),
		);
		const parcels = yield* each<{ id: number }>(
			"INSERT INTO parcels (order_id, hub, status, shipped_at) VALUES (?, ?, 'shipped', {now}) RETURNING id",
			known.map(({ id }, at) => [id, hubOf(from + at)]),
		);
		yield* each(
			"INSERT INTO parcel_lines (parcel_id, line_id, seller, sku, quantity) VALUES (?, ?, 'acme', ?, ?)",
			parcels.flatMap(({ id }, at) =>
				(sold[at]?.lines ?? []).map((line) => [id, line.id, line.sku, line.ordered]),
			),
		);
	});

const hubOf = (order: number) => `hub-${25 + (order % 25)}`;
