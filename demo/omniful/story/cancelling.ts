import type { OrderState } from '../../../sandbox/ikas/types';
import { deskAt } from '../../outlet/desk';
import { isTold } from '../../outlet/isTold';
import { partnerOf } from '../../partnerOf';
import { bookOf, checkEach } from '../../story/check';
import { each } from '../../story/each';
import { wholeSync } from '../../syncs';
import { allTold } from '../../updates';
import { drafts } from '../drafts';
import { handedOver, nowOf, type HandedOver } from '../onOmniful';
import type { OmnifulScene } from '../scene';

type Orders = readonly HandedOver[];

/** Two of it, so that one can go. */
const [dropped, other] = ['ABAYA-L', 'THOBE/WHITE'];
const lines = [
	{ sku: dropped, quantity: 2 },
	{ sku: other, quantity: 1 },
];

/** Somebody in Omniful, in the hub or at the shop cancels an order: all sides follow. Of a single unit Omniful takes no cancel. */
export async function cancelling(scene: OmnifulScene): Promise<void> {
	const { site, random, say } = scene;
	const { shop } = site;
	const partner = partnerOf(scene);
	say('orders are cancelled in Omniful, at the shop and in the hub, and single units at the shop');
	const ids = new Set((await shop.place(drafts(8, random, { lines }))).map(({ id }) => id));
	await wholeSync(scene);
	await allTold(partner);
	const some = await handedOver(scene, ids.size, ({ id }) => ids.has(id));
	const [there, here, unit] = [some.slice(0, 3), some.slice(3, 6), some.slice(6)];
	await each(unit, ({ order }) => cancelOne(scene, order));
	await each(there, ({ made }) => shop.oms.cancel(made.id, { reason: 'Out of stock' }));
	await deskAt(site).cancel(
		here.map(({ id }) => id),
		'customer_requested',
	);
	await Promise.all([wholeSync(scene), wholeSync(partner, 'fulfilments')]);
	await Promise.all([allTold(partner), allTold(scene)]);
	await checkCancelled(scene, [...there, ...here], unit);
}

const cancelOne = ({ site }: OmnifulScene, { id, lines: of }: OrderState) =>
	site.shop.cancel(
		id,
		of.filter(({ sku }) => sku === dropped).map((line) => ({ id: line.id, quantity: 1 })),
	);

async function checkCancelled(scene: OmnifulScene, whole: Orders, inPart: Orders): Promise<void> {
	const now = await nowOf(scene);
	const books = scene.books();
	const { row, exceptionOf, open } = bookOf(books);
	const seen = ({ id }: HandedOver) => [row(id), open(id), exceptionOf(id), now(id)];
	checkEach(
		whole,
		'what one side cancelled to be cancelled everywhere',
		({ id }) =>
			row(id)?.status === 'cancelled' &&
			now(id).made?.status === 'cancelled' &&
			now(id).order?.status === 'CANCELLED',
		seen,
	);
	checkEach(
		inPart,
		'a person to be told of the unit, as Omniful takes no such cancel',
		({ id }) =>
			(isTold(books, id) || exceptionOf(id) !== undefined) && now(id).made?.status === 'new_order',
		seen,
	);
}
