import type { OkerOrderState } from '../../../sandbox/oker/stateTypes';
import { bookOf, check, checkEach } from '../../story/check';
import { each } from '../../story/each';
import { unseen } from '../../story/unseen';
import { look } from '../../syncs';
import { allTold } from '../../updates';
import { assigned } from '../assigned';
import { deskAt } from '../desk';
import { saveSettings } from '../saveSettings';
import type { OkerScene } from '../scene';

const inventorySync = true;

type Orders = readonly OkerOrderState[];

export type Cancelled = Readonly<Record<'followed' | 'kept' | 'refused', Orders>>;

/** The hub cancels: Oker follows, is not told, or will not because the order is invoiced and gone meanwhile. */
export async function cancelling(scene: OkerScene): Promise<Cancelled> {
	const { site, say, told } = scene;
	const { shop } = site;
	const orders = await assigned(scene, 18);
	const [followed, kept, refused] = [orders.slice(0, 6), orders.slice(6, 12), orders.slice(12)];
	say('cancelling in the hub: with automation, without it, and what is invoiced meanwhile');
	await checkWhole(scene, followed);
	// Listed only later: the hub cannot know when it cancels.
	await shop.faults(unseen);
	await each(refused, ({ id }) => shop.advance(id, { status: 'DISPATCHED' }));
	const before = await shop.lastCall();
	await shop.faults({ dropAfter: 0.5, only: 'cancelOrder', seed: 3 });
	await cancel(scene, [...followed, ...refused]);
	await allTold(scene);
	await shop.faults({});
	await checkAsked(scene, before, refused);
	const reason = 'Oker is told by a person';
	await saveSettings(site, { inventorySync, automatedCancellation: false, reason });
	await cancel(scene, kept);
	told.keptOnChannel.push(...kept.map(({ id }) => id));
	await saveSettings(site, { inventorySync, reason: 'The hub cancels again' });
	await allTold(scene);
	return { followed, kept, refused };
}

const cancel = ({ site, store }: OkerScene, orders: Orders) =>
	site.warehouse.move(
		store,
		orders.map(({ id }) => id),
		'cancelled',
	);

/** Oker knows only whole orders, and so does the hub. */
async function checkWhole({ site }: OkerScene, [order]: Orders): Promise<void> {
	const [parcel] = look<{ id: number }>(
		site.ledger,
		'SELECT parcels.id FROM parcels JOIN orders ON orders.id = order_id WHERE channel_id = ?',
		order?.id ?? '',
	);
	const why = order && parcel ? await deskAt(site).cancelPart(order.id, parcel.id) : '';
	check(why.includes('whole order only'), `a part not to be cancelled alone, not ${why || 'so'}`);
}

/** A cancel that has taken effect may go unanswered; one that cannot is not even asked for. */
async function checkAsked({ site }: OkerScene, since: number, refused: Orders): Promise<void> {
	const calls = (await site.shop.calls(since)).filter(({ kind }) => kind === 'cancelOrder');
	check(
		calls.some(({ fault }) => fault === 'dropAfter'),
		'a cancel that was not answered',
	);
	check(
		!calls.some(({ orders }) => refused.some(({ id }) => orders.includes(id))),
		'no cancel of what is invoiced',
	);
}

/** The hub has heard that what was not cancelled has left. */
export async function checkCancelled(
	{ site, books }: OkerScene,
	{ followed, kept, refused }: Cancelled,
): Promise<void> {
	const now = new Map((await site.shop.state()).orders.map((order) => [order.id, order]));
	const { row, reserved, exceptionOf } = bookOf(books());
	const seen = ({ id }: OkerOrderState) => ({
		channel: now.get(id)?.status,
		hub: row(id)?.status,
		reserved: reserved(id),
		exception: exceptionOf(id)?.cause,
	});
	const isGone = (id: string) => row(id)?.status === 'cancelled' && reserved(id) === 0;
	checkEach(
		followed,
		'orders cancelled in the hub to be cancelled on Oker',
		({ id }) => now.get(id)?.status === 'CANCELLED' && isGone(id),
		seen,
	);
	checkEach(
		kept,
		'orders cancelled without automation to stay on Oker',
		({ id }) => now.get(id)?.status === 'CREATED' && isGone(id),
		seen,
	);
	checkEach(
		refused,
		'orders that could not be cancelled to be shipped in the hub',
		({ id }) => row(id)?.status === 'shipped' && reserved(id) === 0,
		seen,
	);
	const refusals = books().updates.filter(
		({ effect, state }) => effect === 'cancel' && state === 'exception',
	);
	check(refusals.length >= refused.length, `${refused.length} cancels refused by Oker`);
}
