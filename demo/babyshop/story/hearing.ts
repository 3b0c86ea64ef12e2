import { wholeSync } from '../../syncs';
import type { BabyshopScene } from '../scene';
import { checkCancelled, type Cancelled } from './cancelling';
import { checkLeft, type Left } from './shipping';

/** Longer than what happened in the panel stays out of sight. */
const lateMinutes = 9;

/** What the courier has collected and delivered comes back to the hub. */
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
