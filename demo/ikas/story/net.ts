import { killInFlight, slowMs } from '../../kill';
import { bookOf, check } from '../../story/check';
import { wholeSync } from '../../syncs';
import { allTold } from '../../updates';
import { drafts } from '../drafts';
import { locationFor, others, othersHub, seller } from '../goods';
import type { IkasScene } from '../scene';

/** Rows may now be late by more than a sync looks back. */
const lateMinutes = 30;

/** What every other workflow missed is found and mended: orders that showed too late, figures that somebody changed. */
export async function net(scene: IkasScene): Promise<void> {
	const { site, random, say } = scene;
	const { shop } = site;
	say('orders show later than a sync looks back');
	await shop.faults({ lateRows: 1, lateMs: lateMinutes * 60_000, seed: 7 });
	const placed = await shop.place(drafts(16, random));
	await shop.faults({});
	await shop.letPass(12);
	await wholeSync(scene);
	await shop.letPass(lateMinutes);
	await wholeSync(scene);
	const isMissing = ({ id }: { readonly id: string }) => !bookOf(scene.books()).row(id);
	const missed = placed.filter(isMissing);
	check(missed.length >= 3, `at least 3 orders to have been missed, not ${missed.length}`);
	say(`${missed.length} orders were missed; killing n8n while it pushes; then comparing`);
	await receiveMany(scene);
	await shop.faults({ latencyMs: slowMs });
	await killInFlight(scene, 'inventory');
	await shop.faults({});
	await wholeSync(scene, 'inventory');
	// Of those that ikas lists first: the store's settings allow one page of its stock at a time.
	const broken = others
		.slice(30, 32)
		.map((sku) => ({ sku, location: locationFor(othersHub), quantity: 999 }));
	await shop.setStock(broken);
	// From here on its own schedule may be quicker than the story.
	const since = Date.now();
	await site.publish('reconcile');
	await Promise.all([wholeSync(scene, 'reconcile', since), wholeSync(scene, 'drift', since)]);
	check(!placed.some(isMissing), 'every missed order to be in the hub');
	await allTold(scene);
	await wholeSync(scene, 'inventory');
}

/** Goods arrive of half the catalog, so that a push takes several calls. */
async function receiveMany({ site, told }: IkasScene): Promise<void> {
	const arrived = others.slice(0, 240).map((sku) => ({ seller, sku, hub: othersHub, units: 1 }));
	await site.warehouse.adjust(arrived, 'received');
	told.physical.push(...arrived);
}
