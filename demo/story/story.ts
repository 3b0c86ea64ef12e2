import type { Scene } from '../scene';
import { calm } from './calm';
import { changes } from './changes';
import { connect } from './connect';
import { firstOrders } from './firstOrders';
import { offAndOn } from './offAndOn';
import { storm } from './storm';

/** The whole path of an order from ikas into the hub, each turn of it watched until it has come out right. */
export async function story(scene: Scene): Promise<void> {
	const old = await connect(scene);
	const first = await firstOrders(scene, old);
	const cancelled = await changes(scene, first);
	await offAndOn(scene, cancelled);
	await storm(scene);
	await calm(scene);
}
