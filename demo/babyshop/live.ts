import type { BabyshopOrderState } from '../../sandbox/babyshop/stateTypes';
import { drafts } from './drafts';
import { saveSettings } from './saveSettings';
import type { BabyshopScene } from './scene';
import { connect } from './story/connect';

/** Stock goes out, too, and all workflows run; then customers order now and then, and cancel. */
export async function live(scene: BabyshopScene): Promise<() => Promise<void>> {
	const { site } = scene;
	await connect(scene);
	await saveSettings(site, { inventorySync: true, reason: 'Stock goes out' });
	await site.publish('reconcile');
	let latest: readonly BabyshopOrderState[] = [];
	return async () => {
		latest = await sell(scene, latest);
		const { counts } = await site.shop.state();
		scene.say(`${counts.orders} orders after ${counts.calls} calls`);
	};
}

async function sell(
	{ site, random }: BabyshopScene,
	earlier: readonly BabyshopOrderState[],
): Promise<readonly BabyshopOrderState[]> {
	const [one] = earlier;
	if (one && random() < 0.2) await site.shop.cancel(one.id);
	return await site.shop.place(drafts(1 + Math.floor(random() * 2), random));
}
