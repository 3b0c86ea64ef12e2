import { check } from '../../story/check';
import { idleSync } from '../../story/idleSync';
import { wholeSync } from '../../syncs';
import type { IkasScene } from '../scene';

/** Longer than rows may be late, and then longer than a sync looks back (the store's overlap). */
const lateMinutes = 6;
const overlapMinutes = 11;

/** The channel behaves again. What was late shows, all of it comes in and has gone out as stock. */
export async function calm(scene: IkasScene): Promise<void> {
	const { site, say } = scene;
	say('the storm is over; letting late rows show and everything come in');
	await site.shop.letPass(lateMinutes);
	await wholeSync(scene);
	await wholeSync(scene, 'inventory');
}

/** Nothing has changed since: the next sync finds that out with as few calls as it can, and then there is nothing left to do. */
export async function idle(scene: IkasScene): Promise<void> {
	const { site, say, told } = scene;
	say('one idle sync');
	await site.shop.letPass(overlapMinutes);
	await site.n8n.undisturbed(async () => {
		told.idlePoll = await idleSync(scene);
		await nothingDue(scene);
	});
}

async function nothingDue({ site }: IkasScene): Promise<void> {
	const settled = await site.shop.lastCall();
	for (let time = 0; time < 3; time++) {
		const { status } = await site.play('sync-orders');
		check(status === 'success', `the workflow to end well while nothing is due, not ${status}`);
	}
	const polls = (await site.shop.calls(settled)).filter(({ fields }) =>
		fields.includes(site.shop.callOf.orders),
	);
	check(polls.length === 0, 'no call for orders while nothing is due');
}
