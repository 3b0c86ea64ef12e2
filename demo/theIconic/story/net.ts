import type { IconicOrderState } from '../../../sandbox/theIconic/stateTypes';
import { killInFlight, slowMs } from '../../kill';
import { bookOf, check } from '../../story/check';
import { wholeSync } from '../../syncs';
import { allTold } from '../../updates';
import { drafts } from '../drafts';
import { locations, others, skus, tightSkus } from '../goods';
import { handedOver } from '../onShopify';
import { partnerOf } from '../../partnerOf';
import type { IconicScene } from '../scene';
import { checkOnShopify } from './checkOnShopify';
import { checkShown } from './stockOut';

/** Rows may be late by more than a sync looks back. */
const lateMinutes = 60;

type Orders = readonly IconicOrderState[];

/** Orders that the next syncs cannot see: once they have passed, they look back on nothing of this time any more. */
export async function placeLate(scene: IconicScene): Promise<Orders> {
	const { site, random, say } = scene;
	const { shop } = site;
	say('customers order, and The Iconic shows that late');
	await shop.faults({ lateRows: 1, lateMs: lateMinutes * 60_000, seed: 7 });
	const placed = await shop.place(drafts(14, random));
	await shop.faults({});
	await shop.letPass(12);
	// A sync looks back from the last change that it has seen.
	const [last] = await handedOver(scene, 1);
	if (last) await shop.edit(last.order.id, {});
	return placed;
}

const missing = ({ books }: IconicScene, placed: Orders) => {
	const { row } = bookOf(books());
	return placed.filter(({ id }) => !row(id));
};

/** What every other workflow missed is found, after a sync that could have seen it, and goes to Shopify. */
export async function net(scene: IconicScene, placed: Orders): Promise<void> {
	const { site, say } = scene;
	await site.shop.letPass(lateMinutes);
	const { length } = missing(scene, placed);
	check(length >= 3, `at least 3 orders to have been missed, not ${length}`);
	say(`${length} orders were missed; comparing`);
	// From here on its own schedule may be quicker than the story.
	const since = Date.now();
	await site.publish('reconcile');
	await wholeSync(scene, 'reconcile', since);
	check(missing(scene, placed).length === 0, 'every missed order to be in the hub');
	const partner = partnerOf(scene);
	await allTold(partner);
	await checkOnShopify(scene, placed);
	await allTold(scene);
	await wholeSync(scene);
	// What that was about may change what Shopify has.
	await allTold(partner);
	await wholeSync(partner, 'stock');
	await wholeSync(scene, 'inventory');
	const unclear = await editedTooLate(scene);
	const clear = skus.filter((sku) => !unclear.has(sku));
	await checkShown(scene, [...clear, ...tightSkus, ...others]);
}

/** SKUs of orders that were edited after the hand-over: what The Iconic keeps reserved for them is a person's to say. */
async function editedTooLate({ site, books }: IconicScene): Promise<ReadonlySet<string>> {
	const { exceptionOf } = bookOf(books());
	const { orders } = await site.shop.state();
	const waiting = orders.filter(({ id }) => exceptionOf(id)?.kind === 'order_edited');
	return new Set(waiting.flatMap(({ items }) => items.map(({ sku }) => sku)));
}

/** One of each, at each location. */
const receive = ({ site }: IconicScene, arrived: readonly string[]): Promise<void> =>
	site.shop.shopify.adjust(
		arrived.flatMap((sku) => locations.map((location) => ({ sku, location, delta: 1 }))),
	);

/** Goods arrive of much of the range; n8n is killed while it reads that from Shopify and tells The Iconic. */
export async function cutOffPush(scene: IconicScene): Promise<void> {
	const { site, say } = scene;
	const { shop } = site;
	const partner = partnerOf(scene);
	say('goods arrive; n8n is killed while it reads and tells stock');
	await receive(scene, tightSkus);
	await receive(scene, others.slice(20, 140));
	// Until the kill has met it, so that nothing is told before.
	await shop.faults({ rate500: 1, only: 'setStock', latencyMs: slowMs });
	await wholeSync(partner, 'stock');
	await receive(scene, others.slice(140, 150));
	await shop.shopify.faults({ latencyMs: 2 * slowMs });
	await Promise.all([killInFlight(scene, 'inventory'), killInFlight(partner, 'stock')]);
	await shop.faults({});
	await shop.shopify.faults({});
}
