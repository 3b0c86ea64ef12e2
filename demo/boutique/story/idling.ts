import { calm, idle } from '../../ikas/story/calm';
import { wholeSync } from '../../syncs';
import { allTold } from '../../updates';
import type { BoutiqueScene } from '../scene';

/** All is done: a sync and a push find that out with as few calls as they can. */
export async function idling(scene: BoutiqueScene): Promise<void> {
	const { site, told } = scene;
	await calm(scene);
	await allTold(scene);
	await idle(scene);
	await wholeSync(scene, 'inventory');
	const after = await site.shop.lastCall();
	await wholeSync(scene, 'inventory');
	told.idlePush = { after, upTo: await site.shop.lastCall() };
}
