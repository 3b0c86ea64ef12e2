import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openHub, type HubNodes } from '../test/support/hubNodes';
import { draft } from '../test/support/ledgers';

/** What a process that takes in one file says of it. */
export interface Upload {
	readonly ms: number;
	readonly heldMs: number;
	readonly megabytes: number;
}

const rows = Number(process.argv[2]);
const account = 'A1SELLER0EXAMPLE/A2VIGQ35RCS4UG';

/** The node takes in a catalog of so many rows, one in a hundred of them without an ASIN. */
async function main(): Promise<void> {
	const hub = await openHub();
	await hub.ledger.saveStore(draft({ code: 'amazon', channel: 'amazonSellerFlex', account }));
	// What comes first loads n8n.
	await upload(hub, catalog(1));
	process.stdout.write(JSON.stringify(await measured(hub, catalog(rows))));
	await hub.close();
}

async function measured(hub: HubNodes, file: Buffer): Promise<Upload> {
	const before = process.memoryUsage().rss;
	let most = before;
	const sampling = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 5);
	const delay = monitorEventLoopDelay({ resolution: 1 });
	delay.enable();
	const from = performance.now();
	const created = await upload(hub, file);
	const ms = performance.now() - from;
	delay.disable();
	clearInterval(sampling);
	if (created !== rows - 1 - rows / 100) throw new Error(`${created} listings came in`);
	return { ms, heldMs: delay.max / 1e6, megabytes: (most - before) / 2 ** 20 };
}

async function upload({ run }: HubNodes, bytes: Buffer): Promise<number> {
	const files = [{ name: 'catalog.csv', bytes }];
	const [[summary] = []] = await run('amazonSellerFlex', 'listing:importCsv', { files });
	return Number(summary?.created);
}

const catalog = (count: number) =>
	Buffer.from(
		[
			'seller sku,asin,title,weight g,length cm,width cm,height cm',
			...Array.from({ length: count }, (_, at) => row(at)),
		].join('\n'),
	);

const row = (at: number) =>
	`SKU-${at},${at % 100 === 99 ? '' : `B${String(at).padStart(9, '0')}`},"Mug, size ${at}",350,12,10,9`;

void main();
