import type { Scene } from '../scene';
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
export async function story(scene: Scene): Promise<void> {
	const old = await connect(scene);
	const first = await firstOrders(scene, old);
	const cancelled = await changes(scene, first);
	await offAndOn(scene, cancelled);
	await storm(scene);
	await calm(scene);
	await Promise.all([idle(scene), stockOut(scene)]);
	await restoring(scene);
	await shipping(scene);
	await cancelling(scene);
	await arriving(scene);
	await net(scene);
}
