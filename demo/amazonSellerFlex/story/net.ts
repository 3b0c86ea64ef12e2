import { killInFlight, slowMs } from '../../kill';
import { bookOf, check } from '../../story/check';
import { each } from '../../story/each';
import { wholeSync } from '../../syncs';
import { allTold } from '../../updates';
import { drafts } from '../drafts';
import { others, othersHub, seller } from '../goods';
import type { AmazonScene } from '../scene';

/** What every other workflow missed is found: orders that somebody accepted in Seller Flex before the hub saw them. */
export async function net(scene: AmazonScene): Promise<void> {
	const { site, random, say } = scene;
	const { shop } = site;
	say('somebody accepts orders in Seller Flex itself; killing n8n while it pushes; then comparing');
	// The hub asks for new ones only, so that they must not be seen while they are.
	await shop.faults({ lateRows: 1, lateMs: 60 * 60_000, seed: 7 });
	const placed = await shop.place(drafts(8, random));
	await each(placed, ({ id }) => shop.advance(id, { status: 'CONFIRMED' }));
	await shop.faults({});
	await shop.letPass(61);
	await receiveMany(scene);
	// Until the kill has met it, so that nothing is pushed before.
	await shop.faults({ rate500: 1, only: 'batchInventory', latencyMs: slowMs });
	await killInFlight(scene, 'inventory');
	await shop.faults({});
	await wholeSync(scene, 'inventory');
	const isMissing = ({ id }: { readonly id: string }) => !bookOf(scene.books()).row(id);
	const missed = placed.filter(isMissing);
	check(missed.length >= 3, `at least 3 orders to have been missed, not ${missed.length}`);
	// From here on its own schedule may be quicker than the story.
	const since = Date.now();
	await site.publish('reconcile');
	await wholeSync(scene, 'reconcile', since);
	check(!placed.some(isMissing), 'every missed order to be in the hub');
	await allTold(scene);
	await wholeSync(scene, 'inventory');
}

/** Goods arrive of much of the catalog, so that a push takes many calls. */
async function receiveMany({ site, told }: AmazonScene): Promise<void> {
	const arrived = others.slice(0, 240).map((sku) => ({ seller, sku, hub: othersHub, units: 1 }));
	await site.warehouse.adjust(arrived, 'received');
	told.physical.push(...arrived);
}
