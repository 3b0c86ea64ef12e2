import { live as liveOnOutlet } from '../outlet/live';
import { drafts } from './drafts';
import { onUniware } from './onUniware';
import type { UniwareScene } from './scene';
import { connect } from './story/connect';

export async function live(scene: UniwareScene): Promise<() => Promise<void>> {
	await connect(scene);
	return await liveOnOutlet(scene, onUniware, { drafts, shipOne: () => shipOne(scene) });
}

async function shipOne({ site, random }: UniwareScene): Promise<void> {
	const { oms } = site.shop;
	await oms.allocate();
	const { orders } = await oms.state();
	const waiting = orders.find(({ packages }) =>
		packages.some(({ status }) => status === 'CREATED'),
	);
	if (waiting && random() > 0.3) await oms.advance(waiting.code, { to: 'dispatched' });
}
