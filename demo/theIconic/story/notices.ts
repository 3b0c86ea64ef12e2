import { check } from '../../story/check';
import { answerOf } from '../../posting';
import { until } from '../../until';
import { partnerOf } from '../../partnerOf';
import type { IconicScene } from '../scene';

/** The topic of a parcel that went on. */
const changed = 'FULFILLMENTS_UPDATE';

/** From now on Shopify tells n8n at once what becomes of its parcels: no sync waits for its interval. */
export async function listen(scene: IconicScene): Promise<void> {
	const { shopify } = scene.site.shop;
	scene.say('n8n subscribes to notices of Shopify');
	// Where n8n died at that, it was not seen to subscribe again.
	await scene.site.n8n.undisturbed(async () => {
		await partnerOf(scene).site.publish('receive-notices');
		await until('a subscription to changes of parcels', async () =>
			(await shopify.state()).subscriptions.some(({ topic }) => topic === changed),
		);
	});
}

/** So many parcels have changed: every notice of that is taken. One that nobody has signed is not. */
export async function checkNotices({ site, say }: IconicScene, count: number): Promise<void> {
	const { shopify } = site.shop;
	const sent = async () => (await shopify.state()).deliveries;
	const deliveries = await until(
		`${count} notices to be taken`,
		async () => {
			const taken = (await sent()).filter(({ isDelivered }) => isDelivered);
			return taken.length >= count && taken;
		},
		{ seconds: 600, seen: sent },
	);
	const [one] = deliveries;
	const forged = await answerOf(one?.uri ?? '', {
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
	say(`${deliveries.length} signed notices of parcels were taken`);
}

/** n8n gives the subscriptions up with the workflow. */
export async function listenNoMore(scene: IconicScene): Promise<void> {
	const { shopify } = scene.site.shop;
	await scene.site.n8n.undisturbed(async () => {
		await partnerOf(scene).site.unpublish('receive-notices');
		await until('no subscription', async () => (await shopify.state()).subscriptions.length === 0);
	});
}
