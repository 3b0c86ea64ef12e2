import { check } from '../../story/check';
import { until } from '../../until';
import { partnerOf } from '../partnerOf';
import type { IconicScene } from '../scene';

/** From now on Shopify tells n8n at once what it ships: no sync waits for its interval. */
export async function listen(scene: IconicScene): Promise<void> {
	const { shopify } = scene.site.shop;
	scene.say('n8n subscribes to notices of Shopify');
	await partnerOf(scene).site.publish('receive-notices');
	await until('subscriptions', async () => (await shopify.state()).subscriptions.length > 0);
}

/** Every notice of a parcel was taken; one that nobody has signed is not. */
export async function checkNotices({ site, say }: IconicScene): Promise<void> {
	const deliveries = await until('every notice of a parcel to be taken', async () => {
		const all = (await site.shop.shopify.state()).deliveries;
		const ofParcels = all.filter(({ topic }) => topic === 'FULFILLMENTS_CREATE');
		return ofParcels.length > 0 && ofParcels.every(({ isDelivered }) => isDelivered) && ofParcels;
	});
	const [one] = deliveries;
	const forged = await fetch(one?.uri ?? '', {
		method: 'POST',
		headers: {
			'content-type': 'application/json',
			'x-shopify-topic': 'fulfillments/create',
			'x-shopify-shop-domain': 'somebody.example',
			'x-shopify-webhook-id': 'forged',
			'x-shopify-hmac-sha256': 'bm90IHNpZ25lZA==',
		},
		body: '{}',
	});
	check(forged.status === 401, `a notice without a good signature refused, not ${forged.status}`);
	say(`${deliveries.length} parcels were told of by signed notices`);
}
