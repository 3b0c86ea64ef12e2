import { live as liveOnOutlet } from '../outlet/live';
import { drafts } from './drafts';
import { onOmniful } from './onOmniful';
import type { OmnifulScene } from './scene';
import { connect } from './story/connect';

/** Omniful ships, and tells so. */
export async function live(scene: OmnifulScene): Promise<() => Promise<void>> {
	await connect(scene);
	const goesOn = await liveOnOutlet(scene, onOmniful, { drafts, shipOne: () => shipOne(scene) });
	await scene.site.partner?.publish('receive-notices');
	return goesOn;
}

async function shipOne({ site, random }: OmnifulScene): Promise<void> {
	const { oms } = site.shop;
	const { orders } = await oms.state();
	const waiting = orders.find(({ status }) => status === 'new_order');
	if (waiting && random() > 0.3) await oms.advance(waiting.id, { to: 'shipped' });
}
