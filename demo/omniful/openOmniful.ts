import { omnifulSandbox } from '../../sandbox/omniful';
import { openOutlet, type OutletShop } from '../outlet/openOutlet';
import { pretend, type Pretend } from '../pretend';
import { omnifulHubs } from './goods';
import { omnifulShopAt, type OmnifulShop } from './omnifulShop';

/** The pretend Omniful, listening, and the shop whose orders it ships. It takes 60 calls a minute, as Omniful does. */
export async function openOmniful(seed: number): Promise<Pretend<OutletShop<OmnifulShop>>> {
	const sandbox = omnifulSandbox({ hubs: omnifulHubs });
	const { credential: seller, tenantCredential: tenant, webhookSecret } = sandbox;
	const partner = await pretend({
		channel: 'omniful',
		telling: 'send-orders',
		later: 'receive-notices',
		sandbox,
		shopAt: omnifulShopAt,
		credential: (apiUrl) => ({
			type: 'omnifulHubApi',
			data: {
				environment: 'own',
				apiUrl,
				...seller,
				defaultHub: '',
				webhookSecret,
				useTenant: true,
				tenantClientId: tenant.clientId,
				tenantClientSecret: tenant.clientSecret,
				tenantRefreshToken: tenant.refreshToken,
			},
		}),
		secrets: () => ({
			'client secrets': [seller.clientSecret, tenant.clientSecret],
			'webhook secret': [webhookSecret],
			tokens: sandbox.issuedTokens(),
		}),
	});
	return await openOutlet(seed, partner);
}
