import { shopifySandbox } from '../../sandbox/shopify';
import { pretend } from '../pretend';
import { locations, otherLocation } from './goods';
import { shopifyShopAt } from './shopifyShop';

/** Of the largest plan: the story must not wait for points, which a throttled answer makes it do all the same. */
const bucket = { maximumAvailable: 20_000, restoreRate: 1000 };

/** The pretend Shopify of the seller, listening. */
export function openShopify() {
	const sandbox = shopifySandbox({
		bucket,
		locations: [...locations, otherLocation].map((name) => ({ name })),
		webhookWaitsMs: [2000, 5000, 10_000, 20_000, 40_000, 80_000, 120_000, 240_000],
	});
	const { shop, clientId, clientSecret, accessToken } = sandbox.credential;
	return pretend({
		channel: 'shopify',
		folders: ['shopify', 'theIconicToShopify'],
		telling: 'send-orders',
		later: 'receive-notices',
		sandbox,
		shopAt: shopifyShopAt,
		credential: (url) => ({
			type: 'shopifyHubApi',
			data: {
				shopDomain: shop,
				signInWith: 'clientCredentials',
				clientId,
				clientSecret,
				apiUrl: url,
			},
		}),
		secrets: () => ({
			'client secret': [clientSecret],
			'access token': [accessToken, ...sandbox.issuedTokens()],
		}),
	});
}
