import type { IconicOrderState } from '../../../sandbox/theIconic/stateTypes';
import { bookOf, check, checkEach } from '../../story/check';
import { each } from '../../story/each';
import { unseen } from '../../story/unseen';
import { wholeSync } from '../../syncs';
import { allTold } from '../../updates';
import { deskAt } from '../desk';
import { handedOver, type HandedOver } from '../onShopify';
import { partnerOf } from '../../partnerOf';
import { saveSettings } from '../saveSettings';
import type { IconicScene } from '../scene';

type Orders = readonly HandedOver[];

/** By who cancelled, and what became of it. */
export type Cancelled = Readonly<Record<'followed' | 'kept' | 'refused' | 'byShopify', Orders>>;

const outOfStock = 'Out of Stock';

/** The hub cancels: both follow, one is not told, or will not because the parcel is on its way; Shopify cancels, too. */
export async function cancelling(scene: IconicScene): Promise<Cancelled> {
	const { site, say, told } = scene;
	const { shop } = site;
	const orders = await handedOver(scene, 22);
	const cancelled: Cancelled = {
		followed: orders.slice(0, 6),
		kept: orders.slice(6, 11),
		refused: orders.slice(11, 16),
		byShopify: orders.slice(16, 22),
	};
	const { followed, kept, refused, byShopify } = cancelled;
	say('cancelling: in the hub with and without automation, what is on its way, and in Shopify');
	const desk = deskAt(site);
	const idsOf = (all: Orders) => all.map(({ order }) => order.id);
	// Listed only later: the hub cannot know when it cancels.
	await shop.faults(unseen);
	await each(refused, ({ order }) => shop.advance(order.id, { status: 'shipped' }));
	await each(refused, ({ made }) => shop.shopify.fulfil(made.id));
	await shop.faults({});
	await each(byShopify, ({ made }) => shop.shopify.cancel(made.id, { reason: 'INVENTORY' }));
	await desk.cancel(idsOf([...followed, ...refused]), 'out_of_stock');
	await allTold(scene);
	await allTold(partnerOf(scene));
	const reason = 'The Iconic is told by a person';
	await saveSettings(scene, { automatedCancellation: false, reason });
	await desk.cancel(idsOf(kept), 'customer_requested');
	told.keptOnChannel.push(...idsOf(kept));
	await allTold(partnerOf(scene));
	await saveSettings(scene, { reason: 'The hub cancels again' });
	return cancelled;
}

/** Both sides have been heard since. */
export async function checkCancelled(scene: IconicScene, cancelled: Cancelled): Promise<void> {
	const { site } = scene;
	const now = new Map((await site.shop.state()).orders.map((order) => [order.id, order]));
	const made = new Map((await site.shop.shopify.state()).orders.map((order) => [order.id, order]));
	const { row, exceptionOf } = bookOf(scene.books());
	const named = (all: Orders) => all.map((one) => ({ ...one, id: one.order.id }));
	const isOff = ({ order }: HandedOver) => row(order.id)?.status === 'cancelled';
	const isOffThere = (one: HandedOver) => made.get(one.made.id)?.cancelledAt !== null;
	const itemsOf = ({ order }: HandedOver): IconicOrderState['items'] =>
		now.get(order.id)?.items ?? [];
	const seen = (one: HandedOver) => ({
		hub: row(one.order.id)?.status,
		shopify: made.get(one.made.id)?.cancelledAt,
		iconic: itemsOf(one).map(({ status, reason }) => `${status} ${reason}`),
		exception: exceptionOf(one.order.id)?.cause,
	});
	checkEach(
		named([...cancelled.followed, ...cancelled.byShopify]),
		'what the hub or Shopify cancelled to be cancelled everywhere, for its reason',
		(one) =>
			isOff(one) &&
			isOffThere(one) &&
			itemsOf(one).every(({ status, reason }) => status === 'canceled' && reason === outOfStock),
		seen,
	);
	checkEach(
		named(cancelled.kept),
		'what was cancelled without automation to stay on The Iconic',
		(one) =>
			isOff(one) && isOffThere(one) && itemsOf(one).every(({ status }) => status === 'pending'),
		seen,
	);
	checkEach(
		named(cancelled.refused),
		'what is on its way to be shipped, and an exception',
		(one) => itemsOf(one).every(({ status }) => status === 'shipped') && exceptionOf(one.order.id),
		seen,
	);
	const refusals = scene
		.books()
		.updates.filter(({ effect, state }) => effect === 'cancel' && state === 'exception');
	check(refusals.length >= cancelled.refused.length, 'cancels that The Iconic refused');
}

/** A person tells The Iconic what the hub did not. */
export async function cancelledByHand({ site }: IconicScene, { kept }: Cancelled): Promise<void> {
	await each(kept, ({ order }) => site.shop.cancel(order.id));
}

/** What left and was cancelled there is heard of. */
export async function hearing(scene: IconicScene): Promise<void> {
	await Promise.all([wholeSync(scene), wholeSync(partnerOf(scene), 'fulfilments')]);
	await allTold(scene);
}
