import type { OrderState } from '../../../sandbox/ikas/types';
import { deskAt } from '../../outlet/desk';
import { isSame, unitsWanted } from '../../outlet/onOms';
import { refusedOf } from '../../outlet/refusedOf';
import { partnerOf } from '../../partnerOf';
import { bookOf, check, checkEach } from '../../story/check';
import { each } from '../../story/each';
import { wholeSync } from '../../syncs';
import { allTold } from '../../updates';
import { drafts } from '../drafts';
import { handedOver, nowOf, unitsIn, type HandedOver } from '../onUniware';
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
	const { shop } = site;
	const partner = partnerOf(scene);
	say('orders and single units are cancelled in Uniware, at the shop, and orders in the hub');
	const ids = new Set((await shop.place(drafts(21, random, { lines }))).map(({ id }) => id));
	await wholeSync(scene);
	await allTold(partner);
	const some = await handedOver(scene, ids.size, ({ id }) => ids.has(id));
	const [unitThere, unitHere] = [some.slice(0, 4), some.slice(4, 8)];
	const [there, here] = [some.slice(8, 14), some.slice(14)];
	await each(unitThere, ({ made }) => shop.oms.cancel(made.code, { items: firstOf(made) }));
	await each(unitHere, ({ order }) => cancelOne(scene, order));
	await each(there, ({ made }) => shop.oms.cancel(made.code, { reason: 'Out of stock' }));
	await deskAt(site).cancel(
		here.map(({ id }) => id),
		'customer_requested',
	);
	await Promise.all([wholeSync(scene), wholeSync(partner, 'fulfilments')]);
	await Promise.all([allTold(partner), allTold(scene)]);
	await byHand(scene, unitThere);
	await checkCancelled(scene, [...there, ...here], [...unitThere, ...unitHere]);
}

const firstOf = ({ items }: HandedOver['made']) =>
	items
		.filter(({ sku }) => sku === dropped)
		.slice(0, 1)
		.map(({ code }) => code);

const cancelOne = ({ site }: UniwareScene, { id, lines: of }: OrderState) =>
	site.shop.cancel(
		id,
		of.filter(({ sku }) => sku === dropped).map((line) => ({ id: line.id, quantity: 1 })),
	);

/** The hub tells ikas of no single units: a person reads so, and does it. */
async function byHand(scene: UniwareScene, orders: Orders): Promise<void> {
	const exceptions = refusedOf(scene, 'reduce');
	check(
		exceptions.length === orders.length,
		`${orders.length} units that a person is to cancel at the shop, not ${exceptions.length}`,
	);
	await each(orders, ({ order }) => cancelOne(scene, order));
	await deskAt(scene.site).dismiss(exceptions, 'Cancelled at the shop');
	await wholeSync(scene);
	await allTold(partnerOf(scene));
}

async function checkCancelled(scene: UniwareScene, whole: Orders, inPart: Orders): Promise<void> {
	const now = await nowOf(scene);
	const { row, exceptionOf, open } = bookOf(scene.books());
	const seen = ({ id }: HandedOver) => [row(id), open(id), exceptionOf(id), now(id)];
	checkEach(
		whole,
		'what one side cancelled to be cancelled everywhere',
		({ id }) =>
			row(id)?.status === 'cancelled' &&
			now(id).made?.status === 'CANCELLED' &&
			now(id).order?.status === 'CANCELLED',
		seen,
	);
	checkEach(
		inPart,
		'one unit less on all sides, and the rest as it was',
		({ id, order }) => {
			const { made, order: shown } = now(id);
			const isLess = shown && !isSame(unitsWanted(shown), unitsWanted(order));
			return isLess && made && isSame(unitsIn(made), unitsWanted(shown)) && open(id) === 2;
		},
		seen,
	);
}
