import type { OrderState } from '../../../sandbox/ikas/types';
import { bookOf, check } from '../../story/check';
import { wholeSync } from '../../syncs';
import { allTold } from '../../updates';
import { drafts } from '../drafts';
import { locationFor, others, othersHub } from '../goods';
import type { IkasScene } from '../scene';

/** Rows may now be late by more than a sync looks back. */
export const lateMinutes = 30;

/** Orders that the next syncs cannot see. Once they have passed, they look back on nothing of this time any more. */
export async function placeLate({ site, random, say }: IkasScene): Promise<readonly OrderState[]> {
	const { shop } = site;
	say('orders show later than a sync looks back');
	await shop.faults({ lateRows: 1, lateMs: lateMinutes * 60_000, seed: 7 });
	const placed = await shop.place(drafts(16, random));
	await shop.faults({});
	await shop.letPass(12);
	return placed;
}

/** What every other workflow missed is found and mended: orders that showed too late, figures that somebody changed. */
export async function net(scene: IkasScene, placed: readonly OrderState[]): Promise<void> {
	const { site, say } = scene;
	const { shop } = site;
	const isMissing = ({ id }: { readonly id: string }) => !bookOf(scene.books()).row(id);
	const missed = placed.filter(isMissing);
	check(missed.length >= 3, `at least 3 orders to have been missed, not ${missed.length}`);
	say(`${missed.length} orders were missed; comparing`);
	// Of those that ikas lists first: the store's settings allow one page of its stock at a time.
	const broken = others
		.slice(30, 32)
		.map((sku) => ({ sku, location: locationFor(othersHub), quantity: 999 }));
	await shop.setStock(broken);
	// From here on its own schedule may be quicker than the story.
	const since = Date.now();
	await site.publish('reconcile');
	await Promise.all([
		wholeSync(scene, 'reconcile', since),
		wholeSync(scene, 'drift', since, ['paused', 'done']),
	]);
	check(!placed.some(isMissing), 'every missed order to be in the hub');
	await allTold(scene);
	await wholeSync(scene, 'inventory');
}
