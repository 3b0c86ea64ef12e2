import type { BabyshopScene } from '../scene';
import { arriving } from './arriving';
import { calm, idle } from './calm';
import { cancelling } from './cancelling';
import { changes } from './changes';
import { connect } from './connect';
import { firstOrders } from './firstOrders';
import { hearing } from './hearing';
import { net } from './net';
import { labelling, packing } from './packing';
import { restoring } from './restoring';
import { shipping } from './shipping';
import { stockOut } from './stockOut';
import { storm } from './storm';
import { againLater, tooMany } from './tooMany';

/** The whole path of an order from the channel into the hub and out again, each turn of it watched until it has come out right. */
export async function story(scene: BabyshopScene): Promise<void> {
	const old = await connect(scene);
	const first = await firstOrders(scene, old);
	await changes(scene, first);
	await storm(scene);
	await calm(scene);
	const packed = await packing(scene);
	const { undisturbed } = scene.site.n8n;
	const [met] = await Promise.all([
		tooMany(scene),
		labelling(scene, packed),
		// What counts calls to the number must not have one cut off and made again.
		undisturbed(() => Promise.all([idle(scene), stockOut(scene)])),
	]);
	const [left] = await Promise.all([shipping(scene, packed), restoring(scene)]);
	const cancelled = await cancelling(scene);
	await hearing(scene, left, cancelled);
	await arriving(scene);
	await Promise.all([net(scene), againLater(scene, met)]);
}
