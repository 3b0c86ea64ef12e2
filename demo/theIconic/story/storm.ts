import type { IconicOrderState } from '../../../sandbox/theIconic/stateTypes';
import type { IconicFaults } from '../../../sandbox/theIconic/types';
import type { ShopifyFaults } from '../../../sandbox/shopify/types';
import { killInFlight, killWhileTelling, slowMs } from '../../kill';
import { check } from '../../story/check';
import { each } from '../../story/each';
import { syncsInWeather } from '../../syncs';
import { allTold } from '../../updates';
import { drafts } from '../drafts';
import { partnerOf } from '../../partnerOf';
import type { IconicScene } from '../scene';

/** All that a busy Seller Center does to its callers, a little of each. */
const weather: IconicFaults = {
	latencyMs: 200,
	rate429: 0.02,
	rate500: 0.03,
	cutOff: 0.03,
	torn: 0.03,
	html: 0.03,
	dropBefore: 0.03,
	dropAfter: 0.03,
	lateRows: 0.4,
	duplicateRows: 0.2,
};

/** And a busy Shopify: an order may be made although the answer says otherwise, or nothing. */
const omsWeather: ShopifyFaults = {
	rate500: 0.05,
	dropBefore: 0.05,
	dropAfter: 0.15,
	cutOff: 0.05,
	throttled: 0.1,
	internal: 0.1,
};

const seedFrom = ({ random }: IconicScene) => Math.floor(random() * 2 ** 31);

/** Where the calls stood before the storm, on either side. */
export interface Before {
	readonly iconic: number;
	readonly shopify: number;
	/** While nobody could hear of it. */
	readonly edited: readonly IconicOrderState[];
}

/**
 * Customers order, edit and cancel, Shopify has shipped some, and n8n is killed while it reads both, before anything gets
 * through.
 */
export async function storm(scene: IconicScene): Promise<Before> {
	const { site, random, say } = scene;
	const { shop } = site;
	say('storm: late rows, answers cut off; n8n is killed while it reads orders and fulfilments');
	const before = { iconic: await shop.lastCall(), shopify: await shop.shopify.lastCall() };
	await shop.faults({ lateRows: 0.4, seed: seedFrom(scene) });
	const placed = await shop.place(drafts(26, random));
	const edited = placed.slice(0, 4);
	await each(edited, ({ id }) => shop.edit(id, { shipping: { city: 'Enmore' } }));
	await each(placed.slice(4, 8), ({ id }) => shop.cancel(id));
	// Until the kill has met it, so that no sync gets through before.
	await shop.faults({ cutOff: 1, only: 'getOrders', latencyMs: slowMs });
	await shop.shopify.faults({ rate500: 1, only: 'orders', latencyMs: slowMs });
	await Promise.all([killInFlight(scene), killInFlight(partnerOf(scene), 'fulfilments')]);
	await shop.shopify.faults({});
	return { ...before, edited };
}

/** All comes in while both misbehave; then n8n is killed between the making of orders on Shopify and their record. */
export async function stormyWeather(scene: IconicScene, before: Before): Promise<void> {
	const { site, say } = scene;
	const { shop } = site;
	const partner = partnerOf(scene);
	say('storm: the tokens have ended, and a little of everything; orders go to a slow Shopify');
	await shop.faults({ ...weather, seed: seedFrom(scene) });
	await shop.expireTokens();
	await shop.shopify.expireTokens();
	await shop.shopify.faults({ only: 'orderCreate', latencyMs: 2 * slowMs });
	// Nobody can do anything while the kill is aimed, so what takes long in this weather comes before, and waits.
	await partner.site.unpublish('send-orders');
	await shop.place(drafts(6, scene.random));
	await syncsInWeather(scene, () => shop.faults({}), 'orders');
	await killWhileTelling(partner, 'orderCreate', () => partner.site.publish('send-orders'));
	await shop.shopify.faults({
		...omsWeather,
		only: ['orderCreate', 'order'],
		seed: seedFrom(scene),
	});
	await allTold(partner);
	await shop.shopify.faults({});
	await checkWeather(scene, before);
}

/** A storm that nobody met would prove nothing. */
async function checkWeather({ site, say }: IconicScene, before: Before): Promise<void> {
	const { shop } = site;
	const calls = await shop.calls(before.iconic);
	const met = calls.flatMap(({ fault }) => fault ?? []);
	check(met.includes('cutOff'), 'an answer cut off to have been met');
	const onShopify = await shop.shopify.calls(before.shopify);
	const metThere = onShopify.flatMap(({ fault, code }) => fault ?? code ?? []);
	check(metThere.includes('rate500'), 'a failure of Shopify to have been met');
	const { orders } = await shop.state();
	const late = orders.filter(({ history }) => history.some(({ at, visibleAt }) => visibleAt > at));
	check(late.length > 0, 'orders that showed late');
	say(`${late.length} orders changed late; The Iconic did ${met.join(', ')}`);
	say(`Shopify did ${metThere.join(', ')}`);
}
