import type { BabyshopOrderState } from '../../../sandbox/babyshop/stateTypes';
import { killInFlight, slowMs } from '../../kill';
import { bookOf, check } from '../../story/check';
import { wholeSync } from '../../syncs';
import { allTold } from '../../updates';
import { assigned } from '../assigned';
import { drafts } from '../drafts';
import { others, seller } from '../goods';
import type { BabyshopScene } from '../scene';
import { allDecided } from './allDecided';

/** Rows may be late by more than a sync looks back. */
export const lateMinutes = 60;

type Orders = readonly BabyshopOrderState[];

/** Orders that the next syncs cannot see: once they have passed, they look back on nothing of this time any more. */
export async function placeLate(scene: BabyshopScene): Promise<Orders> {
	const { site, random, say } = scene;
	const { shop } = site;
	say('customers order, and the channel shows that late');
	await shop.faults({ lateRows: 1, lateMs: lateMinutes * 60_000, seed: 7 });
	const placed = await shop.place(drafts(16, random));
	await shop.faults({});
	await shop.letPass(12);
	// A sync looks back from the last change that it has seen.
	const [last] = await assigned(scene, 1);
	if (last) await shop.edit(last.id, {});
	return placed;
}

const missing = ({ books }: BabyshopScene, placed: Orders) => {
	const { row } = bookOf(books());
	return placed.filter(({ id }) => !row(id));
};

/** What every other workflow missed is found, after a sync that could have seen it. */
export async function net(scene: BabyshopScene, placed: Orders): Promise<void> {
	const { site, say } = scene;
	const { length } = missing(scene, placed);
	check(length >= 3, `at least 3 orders to have been missed, not ${length}`);
	say(`${length} orders were missed; comparing`);
	// From here on its own schedule may be quicker than the story.
	const since = Date.now();
	await site.publish('reconcile');
	await wholeSync(scene, 'reconcile', since);
	check(missing(scene, placed).length === 0, 'every missed order to be in the hub');
	await allTold(scene);
	await allDecided(scene);
}

/** Goods arrive of much of the catalog, so that a push takes several calls, and n8n is killed while it pushes. */
export async function cutOffPush(scene: BabyshopScene): Promise<void> {
	const { site, told } = scene;
	const arrived = others.slice(0, 240).map((sku) => ({ seller, sku, hub: 'al-ain', units: 1 }));
	await site.warehouse.adjust(arrived, 'received');
	told.physical.push(...arrived);
	// Until the kill has met it, so that nothing is pushed before.
	await site.shop.faults({ rate500: 1, only: 'inventoryPriceUpdate', latencyMs: slowMs });
	await killInFlight(scene, 'inventory');
	await site.shop.faults({});
}
