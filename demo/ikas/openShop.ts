import { ikasSandbox } from '../../sandbox/ikas';
import { pretend, type Pretend } from '../pretend';
import { shopAt, type IkasShop } from './shop';

/** One more merchant of ikas. */
export interface Merchant<Shop extends IkasShop> {
	/** What its workflows and its credential are called. */
	readonly channel: string;
	/** The code of its store, and its name on ikas. */
	readonly storeName: string;
	readonly merchantName: string;
	/** The OMS that ships what it sells, or null where the hub itself does. */
	readonly partner: Pretend | null;
	shopOf(shop: IkasShop): Shop;
}

/** Its pretend ikas, listening; it works by the templates of ikas, once more. */
export function openShop<Shop extends IkasShop>(
	seed: number,
	{ channel, storeName, merchantName, partner, shopOf }: Merchant<Shop>,
): Promise<Pretend<Shop>> {
	const merchant = { id: `merchant-of-${storeName}`, storeName, merchantName };
	const sandbox = ikasSandbox({
		seed,
		merchant: { ...merchant, email: `${merchantName.toLowerCase()}@example.com` },
	});
	const { clientId, clientSecret } = sandbox.credential;
	return pretend({
		channel,
		folders: ['ikas'],
		duplicate: { store: storeName, name: channel },
		sandbox,
		partner,
		shopAt: (url) => shopOf(shopAt(url)),
		credential: (apiUrl) => ({
			type: 'ikasChannelApi',
			data: { storeName, clientId, clientSecret, apiUrl },
		}),
		secrets: () => ({
			'client secret': [clientSecret],
			'access token': sandbox.issuedTokens(),
		}),
	});
}
