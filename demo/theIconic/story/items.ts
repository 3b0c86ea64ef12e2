import { setTimeout as sleep } from 'node:timers/promises';

import type { ShopifyOrderState } from '../../../sandbox/shopify/stateTypes';
import type { IconicOrderState } from '../../../sandbox/theIconic/stateTypes';
import { checkEach } from '../../story/check';
import { each } from '../../story/each';
import { wholeSync } from '../../syncs';
import { allTold } from '../../updates';
import { drafts } from '../drafts';
import { madeOnShopify } from '../onShopify';
import { partnerOf } from '../../partnerOf';
import type { IconicScene } from '../scene';
import { checkOnShopify } from './checkOnShopify';

type Orders = readonly IconicOrderState[];

const [dropped, other] = ['SHIRT-M', 'Jumper Navy'];
const lines = [
	{ sku: dropped, quantity: 2 },
	{ sku: other, quantity: 1 },
];

/** A search of Shopify finds what has changed a little later. */
const searchLagMs = 4000;

/** One item of an order goes: customers cancel it on The Iconic, or somebody takes it off in Shopify. The other side follows. */
export async function cancellingItems(scene: IconicScene): Promise<void> {
	const { site, random, say } = scene;
	const { shop } = site;
	const partner = partnerOf(scene);
	say('single items are cancelled on The Iconic, and taken off in Shopify');
	const placed = await shop.place(drafts(10, random, { lines }));
	await wholeSync(scene);
	await allTold(partner);
	await checkOnShopify(scene, placed);
	const madeOf = await madeOnShopify(scene);
	const [onIconic, onShopify] = [placed.slice(0, 5), placed.slice(5)];
	await each(onIconic, ({ id, items }) => shop.cancel(id, { items: firstOf(items) }));
	await each(onShopify.flatMap(madeOf), ({ id }) =>
		shop.shopify.remove(id, { lines: [{ sku: dropped, quantity: 1 }], restock: true }),
	);
	await Promise.all([wholeSync(scene), sleep(searchLagMs)]);
	await wholeSync(partner, 'fulfilments');
	await Promise.all([allTold(partner), allTold(scene)]);
	await checkItems(scene, placed);
}

const firstOf = (items: IconicOrderState['items']) =>
	items.flatMap(({ id, sku }) => (sku === dropped ? [id] : [])).slice(0, 1);

/** Both sides have one unit less of it, and all else as it was. */
async function checkItems(scene: IconicScene, placed: Orders): Promise<void> {
	const now = new Map((await scene.site.shop.state()).orders.map((order) => [order.id, order]));
	const madeOf = await madeOnShopify(scene);
	const left = ({ id }: IconicOrderState, wanted: string) =>
		now.get(id)?.items.filter(({ sku, status }) => sku === wanted && status === 'pending').length;
	const leftThere = (made: ShopifyOrderState, wanted: string) =>
		made.lines.find(({ sku }) => sku === wanted)?.currentQuantity;
	checkEach(
		placed,
		'one unit less on both sides, and the rest as it was',
		(order) =>
			left(order, dropped) === 1 &&
			left(order, other) === 1 &&
			madeOf(order).every((made) => leftThere(made, dropped) === 1 && leftThere(made, other) === 1),
		(order) => [now.get(order.id)?.items, madeOf(order).map(({ lines: all }) => all)],
	);
}
