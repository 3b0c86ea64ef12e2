import { check } from '../../story/check';
import { idleSync } from '../../story/idleSync';
import { wholeSync } from '../../syncs';
import { assigned } from '../assigned';
import type { BabyshopScene } from '../scene';

/** Longer than rows may be late, and then longer than a sync looks back (the store's overlap). */
const restMinutes = 6 + 11;

/**
 * The channel behaves again. What was late shows, all of it comes in, and then there is nothing left to do. A sync looks back from
 * the last change that it has seen: that is of one order.
 */
export async function calm(scene: BabyshopScene): Promise<void> {
	const { site, say } = scene;
	const { shop } = site;
	say('the storm is over; letting late rows show and everything come in');
	await shop.letPass(restMinutes);
	const [last] = await assigned(scene, 1);
	if (last) await shop.edit(last.id, {});
	await site.n8n.undisturbed(async () => {
		await wholeSync(scene);
		await nothingDue(scene);
	});
}

async function nothingDue({ site }: BabyshopScene): Promise<void> {
	const settled = await site.shop.lastCall();
	for (let time = 0; time < 3; time++) {
		const { status } = await site.play('sync-orders');
		check(status === 'success', `the workflow to end well while nothing is due, not ${status}`);
	}
	const polls = (await site.shop.calls(settled)).filter(({ kind }) => kind === 'orderList');
	check(polls.length === 0, 'no call for orders while nothing is due');
}

/** Nothing has changed since, and the next sync finds that out with one call. */
export async function idle(scene: BabyshopScene): Promise<void> {
	const { say, told } = scene;
	say('one idle sync');
	told.idlePoll = await idleSync(scene);
}
