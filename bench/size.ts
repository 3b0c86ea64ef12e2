import { join } from 'node:path';
import { engineOf, type LedgerOptions } from '../ledger/engine';
import { openLedger } from '../ledger/openLedger';
import { run } from '../ledger/statement';
import { tellHistory } from '../test/support/history';
import { begun, page } from '../test/support/ledgers';
import { inBulk } from './bulk';
import type { Figure } from './figure';
import { onPostgres } from './onPostgres';
import { inScratch } from './scratch';
import { given, hubs, listings, newOrders, settleDown } from './sizeWorld';
import { stopwatch } from './stopwatch';
import { walked, type Opened } from './stockWalk';
import { pageSize } from './trade';
import { throughput } from './workers';

const few = 10_000;
const many = given('orders', 5_000_000);
/** `--engine=sqlite` for one of them alone. */
const engine = process.argv.find((one) => one.startsWith('--engine='))?.slice(9);
const fresh = 25 * pageSize;

/** A ledger of ten thousand orders, and the same of five million: what is done every minute must not notice. */
export const size = async (say: (line: string) => void): Promise<readonly Figure[]> => [
	...(engine === 'postgres'
		? []
		: await inScratch((folder) =>
				grown(say, 'SQLite', { engine: 'sqlite', file: join(folder, 'ledger.sqlite') }),
			)),
	...(engine === 'sqlite' ? [] : await onPostgres((target) => grown(say, 'PostgreSQL', target))),
];

async function grown(
	say: (line: string) => void,
	name: string,
	options: LedgerOptions,
): Promise<readonly Figure[]> {
	const opened = { ledger: await openLedger(options), engine: await engineOf(options) };
	const fill = (from: number, orders: number) =>
		inBulk(opened.engine, options, (patient) =>
			tellHistory(patient, { store: 'ikas-tr', from, orders, skus: listings, hubs }),
		);
	try {
		say(`${listings} listings at ${hubs.length} hubs and ${few} orders are put on ${name}`);
		await inBulk(opened.engine, options, async (patient) => {
			await settleDown(opened.ledger, patient);
			await tellHistory(patient, { store: 'ikas-tr', orders: few, skus: listings, hubs });
		});
		await pace(opened, many);
		const small = await pace(opened, many + fresh);
		say(`${many - few} more are put on ${name}`);
		await fill(few, many - few);
		const large = await pace(opened, many + 2 * fresh);
		return [
			...figures(name, small, large),
			...(options.engine === 'postgres' ? await throughput(say, opened, options) : []),
		];
	} finally {
		await opened.engine.close();
		await opened.ledger.close();
	}
}

interface Pace {
	readonly imported: number;
	readonly routed: number;
	readonly importHeldMs: number;
	readonly stockMs: number;
	readonly stockHeldMs: number;
	readonly stockMb: number;
	readonly summaryMs: number;
	readonly listMs: number;
}

async function pace(opened: Opened, from: number): Promise<Pace> {
	const { ledger, engine } = opened;
	await engine.run(() => run('UPDATE syncs SET run_id = NULL, due_at = 0'));
	const orders = await begun(ledger);
	const importing = stopwatch();
	for (let at = 0; at < fresh; at += pageSize) {
		const given = page(orders, { orders: newOrders(from + at, pageSize), next: `page ${at}` });
		await importing.time(() => ledger.importPage(given));
	}
	const routing = stopwatch();
	for (let more = true; more; ) {
		more = (await routing.time(() => ledger.routeWaiting('ikas-tr', 50))).waiting;
	}
	const looking = stopwatch();
	await looking.time(() => ledger.getSyncSummary('ikas-tr', 'orders'));
	const listing = stopwatch();
	await listing.time(() => ledger.getOrders({ store: 'ikas-tr', limit: 50 }));
	await walked(opened, () => true);
	await engine.run(() => run(change));
	const walk = await walked(opened, (rows) => rows >= listings / changing);
	return {
		imported: importing.perSecond(fresh),
		importHeldMs: importing.longestHoldMs(),
		routed: routing.perSecond(fresh),
		summaryMs: 1000 / looking.perSecond(1),
		listMs: 1000 / listing.perSecond(1),
		stockMs: walk.ms,
		stockHeldMs: walk.heldMs,
		stockMb: walk.megabytes,
	};
}

/** One SKU in a hundred changes at its hubs. */
const changing = 100;
const change = `UPDATE stock SET on_hand = on_hand - 1 WHERE CAST(SUBSTR(sku, 5) AS INTEGER) % ${changing} = 0`;

const figures = (name: string, small: Pace, large: Pace): readonly Figure[] => [
	...growth(`import on ${name}`, 'orders/s', small.imported, large.imported),
	...growth(`routing on ${name}`, 'orders/s', small.routed, large.routed),
	...growth(`stock differences on ${name}`, 'ms', small.stockMs, large.stockMs),
	...growth(`summary of a store on ${name}`, 'ms', small.summaryMs, large.summaryMs),
	...growth(`newest orders on ${name}`, 'ms', small.listMs, large.listMs),
	{
		name: `size: 1 % of ${listings} listings found on ${name}`,
		value: large.stockMs / 1000,
		unit: 's',
		target: { most: 10 },
	},
	{
		name: `size: memory for that on ${name}`,
		value: large.stockMb,
		unit: 'MB',
		target: { most: 512 },
	},
	{
		name: `size: event loop held for that on ${name}`,
		value: large.stockHeldMs,
		unit: 'ms',
		target: { most: 100 },
	},
	{
		name: `size: event loop held by a page of orders on ${name}`,
		value: large.importHeldMs,
		unit: 'ms',
		target: { most: 100 },
	},
];

const growth = (
	of: string,
	unit: 'orders/s' | 'ms',
	small: number,
	large: number,
): readonly Figure[] => [
	{ name: `size: ${of}, ${few} orders`, value: small, unit },
	{ name: `size: ${of}, ${many} orders`, value: large, unit },
	{
		name: `size: ${of}, slower by`,
		value: unit === 'ms' ? large / small : small / large,
		unit: 'times',
		target: { most: 2 },
	},
];
