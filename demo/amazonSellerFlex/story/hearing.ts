import { wholeSync } from '../../syncs';
import type { AmazonScene } from '../scene';
import { checkCancelled, type Cancelled } from './cancelling';
import { checkLeft, type Left } from './shipping';

/** Longer than until the next poll that asks for what was shipped and delivered. */
const slotMinutes = 125;

/** What the carrier has scanned and delivered comes back to the hub. */
export async function hearing(scene: AmazonScene, left: Left, cancelled: Cancelled): Promise<void> {
	scene.say('the hub hears what has left and arrived');
	await scene.site.shop.letPass(slotMinutes);
	await wholeSync(scene);
	checkLeft(scene, left);
	await checkCancelled(scene, cancelled);
}
