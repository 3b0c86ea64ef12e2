import type { OrderState } from '../../../sandbox/ikas/types';
import { bookOf, checkEach } from '../../story/check';
import { each } from '../../story/each';
import { wholeSync } from '../../syncs';
import type { IkasScene } from '../scene';
import { arriving, orderLamps } from './arriving';
import { calm, idle } from './calm';
import { cancelling, checkCancelled, type Cancelled } from './cancelling';
import { changes, checkChanged, checkGone } from './changes';
import { connect } from './connect';
import { firstOrders } from './firstOrders';
import { lateMinutes, net, placeLate } from './net';
import { offAndOn } from './offAndOn';
import { restoring } from './restoring';
import { shipping } from './shipping';
import { stockOn, stockOut } from './stockOut';
import { storm, stormyWeather } from './storm';

type Orders = readonly OrderState[];

/** The whole path of an order from ikas into the hub and out again, each turn of it watched until it has come out right. */
export async function story(scene: IkasScene): Promise<void> {
	const cancelled = await inTheStorm(scene);
	await inPeace(scene, cancelled);
	const late = await placeLate(scene);
	await Promise.all([shipping(scene), restoring(scene)]);
	await orderLamps(scene);
	const gone = await cancelling(scene);
	await scene.site.shop.letPass(lateMinutes);
	await hearing(scene, gone, late);
}

/** n8n is killed again and again before anything gets through. Answers orders that were cancelled and come once more. */
async function inTheStorm(scene: IkasScene): Promise<Orders> {
	const old = await connect(scene);
	const first = await firstOrders(scene, old);
	const meanwhile = await offAndOn(scene);
	const changed = await changes(scene, first);
	const before = await storm(scene);
	await stockOn(scene);
	await stormyWeather(scene, before);
	const { row, isAssigned } = bookOf(scene.books());
	checkEach(
		meanwhile,
		'orders placed while sync was off',
		({ id }) => isAssigned(id),
		({ id }) => row(id) ?? 'nowhere',
	);
	checkChanged(scene, changed);
	await each(changed.cancelled, ({ id }) => scene.site.shop.edit(id, {}));
	return changed.cancelled;
}

/** What counts calls to the number. */
async function inPeace(scene: IkasScene, cancelled: Orders): Promise<void> {
	await calm(scene);
	checkGone(scene, cancelled, 'cancelled orders that came again to stay so');
	await Promise.all([idle(scene), stockOut(scene)]);
}

/** The hub hears what became of it all on ikas, and finds what it has missed. */
async function hearing(scene: IkasScene, cancelled: Cancelled, late: Orders): Promise<void> {
	await wholeSync(scene);
	await checkCancelled(scene, cancelled);
	await arriving(scene);
	await net(scene, late);
}
