import type { OrderState } from '../../../sandbox/ikas/types';
import { bookOf, check, checkEach } from '../../story/check';
import { each } from '../../story/each';
import { unseen, unseenMinutes } from '../../story/unseen';
import { allTold } from '../../updates';
import { saveSettings } from '../saveSettings';
import type { IkasScene } from '../scene';
import { assigned } from './shipping';

const settings = { orderSync: true, withUnpaid: true, catalogSync: true, inventorySync: true };

/** The hub cancels: ikas follows, is not told, or will not; what was reserved is free again and goes out as stock. */
export async function cancelling(scene: IkasScene): Promise<Cancelled> {
	const { site, say, told } = scene;
	const { shop } = site;
	const orders = await assigned(scene, 18);
	const [followed, kept, refused] = [orders.slice(0, 6), orders.slice(6, 12), orders.slice(12)];
	say('cancelling in the hub: with automation, without it, and what ikas has shipped meanwhile');
	// The shop ships from its own panel, and lists that only later: the hub cannot know when it cancels.
	await shop.faults(unseen);
	await each(refused, ({ id }) => shop.advance(id, { package: 'FULFILLED' }));
	await shop.faults({});
	await cancel(scene, [...followed, ...refused]);
	await allTold(scene);
	await saveSettings(site, {
		...settings,
		automatedCancellation: false,
		reason: 'The shop cancels by itself',
	});
	await cancel(scene, kept);
	told.keptOnChannel.push(...kept.map(({ id }) => id));
	await saveSettings(site, { ...settings, reason: 'The hub cancels again' });
	await allTold(scene);
	await shop.letPass(unseenMinutes + 1);
	return { followed, kept, refused };
}

const cancel = ({ site, store }: IkasScene, orders: readonly OrderState[]) =>
	site.warehouse.move(
		store,
		orders.map(({ id }) => id),
		'cancelled',
	);

export interface Cancelled {
	readonly followed: readonly OrderState[];
	readonly kept: readonly OrderState[];
	readonly refused: readonly OrderState[];
}

/** A whole sync has gone through. */
export async function checkCancelled(
	scene: IkasScene,
	{ followed, kept, refused }: Cancelled,
): Promise<void> {
	const now = new Map((await scene.site.shop.state()).orders.map((order) => [order.id, order]));
	const { row, reserved, exceptionOf } = bookOf(scene.books());
	const seen = ({ id }: OrderState) => ({
		channel: now.get(id)?.status,
		hub: row(id)?.status,
		reserved: reserved(id),
		exception: exceptionOf(id)?.kind,
	});
	const isGone = (id: string) => row(id)?.status === 'cancelled' && reserved(id) === 0;
	checkEach(
		followed,
		'orders cancelled in the hub to be cancelled on ikas',
		({ id }) => now.get(id)?.status === 'CANCELLED' && isGone(id),
		seen,
	);
	checkEach(
		kept,
		'orders cancelled without automation to stay on ikas',
		({ id }) => now.get(id)?.status === 'CREATED' && isGone(id),
		seen,
	);
	checkEach(
		refused,
		'orders that ikas had shipped to be shipped in the hub, and an exception',
		({ id }) => row(id)?.status === 'shipped' && reserved(id) === 0 && exceptionOf(id),
		seen,
	);
	const refusals = scene
		.books()
		.updates.filter(({ effect, state }) => effect === 'cancel' && state === 'exception');
	check(refusals.length >= refused.length, `${refused.length} cancels refused by ikas`);
}
