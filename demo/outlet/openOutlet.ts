import { ikasSandbox } from '../../sandbox/ikas';
import { shopAt, type IkasShop } from '../ikas/shop';
import { pretend, type Pretend } from '../pretend';
import type { DemoShop } from '../shop';

/** A shop, and the OMS that ships what it sells. */
export interface OutletShop<Oms extends DemoShop> extends IkasShop {
	readonly oms: Oms;
}

/** A second ikas shop, of a merchant of its own: whatever it sells, the OMS ships. */
export function openOutlet<Oms extends DemoShop>(
	seed: number,
	partner: Pretend<Oms>,
): Promise<Pretend<OutletShop<Oms>>> {
	const channel = `${partner.channel}Outlet`;
	const storeName = `${partner.channel}-outlet`;
	const sandbox = ikasSandbox({
		seed,
		merchant: {
			id: `merchant-of-${storeName}`,
			storeName,
			merchantName: 'Outlet',
			email: 'outlet@example.com',
		},
	});
	const { clientId, clientSecret } = sandbox.credential;
	return pretend({
		channel,
		folders: ['ikas'],
		duplicate: { store: storeName, name: channel },
		sandbox,
		partner,
		shopAt: (url) => ({ ...shopAt(url), oms: partner.shop }),
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
