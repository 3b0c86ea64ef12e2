import type { IconicOrderState } from '../../../sandbox/theIconic/stateTypes';
import { bookOf, check, checkEach } from '../../story/check';
import { each } from '../../story/each';
import type { Scene } from '../../scene';
import { look, wholeSync } from '../../syncs';
import { allTold } from '../../updates';
import { deskAt } from '../desk';
import { corrected, correctedRange } from '../goods';
import { handedOver } from '../onShopify';
import { partnerOf } from '../../partnerOf';
import type { IconicScene } from '../scene';
import { checkOnShopify } from './checkOnShopify';
import type { FirstOrders } from './firstOrders';

type Orders = readonly IconicOrderState[];

/** What was done to orders on The Iconic. */
export interface Changed {
	readonly first: FirstOrders;
	/** Edited and cancelled after Shopify had got them. */
	readonly edited: Orders;
	readonly cancelled: Orders;
}

const elsewhere = { city: 'Dulwich Hill' };
const back = { city: 'Newtown' };

/** Customers pay, change their minds and cancel; somebody corrects SKUs in Shopify. */
export async function changes(scene: IconicScene, first: FirstOrders): Promise<Changed> {
	const { site, say } = scene;
	const { shop } = site;
	say('customers pay, edit and cancel; SKUs are corrected in Shopify');
	await each(first.unpaid, ({ id }) => shop.advance(id, { status: 'pending' }));
	await each(first.waiting, ({ id }) => shop.edit(id, { isProcessable: true }));
	const some = (await handedOver(scene, 12)).map(({ order }) => order);
	const [edited, cancelled] = [some.slice(0, 6), some.slice(6)];
	await each(edited, ({ id }) => shop.edit(id, { shipping: elsewhere }));
	await each(cancelled, ({ id }) => shop.cancel(id));
	await shop.shopify.seed([correctedRange]);
	return { first, edited, cancelled };
}

/** A person says that the variants are what they are called now: what waited for them goes to Shopify. */
export async function solved(scene: IconicScene, { first }: Changed): Promise<void> {
	const partner = partnerOf(scene);
	await wholeSync(partner, 'catalog');
	const changedSkus = openIn(partner, 'listing_sku_changed');
	check(changedSkus.length === corrected.length, 'each to be asked about');
	await deskAt(scene.site).retry(changedSkus.map(({ id }) => id));
	await wholeSync(partner, 'stock');
	await allTold(partner);
	await checkOnShopify(scene, first.unmatched);
	const refused = openIn(partner, 'update_refused').length;
	const left = first.hopeless.length;
	check(refused === left, `what is solved to be no exception any more, not ${refused}`);
}

const openIn = ({ site, store }: Scene, kind: string) =>
	look<{ id: number }>(
		site.ledger,
		"SELECT id FROM exceptions WHERE store = ? AND kind = ? AND state = 'open'",
		store,
		kind,
	);

/** Syncs of orders have gone through since. */
export async function checkChanged(
	scene: IconicScene,
	{ first, edited, cancelled }: Changed,
): Promise<void> {
	await checkOnShopify(scene, [...first.unpaid, ...first.waiting]);
	const { row, exceptionOf } = bookOf(scene.books());
	checkEach(
		edited,
		'an edit that came too late to be an exception',
		({ id }) => exceptionOf(id)?.kind === 'order_edited',
		({ id }) => [row(id), exceptionOf(id)],
	);
	await checkCancelled(scene, cancelled);
	checkEach(
		first.hopeless,
		'orders of what nobody corrects still to wait',
		({ id }) => row(id)?.hold_reason === 'inventory_not_present',
		({ id }) => row(id),
	);
}

/** Cancelled by the customer: in the hub, and on Shopify, with the units back in stock. */
async function checkCancelled(scene: IconicScene, orders: Orders): Promise<void> {
	const { row, reserved } = bookOf(scene.books());
	const { orders: onShopify } = await scene.site.shop.shopify.state();
	const madeOf = ({ number }: IconicOrderState) => onShopify.find(({ name }) => name === number);
	checkEach(
		orders,
		'what the customer cancelled to be cancelled in the hub and on Shopify',
		(order) => {
			const made = madeOf(order);
			return (
				row(order.id)?.status === 'cancelled' &&
				reserved(order.id) === 0 &&
				(!made || made.isCancelledByApi)
			);
		},
		(order) => [row(order.id), madeOf(order)?.cancelledAt],
	);
}

/** The customers want it as it was: what the hub has is right again. */
export async function editedBack(scene: IconicScene, orders: Orders): Promise<void> {
	await each(orders, ({ id }) => scene.site.shop.edit(id, { shipping: back }));
}
