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

/** Rows may now be late by more than a sync looks back. */
const lateMinutes = 30;

/** What every other workflow missed is found: orders that showed too late. Meanwhile a push of stock is cut off. */
export async function net(scene: BabyshopScene): Promise<void> {
	const { site, random, say } = scene;
	const { shop } = site;
	say('orders show later than a sync looks back; killing n8n while it pushes; then comparing');
	await shop.faults({ lateRows: 1, lateMs: lateMinutes * 60_000, seed: 7 });
	const placed = await shop.place(drafts(16, random));
	await shop.faults({});
	const missed = () => placed.filter(({ id }) => !bookOf(scene.books()).row(id));
	await Promise.all([beMissed(scene, missed), cutOffPush(scene)]);
	// From here on its own schedule may be quicker than the story.
	const since = Date.now();
	await site.publish('reconcile');
	await wholeSync(scene, 'reconcile', since);
	check(missed().length === 0, 'every missed order to be in the hub');
	await allTold(scene);
	await allDecided(scene);
}

/** A sync looks back from the last change that it has seen. */
async function beMissed(
	scene: BabyshopScene,
	missed: () => readonly BabyshopOrderState[],
): Promise<void> {
	const { shop } = scene.site;
	await shop.letPass(12);
	const [last] = await assigned(scene, 1);
	if (last) await shop.edit(last.id, {});
	await wholeSync(scene);
	await shop.letPass(lateMinutes);
	await wholeSync(scene);
	check(missed().length >= 3, `at least 3 orders to have been missed, not ${missed().length}`);
}

/** Goods arrive of much of the catalog, so that a push takes several calls. */
async function cutOffPush(scene: BabyshopScene): Promise<void> {
	const { site, told } = scene;
	const arrived = others.slice(0, 240).map((sku) => ({ seller, sku, hub: 'al-ain', units: 1 }));
	await site.warehouse.adjust(arrived, 'received');
	told.physical.push(...arrived);
	await site.shop.faults({ latencyMs: slowMs });
	await killInFlight(scene, 'inventory');
	await site.shop.faults({});
}
