import type { AmazonScene } from '../scene';
import { arriving } from './arriving';
import { calm, idle } from './calm';
import { cancelling } from './cancelling';
import { changes } from './changes';
import { connect } from './connect';
import { countedCalls } from './countedCalls';
import { firstOrders } from './firstOrders';
import { invoicing } from './invoicing';
import { net } from './net';
import { packing } from './packing';
import { pricing } from './pricing';
import { restoring } from './restoring';
import { shipping } from './shipping';
import { stockOut } from './stockOut';
import { storm } from './storm';

/** The whole path of an order from Amazon into the hub and out again, each turn of it watched until it has come out right. */
export async function story(scene: AmazonScene): Promise<void> {
	const old = await connect(scene);
	const first = await firstOrders(scene, old);
	await changes(scene, first);
	await storm(scene);
	const { undisturbed } = scene.site.n8n;
	// What counts calls to the number must not have one cut off and made again.
	await calm(scene);
	await undisturbed(() => Promise.all([idle(scene), stockOut(scene)]));
	await undisturbed(() => restoring(scene));
	await undisturbed(() => countedCalls(scene));
	const packed = await packing(scene);
	await shipping(scene, packed);
	await Promise.all([invoicing(scene, packed), undisturbed(() => pricing(scene))]);
	await cancelling(scene);
	await arriving(scene);
	await net(scene);
}
