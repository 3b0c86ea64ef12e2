import { drafts } from './drafts';
import { arrivingSku } from './goods';
import type { BoutiqueScene } from './scene';
import { connect } from './story/connect';

/** Customers order now and then, and what they order may have to wait for somebody. */
export async function live(scene: BoutiqueScene): Promise<() => Promise<void>> {
	const { site, random } = scene;
	await connect(scene);
	await site.publish('reconcile');
	const kinds = [
		{},
		{ paymentMethod: 'CASH_ON_DELIVERY' },
		{ lines: [{ sku: arrivingSku, quantity: 1 }] },
	];
	return async () => {
		await site.shop.place(drafts(1, random, kinds[Math.floor(random() * kinds.length)]));
		const held = scene.books().orders.filter(({ status }) => status === 'on_hold');
		scene.say(`${held.length} orders on hold`);
	};
}
