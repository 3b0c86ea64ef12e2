import { changedBefore as changedOnOutlet } from '../../outlet/story/changedBefore';
import { partnerOf } from '../../partnerOf';
import { bookOf, checkEach } from '../../story/check';
import { each } from '../../story/each';
import { wholeSync } from '../../syncs';
import { allTold } from '../../updates';
import { drafts } from '../drafts';
import { handedOver, isCancelled, madeIn, nowOf, type HandedOver } from '../onOmniful';
import type { OmnifulScene } from '../scene';
import { checkOnOmniful } from './checkOnOmniful';

const other = { lines: [{ sku: 'Bisht_54', quantity: 3 }] };

/** Before anything of it goes to Omniful. */
export const changedBefore = (scene: OmnifulScene): Promise<void> =>
	changedOnOutlet(scene, {
		drafts: drafts(4, scene.random),
		edited: 2,
		edit: other,
		checkOnOms: (orders) => checkOnOmniful(scene, orders),
		madeIn: () => madeIn(scene),
		isCancelled,
	});

/** What was done to orders that Omniful has. */
export interface Changed {
	readonly edited: readonly HandedOver[];
	/** Cancelled by the customer: at once, when it was packed, and when it had left. */
	readonly cancelled: readonly HandedOver[];
	readonly packed: readonly HandedOver[];
	readonly left: readonly HandedOver[];
}

/** Customers change their minds after the hand-over. */
export async function changedAfter(scene: OmnifulScene): Promise<Changed> {
	const { site, say } = scene;
	const { shop } = site;
	say('customers edit and cancel what Omniful has, some of it packed or gone already');
	const some = await handedOver(scene, 6);
	const changed: Changed = {
		edited: some.slice(0, 2),
		cancelled: some.slice(2, 4),
		packed: some.slice(4, 5),
		left: some.slice(5),
	};
	await each(changed.packed, ({ made }) => shop.oms.advance(made.id, { to: 'packed' }));
	await each(changed.left, ({ made }) => shop.oms.advance(made.id, { to: 'shipped' }));
	await each(changed.edited, ({ id }) => shop.edit(id, other));
	await each([...changed.cancelled, ...changed.packed, ...changed.left], ({ id }) =>
		shop.cancel(id),
	);
	await wholeSync(scene);
	await allTold(partnerOf(scene));
	await checkAfter(scene, changed);
	return changed;
}

async function checkAfter(scene: OmnifulScene, changed: Changed): Promise<void> {
	const now = await nowOf(scene);
	const { row, exceptionOf } = bookOf(scene.books());
	const seen = ({ id }: HandedOver) => [row(id), exceptionOf(id), now(id).made];
	checkEach(
		changed.edited,
		'an edit that came too late to be an exception',
		({ id }) => exceptionOf(id)?.kind === 'order_edited',
		seen,
	);
	checkEach(
		[...changed.cancelled, ...changed.packed],
		'what has not left to be cancelled in the hub and in Omniful',
		({ id }) => row(id)?.status === 'cancelled' && now(id).made?.status === 'cancelled',
		seen,
	);
	checkEach(
		changed.left,
		'what has left to stay so in Omniful',
		({ id }) => now(id).made?.status === 'shipped',
		seen,
	);
}
