import type { AmazonShipmentState } from '../../../sandbox/amazonSellerFlex/types';
import { bookOf, check, checkEach } from '../../story/check';
import { each } from '../../story/each';
import { allTold } from '../../updates';
import { assigned } from '../assigned';
import { saveSettings } from '../saveSettings';
import type { AmazonScene } from '../scene';

const inventorySync = true;

/** The hub cancels: Amazon follows, is not told, or will not because the goods have left. */
export async function cancelling(scene: AmazonScene): Promise<Cancelled> {
	const { site, say, told } = scene;
	const { shop } = site;
	const orders = await assigned(scene, 18);
	const [followed, kept, refused] = [orders.slice(0, 6), orders.slice(6, 12), orders.slice(12)];
	say('cancelling in the hub: with automation, without it, and what has left meanwhile');
	// Somebody handles them in Seller Flex itself, and polls ask for what has left only every two hours.
	await each(refused, ({ id }) => shop.advance(id, { status: 'SHIPPED' }));
	await cancel(scene, [...followed, ...refused]);
	await allTold(scene);
	const reason = 'Amazon is told by a person';
	await saveSettings(site, { inventorySync, automatedCancellation: false, reason });
	await cancel(scene, kept);
	told.keptOnChannel.push(...kept.map(({ id }) => id));
	await saveSettings(site, { inventorySync, reason: 'The hub cancels again' });
	await allTold(scene);
	return { followed, kept, refused };
}

const cancel = ({ site, store }: AmazonScene, orders: readonly AmazonShipmentState[]) =>
	site.warehouse.move(
		store,
		orders.map(({ id }) => id),
		'cancelled',
	);

export type Cancelled = Readonly<
	Record<'followed' | 'kept' | 'refused', readonly AmazonShipmentState[]>
>;

/** The hub has heard what had left. */
export async function checkCancelled(
	{ site, books }: AmazonScene,
	{ followed, kept, refused }: Cancelled,
): Promise<void> {
	const now = new Map((await site.shop.state()).shipments.map((order) => [order.id, order]));
	const { row, reserved, exceptionOf } = bookOf(books());
	const seen = ({ id }: AmazonShipmentState) => ({
		channel: now.get(id)?.status,
		hub: row(id)?.status,
		reserved: reserved(id),
		exception: exceptionOf(id)?.cause,
	});
	const isGone = (id: string) => row(id)?.status === 'cancelled' && reserved(id) === 0;
	checkEach(
		followed,
		'orders cancelled in the hub to be rejected on Amazon, with a reason',
		({ id }) => now.get(id)?.cancellation?.reason === 'OUT_OF_STOCK' && isGone(id),
		seen,
	);
	checkEach(
		kept,
		'orders cancelled without automation to stay on Amazon',
		({ id }) => now.get(id)?.status === 'CONFIRMED' && isGone(id),
		seen,
	);
	checkEach(
		refused,
		'orders that had left to be shipped in the hub, and an exception',
		({ id }) => row(id)?.status === 'shipped' && reserved(id) === 0 && exceptionOf(id),
		seen,
	);
	const refusals = books().updates.filter(
		({ effect, state }) => effect === 'cancel' && state === 'exception',
	);
	check(refusals.length >= refused.length, `${refused.length} cancels refused by Amazon`);
}
