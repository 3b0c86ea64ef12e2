import type { IkasScene } from '../scene';
import { arriving } from './arriving';
import { calm, idle } from './calm';
import { cancelling } from './cancelling';
import { changes } from './changes';
import { connect } from './connect';
import { firstOrders } from './firstOrders';
import { net } from './net';
import { offAndOn } from './offAndOn';
import { restoring } from './restoring';
import { shipping } from './shipping';
import { stockOut } from './stockOut';
import { storm } from './storm';

/** The whole path of an order from ikas into the hub and out again, each turn of it watched until it has come out right. */
export async function story(scene: IkasScene): Promise<void> {
	const old = await connect(scene);
	const first = await firstOrders(scene, old);
	const cancelled = await changes(scene, first);
	await offAndOn(scene, cancelled);
	await storm(scene);
	const { undisturbed } = scene.site.n8n;
	// What counts calls to the number must not have one cut off and made again.
	await calm(scene);
	await undisturbed(() => Promise.all([idle(scene), stockOut(scene)]));
	await undisturbed(() => restoring(scene));
	await shipping(scene);
	await cancelling(scene);
	await arriving(scene);
	await net(scene);
}
