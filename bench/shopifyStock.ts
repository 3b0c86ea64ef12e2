import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { shopify } from '../channels/shopify/connector';
import { Failure } from '../domain/failure';
import type { Ledger } from '../ledger/ledger';
import { openLedger } from '../ledger/openLedger';
import { shopifyShop, type ShopifyShop } from '../test/channels/shopifyShop';
import { omsDraft } from '../test/support/oms';
import { always } from '../test/support/ledgers';
import type { Figure } from './figure';
import { inScratch } from './scratch';

const variants = 20_000;
const location = 'gid://shopify/Location/11';

/** Sandbox time per real time: the bucket fills as fast. */
const timeScale = 20;

const tickMs = 60_000;

/** One whole look at the stock of a large catalogue on the smallest plan: page by page, and by a bulk operation. */
export const shopifyStock = async (say: (line: string) => void): Promise<readonly Figure[]> => [
	...(await measured(say, 'by pages', 'paged from the start because it is measured', {})),
	...(await measured(say, 'by a bulk operation', null, {
		...{ points: 2_000, seconds: 240, calls: 40, megabytes: 150 },
	})),
];

interface Most {
	readonly points?: number;
	readonly seconds?: number;
	readonly calls?: number;
	readonly megabytes?: number;
}

async function measured(
	say: (line: string) => void,
	way: string,
	from: string | null,
	most: Most,
): Promise<readonly Figure[]> {
	say(`the stock of ${variants} variants of Shopify comes in ${way}`);
	// The rate of the smallest plan (reference/shopify.md 4).
	const bucket = { maximumAvailable: 2_000, restoreRate: 100 };
	const shop = await shopifyShop({ bucket, timeScale });
	try {
		stockUp(shop);
		return await inScratch(async (folder) => {
			const ledger = await openLedger({ engine: 'sqlite', file: join(folder, 'l.sqlite') });
			await furnish(ledger, shop);
			const seen = shop.sandbox.calls().length;
			const [begun, before] = [shop.sandbox.clock.now(), process.memoryUsage().rss];
			let rss = before;
			const sampling = setInterval(() => (rss = Math.max(rss, process.memoryUsage().rss)), 5);
			const levels = await walk(shop, ledger, from);
			clearInterval(sampling);
			await ledger.close();
			if (levels < variants) throw new Error(`${levels} levels came in`);
			const calls = shop.sandbox.calls(seen);
			const points = calls.reduce((sum, call) => sum + (call.actualCost ?? 0), 0);
			const name = (what: string) => `shopify: ${variants} variants ${way}, ${what}`;
			const figure = (what: string, value: number, unit: Figure['unit'], limit?: number) => ({
				...{ name: name(what), value, unit },
				...(limit !== undefined && { target: { most: limit } }),
			});
			return [
				figure('points', points, 'points', most.points),
				figure('calls', calls.length, 'calls', most.calls),
				figure('time', (shop.sandbox.clock.now() - begun) / 1_000, 's', most.seconds),
				figure('memory of both sides', (rss - before) / 2 ** 20, 'MB', most.megabytes),
			];
		});
	} finally {
		await shop.close();
	}
}

function stockUp({ sandbox }: ShopifyShop): void {
	sandbox.setLocations([{ id: '11', name: 'Sydney' }]);
	for (let at = 0; at < variants; at += 100) {
		const some = Array.from({ length: 100 }, (_, of) => ({
			...{ sku: `SHIRT-RED-${at + of}`, stocks: { Sydney: at % 50 } },
		}));
		sandbox.seed([{ variants: some }]);
	}
}

async function furnish(ledger: Ledger, { sandbox }: ShopifyShop): Promise<void> {
	await ledger.saveSeller({ code: 'acme', name: 'Acme' });
	const nowhere = { latitude: null, longitude: null };
	await ledger.saveHub({ code: 'sydney', name: 'Sydney', active: true, ...nowhere, ...always });
	const locations = [{ id: location, name: 'Sydney' }];
	await ledger.saveStore(omsDraft({ locations, hubMap: [{ location, hub: 'sydney' }] }));
	const listings = sandbox
		.state()
		.products.flatMap((product) =>
			product.variants.map(({ id, sku }) => ({ id, sku: sku ?? '', title: sku ?? '' })),
		);
	for (let at = 0; at < listings.length; at += 1_000) {
		await ledger.importListings('oms', listings.slice(at, at + 1_000));
	}
}

/** What the template does: a page, its import, and the next; what has to wait goes on with the next tick of the schedule. */
async function walk(shop: ShopifyShop, ledger: Ledger, from: string | null): Promise<number> {
	let levels = 0;
	let position = from;
	const begun = await ledger.beginSync('oms', 'stock');
	if (begun.answer !== 'run') throw new Error(begun.answer);
	do {
		const { ageMs = 0, waitMs, ...page } = await asked(shop, position);
		await ledger.importStock({ run: { ...begun.run, position }, ...page, tookMs: ageMs });
		levels += page.levels.length;
		position = page.next;
		if (waitMs !== undefined) await sleep(tickMs / timeScale);
	} while (position !== null);
	return levels;
}

async function asked(shop: ShopifyShop, position: string | null) {
	for (;;) {
		const [page] = await Promise.allSettled([shopify.oms.stock(shop.seller, [location], position)]);
		if (page.status === 'fulfilled') return page.value;
		const isLimited = page.reason instanceof Failure && page.reason.kind === 'rateLimited';
		if (!isLimited) throw page.reason;
		await sleep((page.reason.retryAfterMs ?? 0) / timeScale);
	}
}
