import type { IconicOrderState } from '../../sandbox/theIconic/stateTypes';
import { drafts } from './drafts';
import type { IconicScene } from './scene';
import { connect } from './story/connect';

/** All workflows run; customers order now and then, and cancel, and Shopify ships. */
export async function live(scene: IconicScene): Promise<() => Promise<void>> {
	const { site } = scene;
	await connect(scene);
	await site.publish('reconcile');
	let latest: readonly IconicOrderState[] = [];
	return async () => {
		latest = await sell(scene, latest);
		await shipOne(scene);
		const { counts } = await site.shop.state();
		scene.say(`${counts.orders} orders after ${counts.calls} calls`);
	};
}

async function sell(
	{ site, random }: IconicScene,
	earlier: readonly IconicOrderState[],
): Promise<readonly IconicOrderState[]> {
	const [one] = earlier;
	if (one && random() < 0.2) await site.shop.cancel(one.id);
	return await site.shop.place(drafts(1 + Math.floor(random() * 2), random));
}

/** The one that has waited longest. */
async function shipOne({ site, random }: IconicScene): Promise<void> {
	const { shopify } = site.shop;
	const { orders } = await shopify.state();
	const open = orders.find(
		({ fulfillmentStatus, cancelledAt }) =>
			fulfillmentStatus === 'UNFULFILLED' && cancelledAt === null,
	);
	if (!open || random() < 0.3) return;
	await shopify.fulfil(open.id, { tracking: { company: 'AusPost', number: `AP${open.name}` } });
}
