import type { OkerOrderState } from '../../../sandbox/oker/stateTypes';
import { bookOf, check } from '../../story/check';
import { wholeSync } from '../../syncs';
import { allTold } from '../../updates';
import { drafts } from '../drafts';
import type { OkerScene } from '../scene';
import { touch } from './calm';

/** Rows may be late by more than a sync looks back. */
export const lateMinutes = 60;

type Orders = readonly OkerOrderState[];

/** Orders that the next syncs cannot see: once they have passed, they look back on nothing of this time any more. */
export async function placeLate(scene: OkerScene): Promise<Orders> {
	const { site, random, say } = scene;
	const { shop } = site;
	say('customers order, and the gateway shows that late');
	await shop.faults({ lateRows: 1, lateMs: lateMinutes * 60_000, seed: 7 });
	const placed = await shop.place(drafts(16, random));
	await shop.faults({});
	await shop.letPass(12);
	// A sync looks back from the last change that it has seen.
	await touch(scene);
	return placed;
}

const missing = ({ books }: OkerScene, placed: Orders) => {
	const { row } = bookOf(books());
	return placed.filter(({ id }) => !row(id));
};

/** What every other workflow missed is found, after a sync that could have seen it. */
export async function net(scene: OkerScene, placed: Orders): Promise<void> {
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
	await wholeSync(scene);
	await wholeSync(scene, 'inventory');
}
