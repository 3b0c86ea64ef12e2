import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { engineOf, type LedgerOptions } from '../ledger/engine';
import type { Ledger } from '../ledger/ledger';
import { openLedger } from '../ledger/openLedger';
import { run } from '../ledger/statement';
import { always, draft, settings } from '../test/support/ledgers';
import { omsDraft } from '../test/support/oms';
import type { Figure } from './figure';
import { onPostgres } from './onPostgres';
import { inScratch } from './scratch';

const skus = 20_000;

/** The stock of an OMS as it comes in, and the listings of a channel that it has not got, with what comes near. */
export const omsStock = async (say: (line: string) => void): Promise<readonly Figure[]> => [
	...(await inScratch((folder) =>
		measured(say, 'SQLite', { engine: 'sqlite', file: join(folder, 'ledger.sqlite') }),
	)),
	...(process.env.PG ? await onPostgres((target) => measured(say, 'PostgreSQL', target)) : []),
];

async function measured(
	say: (line: string) => void,
	name: string,
	options: LedgerOptions,
): Promise<readonly Figure[]> {
	say(`${skus} listings of an OMS and of a channel are put on ${name}`);
	const [ledger, engine] = [await openLedger(options), await engineOf(options)];
	try {
		await furnish(ledger);
		for (const statement of goods) await engine.run(() => run(statement));
		if (options.engine === 'postgres') await engine.run(() => run('ANALYZE'));
		return [
			...(await timed(`the first ${skus} levels on ${name}`, 15_000, () => imported(ledger, skus))),
			...(await timed(`the same again on ${name}`, 3_000, async () => {
				await engine.run(() => run('UPDATE syncs SET run_id = NULL, due_at = 0'));
				await imported(ledger, 0);
			})),
			...(await timed(`unmatched, ${skus} of ${skus} on ${name}`, 5_000, () => unmatched(ledger))),
		];
	} finally {
		await engine.close();
		await ledger.close();
	}
}

async function furnish(ledger: Ledger): Promise<void> {
	await ledger.saveSeller({ code: 'acme', name: 'Acme' });
	const nowhere = { latitude: null, longitude: null };
	await ledger.saveHub({ code: 'sydney', name: 'Sydney', active: true, ...nowhere, ...always });
	const mapped = (location: string) => ({
		locations: [{ id: location, name: 'Sydney' }],
		hubMap: [{ location, hub: 'sydney' }],
	});
	await ledger.saveStore(omsDraft(mapped('oms-syd')));
	await ledger.saveStore(draft({ settings: settings(mapped('loc-syd')) }));
}

const sequence = `WITH RECURSIVE numbers (n) AS
	(SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${skus - 1})`;

/** No SKU of the channel is one of the OMS exactly: each is in another case. */
const goods = [
	`${sequence} INSERT INTO skus (seller, sku) SELECT 'acme', 'SHIRT-RED-' || n FROM numbers`,
	`${sequence} INSERT INTO listings (store, listing, sku, title, channel_sku)
		SELECT 'oms', 'gid://shopify/ProductVariant/' || n, 'SHIRT-RED-' || n, 'A shirt', 'SHIRT-RED-' || n FROM numbers`,
	`${sequence} INSERT INTO listings (store, listing, sku, title, channel_sku)
		SELECT 'ikas-tr', 'l' || n, 'Shirt-Red-' || n, 'A shirt', 'Shirt-Red-' || n FROM numbers`,
];

async function imported(ledger: Ledger, changed: number): Promise<void> {
	const begun = await ledger.beginSync('oms', 'stock');
	if (begun.answer !== 'run') throw new Error(`expected a run, got ${JSON.stringify(begun)}`);
	const levels = Array.from({ length: skus }, (_, at) => ({
		listing: `gid://shopify/ProductVariant/${at}`,
		location: 'oms-syd',
		available: at % 50,
	}));
	const stored = await ledger.importStock({ run: begun.run, levels, tookMs: 0, next: null });
	if (stored.counts.changed !== changed) throw new Error(`${stored.counts.changed} levels differ`);
}

async function unmatched(ledger: Ledger): Promise<void> {
	const found = await ledger.getUnmatched('ikas-tr', skus);
	const near = found.filter((one) => one.near[0] === one.sku.toUpperCase()).length;
	if (near !== skus) throw new Error(`${near} near misses were found`);
}

async function timed(
	name: string,
	most: number,
	work: () => Promise<void>,
): Promise<readonly Figure[]> {
	let on = true; let last = process.threadCpuUsage(); let most2 = 0; let where = 0; let n=0; const tops: number[] = [];
	const spin = () => { const now = process.threadCpuUsage(); const ms = (now.user + now.system - last.user - last.system) / 1000; tops.push(ms); if (ms > most2) { most2 = ms; where = n; } n++; last = now; if (on) setImmediate(spin); };
	setImmediate(spin);
	const delay = monitorEventLoopDelay({ resolution: 1 });
	delay.enable();
	const from = performance.now();
	await work();
	const ms = performance.now() - from;
	delay.disable(); on=false; tops.sort((a,b)=>b-a); console.log(name, 'cpu ms of the longest steps', tops.slice(0,6).map((x)=>x.toFixed(0)).join(' '), 'at', where, 'of', n);
	return [
		{ name: `oms: ${name}`, value: ms, unit: 'ms', target: { most } },
		{
			...{ name: `oms: event loop held, ${name}`, value: delay.max / 1e6 },
			...{ unit: 'ms', target: { most: 100 } },
		},
	];
}
