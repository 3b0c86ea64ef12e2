import { babyshop } from '../channels/babyshop/connector';
import { theIconic } from '../channels/theIconic/connector';
import { drafts as amazonDrafts } from '../demo/amazonSellerFlex/drafts';
import { deskAt } from '../demo/amazonSellerFlex/desk';
import * as bazaar from '../demo/amazonSellerFlex/goods';
import { openAmazon } from '../demo/amazonSellerFlex/openAmazon';
import { saveSettings as saveAmazon } from '../demo/amazonSellerFlex/saveSettings';
import { drafts as babyshopDrafts } from '../demo/babyshop/drafts';
import * as nursery from '../demo/babyshop/goods';
import { openBabyshop } from '../demo/babyshop/openBabyshop';
import { saveSettings as saveBabyshop } from '../demo/babyshop/saveSettings';
import { drafts as ikasDrafts } from '../demo/ikas/drafts';
import * as acme from '../demo/ikas/goods';
import { openIkas } from '../demo/ikas/openIkas';
import { saveSettings as saveIkas } from '../demo/ikas/saveSettings';
import { drafts as okerDrafts } from '../demo/oker/drafts';
import * as marigold from '../demo/oker/goods';
import { openOker } from '../demo/oker/openOker';
import { saveSettings as saveOker } from '../demo/oker/saveSettings';
import type { PhysicalStock } from '../demo/auditor/facts';
import type { Pretend } from '../demo/pretend';
import { sceneOn } from '../demo/scene';
import type { DemoShop, LoggedCall } from '../demo/shop';
import { siteOf, type Site } from '../demo/site';
import type { Stage } from '../demo/stage';
import { wholeSync } from '../demo/syncs';
import { drafts as iconicDrafts } from '../demo/theIconic/drafts';
import * as coastal from '../demo/theIconic/goods';
import { openTheIconic } from '../demo/theIconic/openTheIconic';
import { saveSettings as saveIconic } from '../demo/theIconic/saveSettings';
import type { Place } from '../demo/warehouse';
import { newStore } from '../domain/newStore';
import type { Quota } from '../domain/quota';
import type { Faults } from '../sandbox/faults';
import { random, type Random } from '../sandbox/random';

export interface Call extends LoggedCall {
	readonly status: number;
	/** How long the channel worked for the answer. */
	readonly ms: number;
	readonly kind?: string;
	readonly code?: unknown;
}

/** A channel on which orders wait, whatever its shop is. */
export interface Queue {
	readonly channel: string;
	readonly pretend: Pretend;
	/** The operations that bring orders in; '' where the channel counts all of them together. */
	readonly operations: Readonly<Record<string, Operation>>;
	/** The operation by which orders are accepted, where the store page wants that. */
	readonly accepting: Readonly<Record<string, Quota>>;
	enter(stage: Stage): Entered;
}

/** What the channel allows of it, and how many orders a call brings in at most. */
export interface Operation extends Quota {
	readonly orders: number;
}

export interface Entered {
	readonly site: Site;
	/** Connects the store, with units enough for all. */
	connect(): Promise<void>;
	/** Answers their IDs. */
	place(count: number): Promise<readonly string[]>;
	/** A customer cancels the whole order on the channel. */
	cancel(id: string): Promise<unknown>;
	calls(since: number): Promise<readonly Call[]>;
	/** How long the channel takes for an answer from now on. */
	answersAfter(ms: number): Promise<void>;
	/** How soon the channel is asked again while orders come in, where the store is new. */
	readonly busy: { readonly busySeconds: number };
}

interface Kind<Shop extends DemoShop, Draft> {
	open(): Promise<Pretend<Shop>>;
	readonly operations: Queue['operations'];
	readonly accepting?: Queue['accepting'];
	readonly goods: {
		readonly seller: string;
		readonly hubs: readonly Place[];
		readonly physical: readonly PhysicalStock[];
	};
	connect(site: Site<Shop>): Promise<unknown>;
	readonly hasCatalog: boolean;
	readonly usual?: { readonly busySeconds?: number };
	drafts(count: number, random: Random): readonly Draft[];
}

type Selling<Draft> = DemoShop & {
	place(orders: readonly Draft[]): Promise<readonly { readonly id: string }[]>;
	cancel(id: string): Promise<unknown>;
	calls(since?: number): Promise<readonly Call[]>;
	faults(faults: Faults): Promise<void>;
};

const seed = 1;
const plenty = 100_000;
const reason = 'Measured';

async function queue<Draft, Shop extends Selling<Draft>>(of: Kind<Shop, Draft>): Promise<Queue> {
	const pretend = await of.open();
	const luck = random(seed);
	const { seller, hubs, physical } = of.goods;
	return {
		channel: pretend.channel,
		pretend,
		operations: of.operations,
		accepting: of.accepting ?? {},
		enter(stage) {
			const site = siteOf(stage, pretend);
			const { shop, warehouse } = site;
			return {
				site,
				async connect() {
					await warehouse.saveSeller(seller, seller);
					await warehouse.saveHubs(hubs);
					await warehouse.count(physical.map((stock) => ({ ...stock, units: plenty })));
					await of.connect(site);
					if (of.hasCatalog)
						await wholeSync(
							sceneOn(site, [], seed, () => {}),
							'catalog',
						);
				},
				async place(count) {
					const ids: string[] = [];
					for (let left = count; left > 0; left -= 100) {
						const placed = await shop.place(of.drafts(Math.min(100, left), luck));
						ids.push(...placed.map(({ id }) => id));
					}
					return ids;
				},
				cancel: (id) => shop.cancel(id),
				calls: (since) => shop.calls(since),
				answersAfter: (latencyMs) => shop.faults({ latencyMs }),
				busy: { busySeconds: { ...newStore, ...of.usual }.busySeconds },
			};
		},
	};
}

/** Forty calls in five minutes bring 10,000 orders in within 37 minutes: ten times as many, and of the rest all is as it is. */
const babyshopCalls = 400;
const okerCalls = 300;
const babyshopQuota = { calls: babyshopCalls, perMs: 300_000 };
/** Where Shopify is the stock master this is counted there: here the hub is. */
const coastalStock = coastal.hubs.flatMap(({ code }) =>
	coastal.skus.map((sku) => ({ seller: coastal.seller, sku, hub: code, units: plenty })),
);

/** By the names of their channels. */
const queues: Readonly<Record<string, () => Promise<Queue>>> = {
	ikas: () =>
		queue({
			open: () => openIkas(seed),
			operations: { '': { calls: 50, perMs: 10_000, orders: 200 } },
			goods: acme,
			async connect(site) {
				await site.shop.locations(acme.locations);
				await saveIkas(site, { orderSync: true, withUnpaid: false, reason });
			},
			hasCatalog: false,
			drafts: ikasDrafts,
		}),
	theIconic: () =>
		queue({
			open: () => openTheIconic(seed),
			// Beside each page of a hundred the seller is asked for, and the products of its lines.
			operations: { '': { calls: 30, perMs: 1_000, orders: 100 / 3 } },
			goods: { ...coastal, physical: coastalStock },
			async connect(site) {
				await site.shop.seed(coastal.products);
				await saveIconic(
					sceneOn(site, [], seed, () => {}),
					{ inventorySync: false, reason },
				);
			},
			hasCatalog: true,
			usual: theIconic.usual,
			drafts: iconicDrafts,
		}),
	oker: () =>
		queue({
			open: () => openOker(seed, okerCalls),
			operations: { '': { calls: okerCalls, perMs: 60_000, orders: 50 } },
			goods: marigold,
			async connect(site) {
				await site.shop.seed(marigold.products);
				await saveOker(site, { reason });
			},
			hasCatalog: true,
			drafts: okerDrafts,
		}),
	babyshop: () =>
		queue({
			open: () => openBabyshop(seed, babyshopCalls),
			operations: {
				orderFetch: { ...babyshopQuota, orders: 50 },
				orderList: { ...babyshopQuota, orders: 100 },
			},
			goods: nursery,
			async connect(site) {
				await site.shop.seed(nursery.products);
				await saveBabyshop(site, { reason });
			},
			hasCatalog: true,
			usual: babyshop.usual,
			drafts: babyshopDrafts,
		}),
	amazonSellerFlex: () =>
		queue({
			open: () => openAmazon(seed),
			operations: { getShipments: { calls: 1, perMs: 500, orders: 100 } },
			accepting: { processShipment: { calls: 1, perMs: 1_000 } },
			goods: bazaar,
			async connect(site) {
				await site.shop.locations(bazaar.locations.map((id) => ({ id })));
				await site.shop.seed(bazaar.products);
				await saveAmazon(site, { reason });
				await deskAt(site).uploadCatalog(bazaar.catalogCsv());
			},
			hasCatalog: false,
			drafts: amazonDrafts,
		}),
};

/** Those named on the command line as in `--channels=ikas,oker`, or all. */
export async function openQueues(): Promise<readonly Queue[]> {
	const named = /--channels=(\S+)/.exec(process.argv.join(' '))?.[1]?.split(',');
	return await Promise.all(
		(named ?? Object.keys(queues)).flatMap((name) => queues[name]?.() ?? []),
	);
}
