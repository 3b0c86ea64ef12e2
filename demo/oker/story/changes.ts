import type { OkerOrderState } from '../../../sandbox/oker/stateTypes';
import { bookOf, check, checkEach } from '../../story/check';
import { each } from '../../story/each';
import { look } from '../../syncs';
import { assigned } from '../assigned';
import { deskAt } from '../desk';
import { blankSku, skus } from '../goods';
import type { OkerScene } from '../scene';
import type { FirstOrders } from './firstOrders';

type Orders = readonly OkerOrderState[];

/** What was done to orders, and what there was of them in the hub before. */
export interface Changed {
	readonly first: FirstOrders;
	/** To another address, before anybody picks and after. */
	readonly moved: Orders;
	readonly movedTooLate: Orders;
	/** Of which an item was cancelled, and which were cancelled as a whole. */
	readonly cut: Orders;
	readonly cancelled: Orders;
	readonly released: Orders;
	readonly before: ReturnType<typeof bookOf>;
}

const elsewhere = { addressLine1: '7 Other Lane', city: 'Jaipur', pincode: '302001' };

/** A person says what a strange listing is; customers move and cancel, and the marketplace lets orders go. */
export async function changes(scene: OkerScene, first: FirstOrders): Promise<Changed> {
	const { site, store, say } = scene;
	const { shop } = site;
	say('a link by hand; customers move and cancel; held orders are let go');
	await deskAt(site).link(await listingOf(scene, blankSku), skus[0] ?? '');
	const cut = await assigned(scene, 6, ({ items }) => items.length > 1);
	const isOther = ({ id }: OkerOrderState) => !cut.some((one) => one.id === id);
	const some = await assigned(scene, 17, isOther);
	const [moved, movedTooLate, cancelled] = [some.slice(0, 6), some.slice(6, 11), some.slice(11)];
	await site.warehouse.move(
		store,
		movedTooLate.map(({ id }) => id),
		'picked',
	);
	const before = bookOf(scene.books());
	await each([...moved, ...movedTooLate], ({ id }) => shop.edit(id, { address: elsewhere }));
	await each(cut, ({ id, items }) => shop.cancel(id, { items: [items[0]?.id ?? ''] }));
	await each(cancelled, ({ id }) => shop.cancel(id));
	const released = first.pending.slice(0, 5);
	await each(released, ({ id }) => shop.advance(id, { status: 'CREATED' }));
	await each(first.held, ({ id }) => shop.hold(id, false));
	return { first, moved, movedTooLate, cut, cancelled, released, before };
}

async function listingOf({ site }: OkerScene, wanted: string): Promise<string> {
	const { listings } = await site.shop.state();
	const found = listings.find(({ sku }) => sku === wanted);
	return `${found?.productId}/${found?.variantId}`;
}

/** Syncs of orders and of the catalog have gone through since. */
export async function checkChanged(scene: OkerScene, changed: Changed): Promise<void> {
	const { first, moved, movedTooLate, cut, cancelled, released, before } = changed;
	const { row, reserved, open, isAssigned, exceptionOf } = bookOf(scene.books());
	const seen = ({ id }: OkerOrderState) => ({
		...row(id),
		reserved: reserved(id),
		open: open(id),
		city: cityOf(scene, id),
		exception: exceptionOf(id)?.cause,
	});
	const isIn = ({ id }: OkerOrderState) => isAssigned(id);
	checkEach([...released, ...first.held], 'what is let go in, by itself', isIn, seen);
	checkEach(first.nameless, 'a hub once somebody has said what it is', isIn, seen);
	checkEach(
		moved,
		'what moved before it was picked to go to the new address',
		({ id }) => isAssigned(id) && cityOf(scene, id) === elsewhere.city,
		seen,
	);
	checkEach(
		movedTooLate,
		'what moved too late to be an exception, the hub keeping its copy',
		({ id }) =>
			exceptionOf(id)?.kind === 'order_edited' &&
			row(id)?.status === 'picked' &&
			reserved(id) === before.reserved(id) &&
			cityOf(scene, id) !== elsewhere.city,
		seen,
	);
	checkEach(
		cancelled,
		'what is cancelled as a whole to be cancelled, its units free',
		({ id }) => row(id)?.status === 'cancelled' && reserved(id) === 0,
		seen,
	);
	checkEach(
		cut,
		'orders of which an item was cancelled to stay as they were, and to be marked',
		({ id }) =>
			row(id)?.flag === 'item_level_change' &&
			open(id) === before.open(id) &&
			reserved(id) === before.reserved(id),
		seen,
	);
	await checkSentence(scene, cut);
}

/** Where the hub sends the order. */
function cityOf({ site, store }: OkerScene, id: string): string | undefined {
	const [order] = look<{ body: string }>(
		site.ledger,
		'SELECT body FROM orders WHERE store = ? AND channel_id = ?',
		store,
		id,
	);
	const body: { shipTo?: { city?: string } } = JSON.parse(order?.body ?? '{}');
	return body.shipTo?.city;
}

/** Whoever looks at the order in the hub reads what has changed. */
async function checkSentence({ site }: OkerScene, [order]: Orders): Promise<void> {
	const notFollowed = order ? await deskAt(site).notFollowed(order.id) : [];
	check(
		notFollowed.some((sentence) => sentence.includes('cancelled on the channel')),
		`a sentence on the item that was cancelled, not ${JSON.stringify(notFollowed)}`,
	);
}
