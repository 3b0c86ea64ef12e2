import type { OkerScene } from '../scene';
import { arriving } from './arriving';
import { calm, idle } from './calm';
import { cancelling } from './cancelling';
import { changes, checkChanged, type Changed } from './changes';
import { conflicts } from './conflicts';
import { connect } from './connect';
import { firstOrders } from './firstOrders';
import { hearing } from './hearing';
import { net, placeLate } from './net';
import { invoicing, labelling, packing, type Packed } from './packing';
import { restoring } from './restoring';
import { shipping } from './shipping';
import { cutOffPush, stockOut } from './stockOut';
import { storm, stormyWeather } from './storm';

/** The whole path of an order from the channel into the hub and out again, each turn of it watched until it has come out right. */
export async function story(scene: OkerScene): Promise<void> {
	const old = await connect(scene);
	const first = await firstOrders(scene, old);
	const changed = await changes(scene, first);
	// The first kill meets all channels, and what it leaves behind ends for all of them at once.
	await scene.site.meeting.everybody();
	const before = await storm(scene);
	const packed = await packing(scene, [...first.nameless, ...first.held, ...first.pending]);
	await stormyWeather(scene, before);
	await Promise.all([onTheirWay(scene, packed), inPeace(scene, changed)]);
	const [disputed, leaving] = [packed.orders.slice(0, 6), packed.orders.slice(6)];
	const cancelled = await cancelling(scene);
	await conflicts(scene, disputed);
	const late = await placeLate(scene);
	const [left] = await Promise.all([shipping(scene, leaving), restoring(scene)]);
	await Promise.all([hearing(scene, left, cancelled), cutOffPush(scene)]);
	await arriving(scene);
	await net(scene, late);
}

/** Invoices, couriers and labels of what was packed. */
async function onTheirWay(scene: OkerScene, packed: Packed): Promise<void> {
	await invoicing(scene, packed);
	await labelling(scene, packed);
}

async function inPeace(scene: OkerScene, changed: Changed): Promise<void> {
	await calm(scene);
	await checkChanged(scene, changed);
	// What counts calls to the number must not have one cut off and made again.
	await scene.site.n8n.undisturbed(() => Promise.all([idle(scene), stockOut(scene)]));
}
