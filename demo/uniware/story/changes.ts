import type { OrderState } from '../../../sandbox/ikas/types';
import { partnerOf } from '../../partnerOf';
import { bookOf, checkEach } from '../../story/check';
import { each } from '../../story/each';
import { wholeSync } from '../../syncs';
import { allTold } from '../../updates';
import { drafts } from '../drafts';
import { handedOver, madeOnUniware, nowOf, type HandedOver } from '../onUniware';
import type { UniwareScene } from '../scene';
import { checkOnUniware } from './checkOnUniware';

type Orders = readonly OrderState[];

const other = { lines: [{ sku: 'Juttis_38', quantity: 3 }] };

/** Customers change their minds before anything of it goes to Uniware: it gets what they want now, and nothing of what they do not. */
export async function changedBefore(scene: UniwareScene): Promise<void> {
	const { site, random, say } = scene;
	const { shop } = site;
	const partner = partnerOf(scene);
	say('customers edit and cancel before the hand-over');
	await partner.site.unpublish('send-orders');
	const placed = await shop.place(drafts(7, random));
	const [edited, cancelled] = [placed.slice(0, 4), placed.slice(4)];
	await wholeSync(scene);
	await each(edited, ({ id }) => shop.edit(id, other));
	await each(cancelled, ({ id }) => shop.cancel(id));
	await wholeSync(scene);
	await partner.site.publish('send-orders');
	await allTold(partner);
	await checkOnUniware(scene, edited);
	await checkNotThere(scene, cancelled);
}

async function checkNotThere(scene: UniwareScene, orders: Orders): Promise<void> {
	const { row, reserved } = bookOf(scene.books());
	const madeOf = await madeOnUniware(scene);
	checkEach(
		orders,
		'what was cancelled in time never to be in Uniware',
		(order) =>
			row(order.id)?.status === 'cancelled' &&
			reserved(order.id) === 0 &&
			madeOf(order).every(({ status }) => status === 'CANCELLED'),
		(order) => [row(order.id), madeOf(order)],
	);
}

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

/** The customers want it as it was: what the hub has is right again. */
export async function editedBack(scene: UniwareScene, { edited }: Changed): Promise<void> {
	await each(edited, ({ order: { id, lines } }) =>
		scene.site.shop.edit(id, {
			lines: lines
				.filter(({ deleted }) => !deleted)
				.map(({ sku, quantity, id: line }) => ({ id: line, sku, quantity })),
		}),
	);
}
