import { isTold } from '../../outlet/isTold';
import { cancelHere, cancelUnit, checkCancelled, placedThere } from '../../outlet/story/cancelling';
import { bookOf, checkEach } from '../../story/check';
import { each } from '../../story/each';
import { drafts } from '../drafts';
import { onOmniful, type HandedOver } from '../onOmniful';
import type { OmnifulScene } from '../scene';

/** Two of it, so that one can go. */
const [dropped, other] = ['ABAYA-L', 'THOBE/WHITE'];
const lines = [
	{ sku: dropped, quantity: 2 },
	{ sku: other, quantity: 1 },
];

/** Somebody in Omniful, in the hub or at the shop cancels an order: all sides follow. Of a single unit Omniful takes no cancel. */
export async function cancelling(scene: OmnifulScene): Promise<void> {
	const { site, random, say } = scene;
	const { oms } = site.shop;
	say('orders are cancelled in Omniful, at the shop and in the hub, and single units at the shop');
	const some = await placedThere(scene, onOmniful, drafts(8, random, { lines }));
	const [there, here, unit] = [some.slice(0, 3), some.slice(3, 6), some.slice(6)];
	await each(unit, ({ order }) => cancelUnit(scene, order, dropped));
	await each(there, ({ made }) => oms.cancel(made.id, { reason: 'Out of stock' }));
	await cancelHere(scene, here);
	await checkCancelled(scene, onOmniful, [...there, ...here]);
	await checkKept(scene, unit);
}

async function checkKept(scene: OmnifulScene, orders: readonly HandedOver[]): Promise<void> {
	const now = await onOmniful.nowOf(scene);
	const books = scene.books();
	const { row, exceptionOf } = bookOf(books);
	checkEach(
		orders,
		'a person to be told of the unit, as Omniful takes no such cancel',
		({ id }) =>
			(isTold(books, id) || exceptionOf(id) !== undefined) && now(id).made?.status === 'new_order',
		({ id }) => [row(id), exceptionOf(id), now(id)],
	);
}
