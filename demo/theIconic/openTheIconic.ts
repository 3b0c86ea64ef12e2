import { theIconicSandbox } from '../../sandbox/theIconic';
import { pretend, type Pretend } from '../pretend';
import { openShopify } from './openShopify';
import { shopAt, type IconicShop } from './shop';

/** The pretend Seller Center, listening, and the Shopify that ships what it sells. Documents are made sooner than they may be. */
export async function openTheIconic(seed: number): Promise<Pretend<IconicShop>> {
	const partner = await openShopify();
	const sandbox = theIconicSandbox({ seed, exportMs: 0 });
	const { clientId, clientSecret } = sandbox.credential;
	return await pretend({
		channel: 'theIconic',
		sandbox,
		shopAt: shopAt(partner.shop),
		partner,
		credential: (url) => ({
			type: 'theIconicChannelApi',
			data: {
				environment: 'own',
				apiUrl: url,
				clientId,
				clientSecret,
				deliveryType: 'automatic',
				afterReadyToShip: 'ship',
				allowLinkLocal: false,
			},
		}),
		secrets: () => ({
			'client secret': [clientSecret],
			'access token': sandbox.issuedTokens(),
		}),
	});
}
