import type { BabyshopScene } from '../scene';
import { arriving } from './arriving';
import { calm, idle } from './calm';
import { cancelling } from './cancelling';
import { changes, checkChanged, type Changed } from './changes';
import { connect } from './connect';
import { firstOrders } from './firstOrders';
import { hearing } from './hearing';
import { cutOffPush, net, placeLate } from './net';
import { invoicing, labelling, packing, type Packed } from './packing';
import { restoring } from './restoring';
import { shipping } from './shipping';
import { stockOut } from './stockOut';
import { storm, stormyWeather } from './storm';
import { againLater, tooMany } from './tooMany';

/** The whole path of an order from the channel into the hub and out again, each turn of it watched until it has come out right. */
export async function story(scene: BabyshopScene): Promise<void> {
	const old = await connect(scene);
	const first = await firstOrders(scene, old);
	const changed = await changes(scene, first);
	// The first kill meets all channels, and what it leaves behind ends for all of them at once.
	await scene.site.meeting.everybody();
	const before = await storm(scene);
	const packed = await packing(scene);
	await stormyWeather(scene, before);
	const [met] = await Promise.all([onTheirWay(scene, packed), inPeace(scene, changed)]);
	const cancelled = await cancelling(scene);
	const late = await placeLate(scene);
	const [left] = await Promise.all([shipping(scene, packed), restoring(scene)]);
	await Promise.all([hearing(scene, left, cancelled), cutOffPush(scene)]);
	await arriving(scene);
	await Promise.all([net(scene, late), againLater(scene, met)]);
}

/** Shipments, AWBs and labels of what was packed; answers when there was a call too many. */
async function onTheirWay(scene: BabyshopScene, packed: Packed): Promise<number> {
	await invoicing(scene);
	const [met] = await Promise.all([tooMany(scene), labelling(scene, packed)]);
	return met;
}

async function inPeace(scene: BabyshopScene, changed: Changed): Promise<void> {
	await calm(scene);
	await checkChanged(scene, changed);
	// What counts calls to the number must not have one cut off and made again.
	await scene.site.n8n.undisturbed(() => Promise.all([idle(scene), stockOut(scene)]));
}
