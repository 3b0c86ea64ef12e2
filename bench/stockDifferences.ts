import { join } from 'node:path';
import { engineOf, type LedgerOptions } from '../ledger/engine';
import { openLedger } from '../ledger/openLedger';
import { run, type Work } from '../ledger/statement';
import { always, draft, settings } from '../test/support/ledgers';
import { startPostgres } from '../test/support/postgres';
import type { Figure } from './figure';
import { inScratch } from './scratch';
import { walked, type Opened, type Walk } from './stockWalk';
import { order } from './trade';

const listings = 100_000;
const places = Array.from({ length: 5 }, (_, at) => ({ hub: `hub-${at}`, location: `loc-${at}` }));
/** One SKU in a hundred changes at every hub. */
const changing = 100;
const waiting = 1_000;

/** What differs from what the channel has confirmed, out of everything that a large store offers. */
export const stockDifferences = async (say: (line: string) => void): Promise<readonly Figure[]> => [
	...(await inScratch((folder) =>
		measured(say, 'SQLite', { engine: 'sqlite', file: join(folder, 'ledger.sqlite') }),
	)),
	...(await onPostgres((target) => measured(say, 'PostgreSQL', target))),
];

async function onPostgres<T>(work: (options: LedgerOptions) => Promise<T>): Promise<T> {
	const server = await startPostgres({ durable: true });
	try {
		return await work({
			engine: 'postgres',
			...server.access,
			schema: 'order_hub',
			ssl: 'disable',
		});
	} finally {
		await server.stop();
	}
}

async function measured(
	say: (line: string) => void,
	name: string,
	options: LedgerOptions,
): Promise<readonly Figure[]> {
	say(`${listings} listings at ${places.length} hubs are put on ${name}`);
	const opened = { ledger: await openLedger(options), engine: await engineOf(options) };
	try {
		await furnish(opened, options.engine === 'postgres');
		const idle = await walked(opened, (rows) => rows === 0);
		await opened.engine.run(change);
		const found = await walked(opened, (rows) => rows === (listings / changing) * places.length);
		await wait(opened);
		await walked(opened, (rows) => rows > 0);
		const held = await walked(opened, (rows) => rows === 0);
		await opened.engine.run(decideLater);
		const undecided = await walked(opened, (rows) => rows === 0);
		return [
			...figuresOf(`${name}, nothing differs`, idle),
			...figuresOf(`${name}, 1 % differs`, found),
			...figuresOf(`${name}, ${waiting} orders hold stock back`, held),
			...figuresOf(`${name}, nothing is decided`, undecided),
		];
	} finally {
		await opened.engine.close();
		await opened.ledger.close();
	}
}

/** A server counts its tables by itself, but not within seconds. */
async function furnish({ ledger, engine }: Opened, isServer: boolean): Promise<void> {
	await ledger.saveSeller({ code: 'acme', name: 'Acme' });
	for (const { hub } of places) {
		const nowhere = { latitude: null, longitude: null };
		await ledger.saveHub({ code: hub, name: hub, active: true, ...nowhere, ...always });
	}
	const locations = places.map(({ location }) => ({ id: location, name: location }));
	await ledger.saveStore(draft({ settings: settings({ locations, hubMap: places }) }));
	for (const statement of goods) await engine.run(() => run(statement));
	if (isServer) await engine.run(() => run('ANALYZE'));
}

/** Ids as long as those of ikas, in another order than the SKUs. */
const sequence = `WITH RECURSIVE numbers (n) AS
	(SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${listings - 1})`;
const listingId = `'product-of-a-long-name-' || (n * 7919 % ${listings}) || '/variant-of-a-long-name-' || n`;

const goods = [
	`${sequence} INSERT INTO skus (seller, sku) SELECT 'acme', 'SKU-' || n FROM numbers`,
	`${sequence} INSERT INTO listings (store, listing, sku, title, channel_sku)
		SELECT 'ikas-tr', ${listingId}, 'SKU-' || n, 'A title', 'SKU-' || n FROM numbers`,
	`${sequence} INSERT INTO stock (seller, sku, hub, on_hand, counted_at)
		SELECT 'acme', 'SKU-' || n, code, 10, {now} FROM numbers CROSS JOIN hubs`,
	`INSERT INTO published (store, sku, listing, location, confirmed, confirmed_at)
		SELECT l.store, l.sku, l.listing, p.location, 10, {now} FROM listings l JOIN store_places p ON p.store = l.store`,
];

const change = (): Work<void> =>
	run(`UPDATE stock SET on_hand = on_hand - 1 WHERE sku IN
		(SELECT sku FROM listings WHERE CAST(SUBSTR(sku, 5) AS INTEGER) % ${changing} = 0)`);

/** As if the channel had taken all of it a moment ago, and was to decide on it. */
const decideLater = (): Work<void> =>
	run(
		`UPDATE published SET sent = confirmed, confirmed = NULL, ticket = listing, ticket_at = {now}, asked_by = 0`,
	);

const wait = async ({ ledger }: Opened) =>
	void (await ledger.importOrders(
		'ikas-tr',
		Array.from({ length: waiting }, (_, at) => order(at)),
	));

const figuresOf = (name: string, { ms, heldMs, megabytes }: Walk): readonly Figure[] => [
	{ name: `stock: found on ${name}`, value: ms, unit: 'ms', target: { most: 2_000 } },
	{ name: `stock: event loop held on ${name}`, value: heldMs, unit: 'ms', target: { most: 100 } },
	{ name: `stock: memory on ${name}`, value: megabytes, unit: 'MB', target: { most: 300 } },
];
