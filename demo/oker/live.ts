import type { OkerOrderState } from '../../sandbox/oker/stateTypes';
import { drafts } from './drafts';
import { saveSettings } from './saveSettings';
import type { OkerScene } from './scene';
import { connect } from './story/connect';

/** Stock goes out, too, and all workflows run; then customers order now and then, and cancel. */
export async function live(scene: OkerScene): Promise<() => Promise<void>> {
	const { site } = scene;
	await connect(scene);
	await saveSettings(site, { inventorySync: true, reason: 'Stock goes out' });
	await site.publish('reconcile');
	let latest: readonly OkerOrderState[] = [];
	return async () => {
		latest = await sell(scene, latest);
		const { counts } = await site.shop.state();
		scene.say(`${counts.orders} orders after ${counts.calls} calls`);
	};
}

async function sell(
	{ site, random }: OkerScene,
	earlier: readonly OkerOrderState[],
): Promise<readonly OkerOrderState[]> {
	const [one] = earlier;
	if (one && random() < 0.2) await site.shop.cancel(one.id);
	return await site.shop.place(drafts(1 + Math.floor(random() * 2), random));
}
