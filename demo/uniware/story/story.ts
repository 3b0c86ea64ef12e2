import { ending } from '../../outlet/story/ending';
import { masterStays } from '../../outlet/story/masterStays';
import { goods } from '../goods';
import type { UniwareScene } from '../scene';
import { arrived } from './arriving';
import { cancelling } from './cancelling';
import { changedAfter, changedBefore } from './changes';
import { connect } from './connect';
import { firstOrders, mapped } from './firstOrders';
import { shipping } from './shipping';
import { idle, shown, stockOut } from './stockOut';
import { storm } from './storm';
import { telling } from './telling';

/** The whole path of an order from a shop into Uniware and of its packages back, each turn of it watched until it has come out right. */
export async function story(scene: UniwareScene): Promise<void> {
	const { site } = scene;
	await connect(scene);
	const unmapped = await firstOrders(scene);
	await masterStays(scene, goods);
	await changedBefore(scene);
	const changed = await changedAfter(scene);
	await mapped(scene, unmapped);
	// The first kill meets all stories, and what it leaves behind ends for all of them at once.
	await site.meeting.everybody();
	await storm(scene);
	const shipped = await shipping(scene);
	await telling(scene, shipped);
	await arrived(scene, shipped);
	await cancelling(scene);
	await ending(scene, changed.edited, { stockOut, idle, shown });
}
