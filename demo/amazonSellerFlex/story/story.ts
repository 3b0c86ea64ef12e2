import type { AmazonScene } from '../scene';
import { arriving } from './arriving';
import { calm, idle } from './calm';
import { cancelling } from './cancelling';
import { changes } from './changes';
import { connect } from './connect';
import { countedCalls } from './countedCalls';
import { firstOrders, type FirstOrders } from './firstOrders';
import { hearing } from './hearing';
import { invoicing } from './invoicing';
import { net } from './net';
import { packing, placeSlowOrders } from './packing';
import { pricing } from './pricing';
import { restoring } from './restoring';
import { shipping } from './shipping';
import { stockOut } from './stockOut';
import { storm } from './storm';

/** The whole path of an order from Amazon into the hub and out again, each turn of it watched until it has come out right. */
export async function story(scene: AmazonScene): Promise<void> {
	const old = await connect(scene);
	const first = await firstOrders(scene, old);
	await Promise.all([inTheStorm(scene, first), pricing(scene)]);
	await calm(scene);
	await inGoodWeather(scene);
	const slow = await placeSlowOrders(scene);
	await restoring(scene);
	const packed = await packing(scene, slow);
	const left = await shipping(scene, packed);
	const cancelled = await cancelling(scene);
	await hearing(scene, left, cancelled);
	await arriving(scene);
	await Promise.all([invoicing(scene, packed), net(scene)]);
}

async function inTheStorm(scene: AmazonScene, first: FirstOrders): Promise<void> {
	await changes(scene, first);
	// The first kill meets all channels, and what it leaves behind ends for all of them at once.
	await scene.site.meeting.everybody();
	await storm(scene);
}

/** What counts calls to the number must not have one cut off and made again. */
const inGoodWeather = (scene: AmazonScene) =>
	scene.site.n8n.undisturbed(() =>
		Promise.all([idle(scene), stockOut(scene), countedCalls(scene)]),
	);
