import type { BabyshopOrderState } from '../../../sandbox/babyshop/stateTypes';
import { bookOf, check, checkEach } from '../../story/check';
import { each } from '../../story/each';
import { unseen } from '../../story/unseen';
import { look } from '../../syncs';
import { allTold } from '../../updates';
import { assigned } from '../assigned';
import { deskAt } from '../desk';
import { saveSettings } from '../saveSettings';
import type { BabyshopScene } from '../scene';

const inventorySync = true;

export type Cancelled = Readonly<
	Record<'followed' | 'kept' | 'refused', readonly BabyshopOrderState[]>
>;

/** The hub cancels: the channel follows, is not told, or will not because somebody has packed the order in the panel. */
export async function cancelling(scene: BabyshopScene): Promise<Cancelled> {
	const { site, say, told } = scene;
	const { shop } = site;
	const orders = await assigned(scene, 18);
	const [followed, kept, refused] = [orders.slice(0, 6), orders.slice(6, 12), orders.slice(12)];
	say('cancelling in the hub: with automation, without it, and what has an invoice meanwhile');
	await checkWhole(scene, followed);
	// Listed only later: the hub cannot know when it cancels.
	await shop.faults(unseen);
	await each(refused, ({ id }) => shop.advance(id, { status: '10' }));
	const before = await shop.lastCall();
	await shop.faults({ code9AfterEffect: 0.5, only: 'orderCancellation', seed: 3 });
	await cancel(scene, [...followed, ...refused]);
	await allTold(scene);
	await shop.faults({});
	await checkAsked(scene, before, refused);
	const reason = 'The channel is told by a person';
	await saveSettings(site, { inventorySync, automatedCancellation: false, reason });
	await cancel(scene, kept);
	told.keptOnChannel.push(...kept.map(({ id }) => id));
	await saveSettings(site, { inventorySync, reason: 'The hub cancels again' });
	await allTold(scene);
	await each(refused, ({ id }) => shop.advance(id, { status: '15' }));
	return { followed, kept, refused };
}

const cancel = ({ site, store }: BabyshopScene, orders: readonly BabyshopOrderState[]) =>
	site.warehouse.move(
		store,
		orders.map(({ id }) => id),
		'cancelled',
	);

/** The channel knows only whole orders, and so does the hub. */
async function checkWhole({ site }: BabyshopScene, [order]: readonly BabyshopOrderState[]) {
	const [parcel] = look<{ id: number }>(
		site.ledger,
		'SELECT parcels.id FROM parcels JOIN orders ON orders.id = order_id WHERE channel_id = ?',
		order?.id ?? '',
	);
	const why = order && parcel ? await deskAt(site).cancelPart(order.id, parcel.id) : '';
	check(why.includes('whole order only'), `a part not to be cancelled alone, not ${why || 'so'}`);
}

/** A cancel that has taken effect may be answered as if it had not; one that cannot is not even asked for. */
async function checkAsked(
	{ site }: BabyshopScene,
	since: number,
	refused: readonly BabyshopOrderState[],
): Promise<void> {
	const calls = (await site.shop.calls(since)).filter(({ kind }) => kind === 'orderCancellation');
	check(
		calls.some(({ fault }) => fault === 'code9AfterEffect'),
		'a cancel that was answered as if it had failed',
	);
	check(
		!calls.some(({ orders }) => refused.some(({ id }) => orders.includes(id))),
		'no cancel of what has an invoice',
	);
}

/** The hub has heard that what was not cancelled has left. */
export async function checkCancelled(
	{ site, books }: BabyshopScene,
	{ followed, kept, refused }: Cancelled,
): Promise<void> {
	const now = new Map((await site.shop.state()).orders.map((order) => [order.id, order]));
	const { row, reserved, exceptionOf } = bookOf(books());
	const seen = ({ id }: BabyshopOrderState) => ({
		channel: now.get(id)?.status,
		hub: row(id)?.status,
		reserved: reserved(id),
		exception: exceptionOf(id)?.cause,
	});
	const isGone = (id: string) => row(id)?.status === 'cancelled' && reserved(id) === 0;
	checkEach(
		followed,
		'orders cancelled in the hub to be cancelled on the channel',
		({ id }) => now.get(id)?.status === '8' && isGone(id),
		seen,
	);
	checkEach(
		kept,
		'orders cancelled without automation to stay on the channel',
		({ id }) => now.get(id)?.status === '5' && isGone(id),
		seen,
	);
	checkEach(
		refused,
		'orders that could not be cancelled to be shipped in the hub, and an exception',
		({ id }) => row(id)?.status === 'shipped' && reserved(id) === 0 && exceptionOf(id),
		seen,
	);
	const refusals = books().updates.filter(
		({ effect, state }) => effect === 'cancel' && state === 'exception',
	);
	check(refusals.length >= refused.length, `${refused.length} cancels refused by the channel`);
}
