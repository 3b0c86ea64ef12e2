import type { OrderState } from '../../sandbox/ikas/types';
import { drafts } from './drafts';
import { saveSettings } from './saveSettings';
import type { IkasScene } from './scene';
import { connect } from './story/connect';

/** Stock goes out, too, and all workflows run; then customers order now and then, and cancel. */
export async function live(scene: IkasScene): Promise<() => Promise<void>> {
	const { site } = scene;
	await connect(scene);
	const settings = { orderSync: true, withUnpaid: true, catalogSync: true, inventorySync: true };
	await saveSettings(site, { ...settings, reason: 'Stock goes out' });
	await site.publish('reconcile');
	let latest: readonly OrderState[] = [];
	return async () => {
		latest = await sell(scene, latest);
		const { counts } = await site.shop.state();
		scene.say(`${counts.orders} orders after ${counts.calls} calls`);
	};
}

async function sell(
	{ site, random }: IkasScene,
	earlier: readonly OrderState[],
): Promise<readonly OrderState[]> {
	const [one] = earlier;
	if (one && random() < 0.2) await site.shop.cancel(one.id);
	return await site.shop.place(drafts(1 + Math.floor(random() * 3), random));
}
