import { join } from 'node:path';
import type { MappedOrder } from '../domain/order';
import type { LedgerOptions } from '../ledger/engine';
import type { Ledger } from '../ledger/ledger';
import { openLedger } from '../ledger/openLedger';
import type { SyncRun } from '../ledger/syncShapes';
import { begun, page } from '../test/support/ledgers';
import { revised } from '../test/support/placed';
import type { Figure } from './figure';
import { floor } from './floor';
import { onPostgres } from './onPostgres';
import { inScratch } from './scratch';
import { stopwatch, type Stopwatch } from './stopwatch';
import { furnish, orders, pageSize } from './trade';

const pages = 50;
/** Enough orders for several of the pages that cost most. */
const few = 5 * pageSize;
const known = orders(0, pages * pageSize);

/** Pages of new orders into an empty ledger, then the pages that cost most: orders that were edited, or have left. */
export const importing = async (): Promise<readonly Figure[]> => [
	...(await inScratch(intoFile)),
	...(await onPostgres(intoServer)),
];

async function intoFile(folder: string): Promise<readonly Figure[]> {
	const took = await taken({ engine: 'sqlite', file: join(folder, 'ledger.sqlite') });
	const bare = await floor(folder, pages, rowsOfPage());
	const perSecond = took.fresh.perSecond(known.length);
	return [
		{ name: 'import: new orders', value: perSecond, unit: 'orders/s', target: { least: 2000 } },
		{
			name: 'import: new orders, against bare inserts',
			value: perSecond / bare.perSecond(known.length),
			unit: 'of floor',
		},
		held('a page of new orders', took.fresh),
		held('a page of known orders', took.again),
		held('a page of edited and reserved orders', took.edited),
		held('a page of already shipped orders', took.shipped),
		{ ...held('bare inserts of a page', bare), target: undefined },
	];
}

async function intoServer(options: LedgerOptions): Promise<readonly Figure[]> {
	const { fresh, again, edited, shipped } = await taken(options);
	const speed = (of: string, perSecond: number, least?: number): Figure => ({
		name: `import on PostgreSQL: ${of}`,
		value: perSecond,
		unit: 'orders/s',
		target: least === undefined ? undefined : { least },
	});
	return [
		speed('new orders', fresh.perSecond(known.length), 1000),
		speed('known orders', again.perSecond(known.length)),
		speed('edited and reserved orders', edited.perSecond(few)),
		speed('already shipped orders', shipped.perSecond(few)),
	];
}

async function taken(options: LedgerOptions) {
	const ledger = await openLedger(options);
	await furnish(ledger, 'priority');
	const run = await begun(ledger);
	const take = (orders: readonly MappedOrder[]) => imported(ledger, run, orders);
	const fresh = await take(known);
	const again = await take(known);
	while ((await ledger.routeWaiting(run.store, 50)).waiting);
	const edited = await take(known.slice(0, few).map(withOneUnitMore));
	const shipped = await take(orders(known.length, few).map(asShipped));
	await ledger.close();
	return { fresh, again, edited, shipped };
}

async function imported(
	ledger: Ledger,
	run: SyncRun,
	orders: readonly MappedOrder[],
): Promise<Stopwatch> {
	const watch = stopwatch();
	for (const [at, some] of pagesOf(orders).entries()) {
		await watch.time(() => ledger.importPage(page(run, { orders: some, next: `page ${at + 1}` })));
	}
	return watch;
}

const held = (by: string, watch: Stopwatch): Figure => ({
	name: `import: event loop held by ${by}`,
	value: watch.longestHoldMs(),
	unit: 'ms',
	target: { most: 100 },
});

const pagesOf = (orders: readonly MappedOrder[]): readonly (readonly MappedOrder[])[] =>
	Array.from({ length: orders.length / pageSize }, (_, at) =>
		orders.slice(at * pageSize, (at + 1) * pageSize),
	);

const withOneUnitMore = (order: MappedOrder): MappedOrder =>
	revised(order, 5, { lines: order.lines.map((line) => ({ ...line, ordered: line.ordered + 1 })) });

const asShipped = (order: MappedOrder): MappedOrder => ({
	...order,
	statuses: ['package:FULFILLED'],
	hubStatus: 'shipped',
	location: 'loc-hub-19',
});

/** What the ledger has to write of a page at least: an order, its lines and an event each. */
const rowsOfPage = (): readonly string[] =>
	orders(0, pageSize).flatMap((order) => [
		JSON.stringify(order),
		...order.lines.map(({ id, sku, listing }) => `${id} ${sku} ${listing}`),
		'order_created',
	]);
