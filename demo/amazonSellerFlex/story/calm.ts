import { check, checkEach } from '../../story/check';
import { idleSync } from '../../story/idleSync';
import { wholeSync } from '../../syncs';
import { allTold } from '../../updates';
import { doneByHub } from '../assigned';
import type { AmazonScene } from '../scene';

/** Longer than rows may be late, and then longer than a sync looks back (the store's overlap). */
const lateMinutes = 6;
const overlapMinutes = 11;

/** The first poll of every two hours also asks what was shipped and delivered. */
const slotMinutes = 120;

/** Amazon behaves again. What was late shows, all of it comes in and is accepted, and then there is nothing left to do. */
export async function calm(scene: AmazonScene): Promise<void> {
	const { site, say } = scene;
	const { shop } = site;
	say('the storm is over; letting late rows show, everything come in and be accepted');
	await shop.faults({});
	await shop.letPass(lateMinutes);
	// The token of the next sync lasts an hour: it must not end in the middle of what is counted.
	await shop.expireTokens();
	await site.n8n.undisturbed(async () => {
		await wholeSync(scene);
		await nothingDue(scene);
	});
	await allTold(scene);
	await checkAccepted(scene);
}

/** The naming trap: what Seller Flex calls accepted is confirmed here. */
async function checkAccepted({ site, books }: AmazonScene): Promise<void> {
	const inHub = new Set(books().orders.map(({ channel_id }) => channel_id));
	const { shipments } = await site.shop.state();
	const confirmed = shipments.filter(({ status, id }) => status === 'CONFIRMED' && inHub.has(id));
	check(confirmed.length >= 60, `60 accepted orders, not ${confirmed.length}`);
	checkEach(
		confirmed,
		'orders to be accepted once',
		(order) => doneByHub(order).join() === 'confirmed',
		doneByHub,
	);
	const waiting = shipments.filter(({ status, id }) => status === 'ACCEPTED' && inHub.has(id));
	const { orders } = books();
	checkEach(
		waiting,
		'orders that the hub cannot ship to be accepted not yet',
		({ id }) => orders.find(({ channel_id }) => channel_id === id)?.status === 'on_hold',
		({ id }) => orders.find(({ channel_id }) => channel_id === id),
	);
}

async function nothingDue({ site }: AmazonScene): Promise<void> {
	const settled = await site.shop.lastCall();
	const polls = async () =>
		(await site.shop.calls(settled)).filter(({ kind }) => kind === site.shop.callOf.orders);
	for (let time = 0; time < 3; time++) {
		const { status } = await site.play('sync-orders');
		check(status === 'success', `the workflow to end well while nothing is due, not ${status}`);
	}
	check((await polls()).length === 0, 'Amazon to be asked for no orders while nothing is due');
}

/** Nothing has changed since, and the next sync finds that out with two calls for each hub. */
export async function idle(scene: AmazonScene): Promise<void> {
	const { site, say, told } = scene;
	const { shop } = site;
	say('one idle sync');
	const left = slotMinutes - (((await shop.now()) / 60_000) % slotMinutes);
	if (left < 2 * overlapMinutes) {
		await shop.letPass(left + 1);
		await wholeSync(scene);
	}
	await shop.letPass(overlapMinutes);
	told.idlePoll = await idleSync(scene);
}
