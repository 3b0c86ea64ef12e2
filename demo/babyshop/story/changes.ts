import type { BabyshopOrderState } from '../../../sandbox/babyshop/stateTypes';
import { bookOf, check, checkEach } from '../../story/check';
import { each } from '../../story/each';
import { assigned } from '../assigned';
import { deskAt } from '../desk';
import { lateProducts, skus, strangeListing } from '../goods';
import { saveSettings } from '../saveSettings';
import type { BabyshopScene } from '../scene';
import type { FirstOrders } from './firstOrders';

type Orders = readonly BabyshopOrderState[];

/** What was done to orders, and what there was of them in the hub before. */
export interface Changed {
	readonly first: FirstOrders;
	/** Of which an item was cancelled, and which were cancelled as a whole. */
	readonly cut: Orders;
	readonly cancelled: Orders;
	readonly before: ReturnType<typeof bookOf>;
}

/** The map and the catalog grow, a person says what a strange product is, and customers cancel: whole orders, and single items. */
export async function changes(scene: BabyshopScene, first: FirstOrders): Promise<Changed> {
	const { site, say } = scene;
	const { shop } = site;
	say('mapping Pending; new products and a link by hand; cancelling orders, and single items');
	await saveSettings(site, { reason: 'Pending orders are ours, too' });
	await shop.seed(lateProducts);
	await deskAt(site).link(strangeListing, skus[0] ?? '');
	const some = await assigned(scene, 12, ({ lines }) => lines.some(hasMany));
	const [cut, cancelled] = [some.slice(0, 6), some.slice(6)];
	const before = bookOf(scene.books());
	await each(cut, (order) => cutDown(scene, order));
	await each(cancelled, ({ id }) => shop.cancel(id));
	return { first, cut, cancelled, before };
}

const hasMany = ({ quantity }: BabyshopOrderState['lines'][number]) => quantity > 1;

/** One item less of a line that has more than one. */
async function cutDown({ site }: BabyshopScene, { id, lines }: BabyshopOrderState): Promise<void> {
	const line = lines.find(hasMany);
	if (line) await site.shop.cancelLines(id, [{ line: line.line, quantity: 1 }]);
}

/** Syncs of orders and of the catalog have gone through since. */
export async function checkChanged(
	scene: BabyshopScene,
	{ first: { pending, unlisted, strange, unknown }, cut, cancelled, before }: Changed,
): Promise<void> {
	const { row, reserved, open, isAssigned } = bookOf(scene.books());
	const seen = ({ id }: BabyshopOrderState) => ({
		...row(id),
		reserved: reserved(id),
		open: open(id),
	});
	const isIn = ({ id }: BabyshopOrderState) => isAssigned(id);
	checkEach(pending, 'parked orders in, by themselves', isIn, seen);
	checkEach([...unlisted, ...strange], 'a hub once their codes are known', isIn, seen);
	checkEach(
		unknown,
		'orders of what nobody knows to wait for a person',
		({ id }) => row(id)?.hold_reason === 'sku_not_valid',
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

/** Whoever looks at the order in the hub reads what has changed. */
async function checkSentence({ site }: BabyshopScene, [order]: Orders): Promise<void> {
	const notFollowed = order ? await deskAt(site).notFollowed(order.id) : [];
	check(
		notFollowed.some((sentence) => sentence.includes('cancelled on the channel')),
		`a sentence on the item that was cancelled, not ${JSON.stringify(notFollowed)}`,
	);
}
