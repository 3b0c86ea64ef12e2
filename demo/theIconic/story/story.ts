import type { IconicScene } from '../scene';
import { calm, idle } from './calm';
import { cancelledByHand, cancelling, checkCancelled, hearing, type Cancelled } from './cancelling';
import { changes, checkChanged, editedBack, solved } from './changes';
import { connect } from './connect';
import { firstOrders } from './firstOrders';
import { cancellingItems } from './items';
import { masterStays } from './master';
import { cutOffPush, net, placeLate } from './net';
import { listen, listenNoMore } from './notices';
import { restoring } from './restoring';
import { arrived, delivered, shipping, telling } from './shipping';
import { stockOut } from './stockOut';
import { storm, stormyWeather } from './storm';

/**
 * The whole path of an order from The Iconic into Shopify and of its parcels back, each turn of it watched until it has come out
 * right.
 */
export async function story(scene: IconicScene): Promise<void> {
	const old = await connect(scene);
	const first = await firstOrders(scene, old);
	await masterStays(scene);
	const changed = await changes(scene, first);
	await solved(scene, changed);
	const shipped = await shipping(scene, [...changed.first.unpaid, ...changed.first.waiting]);
	// The first kill meets all channels, and what it leaves behind ends for all of them at once.
	await scene.site.meeting.everybody();
	const before = await storm(scene);
	await stormyWeather(scene, before);
	await telling(scene, shipped);
	await calm(scene);
	await checkChanged(scene, changed);
	// What counts calls to the number must not have one cut off and made again.
	await scene.site.n8n.undisturbed(() => Promise.all([idle(scene), stockOut(scene)]));
	await editedBack(scene, [...changed.edited, ...before.edited]);
	await arrived(scene, shipped);
	await listen(scene);
	await delivered(scene, shipped);
	await listenNoMore(scene);
	await cancellingItems(scene);
	const cancelled = await cancelling(scene);
	const late = await placeLate(scene);
	await Promise.all([comingRound(scene, cancelled), cutOffPush(scene)]);
	await net(scene, late);
}

async function comingRound(scene: IconicScene, cancelled: Cancelled): Promise<void> {
	await restoring(scene);
	await hearing(scene);
	await checkCancelled(scene, cancelled);
	await cancelledByHand(scene, cancelled);
}
