import type { IconicOrderState } from '../../../sandbox/theIconic/stateTypes';
import type { IconicOrderDraft } from '../../../sandbox/theIconic/types';
import { bookOf, check, checkEach } from '../../story/check';
import { each } from '../../story/each';
import { wholeSync } from '../../syncs';
import { allTold } from '../../updates';
import { drafts } from '../drafts';
import { corrected, invalidSkus, never, tightSkus, tightWanted } from '../goods';
import { madeOnShopify } from '../onShopify';
import { partnerOf } from '../../partnerOf';
import type { IconicScene } from '../scene';
import { checkOnShopify } from './checkOnShopify';

type Orders = readonly IconicOrderState[];

export interface FirstOrders {
	/** To be paid, and held back by The Iconic. */
	readonly unpaid: Orders;
	readonly waiting: Orders;
	/** Of a seller SKU that can be none. */
	readonly nameless: Orders;
	/** Of what has no counterpart yet, and never gets one. */
	readonly unmatched: Orders;
	readonly hopeless: Orders;
}

/** Whose figure nobody knows, so that none is wrong for what is unreadable. */
const noCounterpart = never[0]?.sku ?? '';

/** What a marketplace may write that no order can be made of. */
const unreadable = [
	{ createdAt: 'yesterday' },
	{ items: { 0: { paidPrice: 'two', unitPrice: 'two' } } },
];

interface Placed extends FirstOrders {
	/** From before the connection. */
	readonly old: Orders;
	readonly good: Orders;
	/** Wanting more than one hub has. */
	readonly tight: Orders;
	readonly bad: Orders;
	/** In a warehouse of The Iconic. */
	readonly consigned: Orders;
}

/** Every kind of order that a first sync can meet; each must end where it belongs, and what is sold in Shopify, once. */
export async function firstOrders(scene: IconicScene, old: Orders): Promise<FirstOrders> {
	scene.say('customers order: good ones, unpaid, unreadable, of unknown SKUs, more than a hub has');
	const placed = { ...(await place(scene)), old };
	await wholeSync(scene);
	await allTold(partnerOf(scene));
	checkPlaced(scene, placed);
	await checkOnShopify(scene, [...placed.good, ...placed.tight]);
	await checkNothingMade(scene, placed);
	return placed;
}

async function place({ site, random }: IconicScene): Promise<Omit<Placed, 'old'>> {
	const of = (count: number, as: Partial<IconicOrderDraft> = {}) =>
		site.shop.place(drafts(count, random, as));
	const ofSku = (count: number, sku: string, quantity: number) =>
		of(count, { lines: [{ sku, quantity }] });
	const ofEach = async (all: readonly string[], count: number, quantity: number) =>
		(await each(all, (sku) => ofSku(count, sku, quantity))).flat();
	return {
		good: [...(await of(30)), ...(await of(2, { masked: true }))],
		unpaid: await of(6, { status: 'payment_pending' }),
		waiting: await of(6, { isProcessable: false }),
		nameless: await ofSku(3, invalidSkus[0] ?? '', 1),
		unmatched: await ofEach(
			corrected.map(({ sku }) => sku),
			2,
			1,
		),
		hopeless: await ofEach(
			never.map(({ sku }) => sku),
			2,
			1,
		),
		tight: await ofEach(tightSkus, 1, tightWanted),
		bad: (
			await each(unreadable, (overrides) => of(2, { overrides, lines: [{ sku: noCounterpart }] }))
		).flat(),
		consigned: await of(2, { lines: [{ sku: 'SHIRT-S', shipmentType: 'warehouse' }] }),
	};
}

function checkPlaced({ books }: IconicScene, placed: Placed): void {
	const { row, parkedFor, exceptionOf } = bookOf(books());
	const seen = ({ id }: IconicOrderState) =>
		row(id) ?? parkedFor(id) ?? exceptionOf(id) ?? 'nowhere';
	const parked = (reason: string) => (order: IconicOrderState) => parkedFor(order.id) === reason;
	const held = (reason: string) => (order: IconicOrderState) =>
		row(order.id)?.hold_reason === reason;
	checkEach(
		placed.old,
		'parked orders of before the connection',
		parked('before_connection'),
		seen,
	);
	checkEach([...placed.unpaid, ...placed.waiting], 'parked', parked('unmapped_status'), seen);
	checkEach(placed.nameless, 'orders on hold', held('sku_not_valid'), seen);
	checkEach(
		[...placed.unmatched, ...placed.hopeless],
		'orders that wait for a variant',
		held('inventory_not_present'),
		seen,
	);
	checkEach(placed.bad, 'exceptions', ({ id }) => exceptionOf(id)?.kind === 'unreadable', seen);
	checkEach(
		placed.consigned,
		'what The Iconic ships to be nowhere',
		({ id }) => !row(id) && !parkedFor(id) && !exceptionOf(id),
		seen,
	);
}

/** What is not ready, not known or not ours is not sold in Shopify either. */
async function checkNothingMade(
	scene: IconicScene,
	{ unpaid, waiting, nameless, unmatched, hopeless, old, bad, consigned }: Placed,
): Promise<void> {
	const madeOf = await madeOnShopify(scene);
	checkEach(
		[unpaid, waiting, nameless, unmatched, hopeless, old, bad, consigned].flat(),
		'nothing to be made of them on Shopify',
		(order) => madeOf(order).length === 0,
		(order) => madeOf(order),
	);
	const refusals = partnerOf(scene)
		.books()
		.exceptions.filter(({ kind, state }) => kind === 'update_refused' && state === 'open');
	const wanted = unmatched.length + hopeless.length;
	check(refusals.length === wanted, `${wanted} exceptions that say why, not ${refusals.length}`);
}
