import type { OrderState } from '../../sandbox/ikas/types';
import { drafts } from './drafts';
import type { OmnifulScene } from './scene';
import { connect } from './story/connect';

/** All workflows run; customers order now and then, and cancel, and Omniful ships and tells so. */
export async function live(scene: OmnifulScene): Promise<() => Promise<void>> {
	const { site } = scene;
	await connect(scene);
	await site.publish('reconcile');
	await site.partner?.publish('receive-notices');
	let latest: readonly OrderState[] = [];
	return async () => {
		latest = await sell(scene, latest);
		await shipOne(scene);
		const { counts } = await site.shop.oms.state();
		scene.say(`${counts.orders} orders in Omniful after ${counts.calls} calls`);
	};
}

async function sell(
	{ site, random }: OmnifulScene,
	earlier: readonly OrderState[],
): Promise<readonly OrderState[]> {
	const [one] = earlier;
	if (one && random() < 0.2) await site.shop.cancel(one.id);
	return await site.shop.place(drafts(1 + Math.floor(random() * 2), random));
}

/** The one that has waited longest. */
async function shipOne({ site, random }: OmnifulScene): Promise<void> {
	const { oms } = site.shop;
	const { orders } = await oms.state();
	const waiting = orders.find(({ status }) => status === 'new_order');
	if (waiting && random() > 0.3) await oms.advance(waiting.id, { to: 'shipped' });
}
