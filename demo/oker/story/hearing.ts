import { wholeSync } from '../../syncs';
import type { OkerScene } from '../scene';
import { checkCancelled, type Cancelled } from './cancelling';
import { lateMinutes } from './net';
import { checkLeft, type Left } from './shipping';

/** What left, arrived and came back on Oker comes to the hub, once everything shows. */
export async function hearing(scene: OkerScene, left: Left, cancelled: Cancelled): Promise<void> {
	scene.say('the hub hears what has arrived and what comes back');
	await scene.site.shop.letPass(lateMinutes);
	await wholeSync(scene);
	checkLeft(scene, left);
	await checkCancelled(scene, cancelled);
}
