import { wholeSync } from '../../syncs';
import type { BabyshopScene } from '../scene';
import { checkCancelled, type Cancelled } from './cancelling';
import { lateMinutes } from './net';
import { checkLeft, type Left } from './shipping';

/** What the courier has collected and delivered comes back to the hub, once everything shows. */
export async function hearing(
	scene: BabyshopScene,
	left: Left,
	cancelled: Cancelled,
): Promise<void> {
	scene.say('the hub hears what has left and arrived');
	await scene.site.shop.letPass(lateMinutes);
	await wholeSync(scene);
	checkLeft(scene, left);
	await checkCancelled(scene, cancelled);
}
