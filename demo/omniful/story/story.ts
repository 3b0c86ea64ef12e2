import { ending } from '../../outlet/story/ending';
import { masterStays } from '../../outlet/story/masterStays';
import { check } from '../../story/check';
import { goods } from '../goods';
import type { OmnifulScene } from '../scene';
import { arrived } from './arriving';
import { cancelling } from './cancelling';
import { changedAfter, changedBefore } from './changes';
import { connect } from './connect';
import { approving, firstOrders, mapped } from './firstOrders';
import { checkNotices, listen, listenNoMore } from './notices';
import { shipping } from './shipping';
import { idle, shown, stockOut } from './stockOut';
import { storm } from './storm';
import { telling } from './telling';

/** The whole path of an order from a shop into Omniful and of its parcel back, each turn of it watched until it has come out right. */
export async function story(scene: OmnifulScene): Promise<void> {
	const { site } = scene;
	// At 60 calls a minute it is there last: nobody waits for it.
	void site.meeting.everybody();
	await connect(scene);
	const unheard = await firstOrders(scene);
	await masterStays(scene, goods);
	await changedBefore(scene);
	const changed = await changedAfter(scene);
	await mapped(scene, unheard);
	await approving(scene);
	await storm(scene);
	const shipped = await shipping(scene);
	await telling(scene, shipped);
	await listen(scene);
	await arrived(scene, shipped);
	await cancelling(scene);
	await checkNotices(scene);
	await listenNoMore(scene);
	await ending(scene, changed.edited, { stockOut, idle, shown });
	await checkPace(scene);
}

/** Omniful takes 60 calls a minute: the hub never asked for more, however many executions there were, and through every kill. */
async function checkPace({ site }: OmnifulScene): Promise<void> {
	const calls = await site.shop.oms.calls();
	const refused = calls.filter(({ status, fault }) => status === 429 && fault === null);
	check(refused.length === 0, `no call to be one too many, not ${refused.length}`);
}
