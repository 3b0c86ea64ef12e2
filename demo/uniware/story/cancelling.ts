import { deskAt } from '../../outlet/desk';
import { isSame, unitsWanted } from '../../outlet/onOms';
import { refusedOf } from '../../outlet/refusedOf';
import { cancelHere, cancelUnit, checkCancelled, placedThere } from '../../outlet/story/cancelling';
import { partnerOf } from '../../partnerOf';
import { bookOf, check, checkEach } from '../../story/check';
import { each } from '../../story/each';
import { wholeSync } from '../../syncs';
import { allTold } from '../../updates';
import { drafts } from '../drafts';
import { onUniware, type HandedOver } from '../onUniware';
import type { UniwareScene } from '../scene';

type Orders = readonly HandedOver[];

/** Two of it, so that one can go. */
const [dropped, other] = ['KURTA-L', 'SAREE/RED'];
const lines = [
	{ sku: dropped, quantity: 2 },
	{ sku: other, quantity: 1 },
];

/** Somebody in Uniware, in the hub or at the shop cancels an order, or one unit of it: all sides follow. */
export async function cancelling(scene: UniwareScene): Promise<void> {
	const { site, random, say } = scene;
	const { oms } = site.shop;
	say('orders and single units are cancelled in Uniware, at the shop, and orders in the hub');
	const some = await placedThere(scene, onUniware, drafts(21, random, { lines }));
	const [unitThere, unitHere] = [some.slice(0, 4), some.slice(4, 8)];
	const [there, here] = [some.slice(8, 14), some.slice(14)];
	await each(unitThere, ({ made }) => oms.cancel(made.code, { items: firstOf(made) }));
	await each(unitHere, ({ order }) => cancelUnit(scene, order, dropped));
	await each(there, ({ made }) => oms.cancel(made.code, { reason: 'Out of stock' }));
	await cancelHere(scene, here);
	await byHand(scene, unitThere);
	await checkCancelled(scene, onUniware, [...there, ...here]);
	await checkLess(scene, [...unitThere, ...unitHere]);
}

const firstOf = ({ items }: HandedOver['made']) =>
	items
		.filter(({ sku }) => sku === dropped)
		.slice(0, 1)
		.map(({ code }) => code);

/** The hub tells ikas of no single units: a person reads so, and does it. */
async function byHand(scene: UniwareScene, orders: Orders): Promise<void> {
	const exceptions = refusedOf(scene, 'reduce');
	check(
		exceptions.length === orders.length,
		`${orders.length} units that a person is to cancel at the shop, not ${exceptions.length}`,
	);
	await each(orders, ({ order }) => cancelUnit(scene, order, dropped));
	await deskAt(scene.site).dismiss(exceptions, 'Cancelled at the shop');
	await wholeSync(scene);
	await allTold(partnerOf(scene));
}

async function checkLess(scene: UniwareScene, orders: Orders): Promise<void> {
	const now = await onUniware.nowOf(scene);
	const { row, exceptionOf, open } = bookOf(scene.books());
	checkEach(
		orders,
		'one unit less on all sides, and the rest as it was',
		({ id, order }) => {
			const { made, order: shown } = now(id);
			const isLess = shown && !isSame(unitsWanted(shown), unitsWanted(order));
			const isSameThere = made && shown && isSame(onUniware.unitsIn(made), unitsWanted(shown));
			return isLess && isSameThere && open(id) === 2;
		},
		({ id }) => [row(id), open(id), exceptionOf(id), now(id)],
	);
}
