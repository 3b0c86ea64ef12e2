import { changedBefore as changedOnOutlet } from '../../outlet/story/changedBefore';
import { partnerOf } from '../../partnerOf';
import { bookOf, checkEach } from '../../story/check';
import { each } from '../../story/each';
import { wholeSync } from '../../syncs';
import { allTold } from '../../updates';
import { drafts } from '../drafts';
import { handedOver, isCancelled, madeIn, nowOf, type HandedOver } from '../onUniware';
import type { UniwareScene } from '../scene';
import { checkOnUniware } from './checkOnUniware';

const other = { lines: [{ sku: 'Juttis_38', quantity: 3 }] };

/** Before anything of it goes to Uniware. */
export const changedBefore = (scene: UniwareScene): Promise<void> =>
	changedOnOutlet(scene, {
		drafts: drafts(7, scene.random),
		edited: 4,
		edit: other,
		checkOnOms: (orders) => checkOnUniware(scene, orders),
		madeIn: () => madeIn(scene),
		isCancelled,
	});

/** What was done to orders that Uniware has. */
export interface Changed {
	readonly edited: readonly HandedOver[];
	/** Cancelled by the customer: at once, when it was packed, and when it had left. */
	readonly cancelled: readonly HandedOver[];
	readonly packed: readonly HandedOver[];
	readonly left: readonly HandedOver[];
}

/** Customers change their minds after the hand-over. */
export async function changedAfter(scene: UniwareScene): Promise<Changed> {
	const { site, say } = scene;
	const { shop } = site;
	const partner = partnerOf(scene);
	say('customers edit and cancel what Uniware has, some of it packed or gone already');
	const some = await handedOver(scene, 11);
	const changed: Changed = {
		edited: some.slice(0, 3),
		cancelled: some.slice(3, 6),
		packed: some.slice(6, 9),
		left: some.slice(9),
	};
	await shop.oms.allocate();
	await each(changed.packed, ({ made }) => shop.oms.advance(made.code, { to: 'packed' }));
	await each(changed.left, ({ made }) => shop.oms.advance(made.code, { to: 'dispatched' }));
	await each(changed.edited, ({ id }) => shop.edit(id, other));
	await each([...changed.cancelled, ...changed.packed, ...changed.left], ({ id }) =>
		shop.cancel(id),
	);
	await wholeSync(scene);
	await allTold(partner);
	await checkAfter(scene, changed);
	return changed;
}

async function checkAfter(scene: UniwareScene, changed: Changed): Promise<void> {
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
		'what has not left to be cancelled in the hub and in Uniware',
		({ id }) => row(id)?.status === 'cancelled' && now(id).made?.status === 'CANCELLED',
		seen,
	);
	checkEach(
		changed.left,
		'what has left to stay so in Uniware',
		({ id }) => now(id).made?.packages.every(({ status }) => status === 'DISPATCHED'),
		seen,
	);
}
