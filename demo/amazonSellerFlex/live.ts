import type { AmazonShipmentState } from '../../sandbox/amazonSellerFlex/types';
import { drafts } from './drafts';
import { saveSettings } from './saveSettings';
import type { AmazonScene } from './scene';
import { connect } from './story/connect';

/** Stock goes out, too, and all workflows run; then Amazon hands out orders now and then, and cancels. */
export async function live(scene: AmazonScene): Promise<() => Promise<void>> {
	const { site } = scene;
	await connect(scene);
	await saveSettings(site, { inventorySync: true, reason: 'Stock goes out' });
	await site.publish('reconcile');
	let latest: readonly AmazonShipmentState[] = [];
	return async () => {
		latest = await sell(scene, latest);
		const { counts } = await site.shop.state();
		scene.say(`${counts.shipments} orders after ${counts.calls} calls`);
	};
}

async function sell(
	{ site, random }: AmazonScene,
	earlier: readonly AmazonShipmentState[],
): Promise<readonly AmazonShipmentState[]> {
	const [one] = earlier;
	if (one && random() < 0.2) await site.shop.cancel(one.id);
	return await site.shop.place(drafts(1 + Math.floor(random() * 2), random));
}
