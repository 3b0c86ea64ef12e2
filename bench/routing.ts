import { join } from 'node:path';
import type { StrategyName } from '../domain/routing';
import type { LedgerOptions } from '../ledger/engine';
import type { Ledger } from '../ledger/ledger';
import { openLedger } from '../ledger/openLedger';
import type { Figure } from './figure';
import { floor } from './floor';
import { onPostgres } from './onPostgres';
import { inScratch } from './scratch';
import { stopwatch, type Stopwatch } from './stopwatch';
import { furnish, orders, pageSize } from './trade';

/** The rule sets that every ledger has from the start. */
const ruleSets = ['priority', 'nearest'] as const satisfies readonly StrategyName[];

const waiting = 5000;
/** As many as Hub Router takes at a time. */
const limit = 50;

/** Orders that wait in the ledger get their hub, their reservation and the reasons. */
export async function routing(): Promise<readonly Figure[]> {
	const figures: Figure[] = [];
	for (const strategy of ruleSets) figures.push(...(await inFile(strategy)));
	for (const strategy of ruleSets) figures.push(await onServer(strategy));
	return figures;
}

const inFile = (strategy: StrategyName): Promise<readonly Figure[]> =>
	inScratch(async (folder) => {
		const file = join(folder, 'ledger.sqlite');
		const watch = await routedBy(strategy, { engine: 'sqlite', file });
		const perSecond = watch.perSecond(waiting);
		const bare = await floor(folder, waiting / limit, rowsOfCall);
		return [
			{
				name: `routing: ${strategy}, with reservation`,
				value: perSecond,
				unit: 'orders/s',
				target: { least: 1000 },
			},
			{
				name: `routing: ${strategy}, against bare inserts`,
				value: perSecond / bare.perSecond(waiting),
				unit: 'of floor',
			},
			{
				name: `routing: ${strategy}, event loop held by ${limit} orders`,
				value: watch.longestHoldMs(),
				unit: 'ms',
				target: { most: 100 },
			},
		];
	});

const onServer = (strategy: StrategyName): Promise<Figure> =>
	onPostgres(async (options) => ({
		name: `routing on PostgreSQL: ${strategy}, with reservation`,
		value: (await routedBy(strategy, options)).perSecond(waiting),
		unit: 'orders/s',
		target: { least: 500 },
	}));

async function routedBy(strategy: StrategyName, options: LedgerOptions): Promise<Stopwatch> {
	const ledger = await openLedger(options);
	await furnish(ledger, strategy);
	await fill(ledger);
	const watch = stopwatch();
	let assigned = 0;
	for (let more = true; more; ) {
		const { routed, waiting } = await watch.time(() => ledger.routeWaiting('ikas-tr', limit));
		assigned += routed.filter(({ status }) => status === 'new_order').length;
		more = waiting;
	}
	await ledger.close();
	if (assigned !== waiting) throw new Error(`${assigned} of ${waiting} orders got a hub`);
	return watch;
}

async function fill(ledger: Ledger): Promise<void> {
	for (let from = 0; from < waiting; from += pageSize) {
		await ledger.importOrders('ikas-tr', orders(from, pageSize));
	}
}

/** What the ledger has to write at least: of each order the decision, three reservations, three stock rows, an event. */
const rowsOfCall = Array.from({ length: limit }, () => [
	'decision '.repeat(120),
	...Array.from({ length: 7 }, () => 'hub-0 SKU-0 order_assigned'),
]).flat();
