import { join } from 'node:path';
import type { MappedOrder } from '../domain/order';
import type { Ledger } from '../ledger/ledger';
import { openLedger } from '../ledger/openLedger';
import type { SyncRun } from '../ledger/shapes';
import { begun, page } from '../test/support/ledgers';
import { revised } from '../test/support/placed';
import type { Figure } from './figure';
import { floor } from './floor';
import { inScratch } from './scratch';
import { stopwatch, type Stopwatch } from './stopwatch';
import { furnish, orders, pageSize } from './trade';

const pages = 50;
/** Enough orders for several of the pages that cost most. */
const few = 5 * pageSize;

/** Pages of new orders into an empty ledger, then the pages that cost most: orders that were edited, or have left. */
export const importing = (): Promise<readonly Figure[]> =>
	inScratch(async (folder) => {
		const ledger = await openLedger({ engine: 'sqlite', file: join(folder, 'ledger.sqlite') });
		await furnish(ledger, 'priority');
		const run = await begun(ledger);
		const take = (orders: readonly MappedOrder[]) => imported(ledger, run, orders);
		const known = orders(0, pages * pageSize);
		const fresh = await take(known);
		const again = await take(known);
		while ((await ledger.routeWaiting(run.store, 50)).waiting);
		const edited = await take(known.slice(0, few).map(withOneUnitMore));
		const shipped = await take(orders(known.length, few).map(asShipped));
		await ledger.close();
		const bare = await floor(folder, pages, rowsOfPage());
		return [
			...speed(fresh.perSecond(known.length), bare.perSecond(known.length)),
			held('a page of new orders', fresh),
			held('a page of known orders', again),
			held('a page of edited and reserved orders', edited),
			held('a page of already shipped orders', shipped),
			{ ...held('bare inserts of a page', bare), target: undefined },
		];
	});

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

const speed = (perSecond: number, bare: number): readonly Figure[] => [
	{ name: 'import: new orders', value: perSecond, unit: 'orders/s', target: { least: 2000 } },
	{ name: 'import: new orders, against bare inserts', value: perSecond / bare, unit: 'of floor' },
];

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
