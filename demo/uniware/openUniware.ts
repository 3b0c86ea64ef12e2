import { uniwareSandbox } from '../../sandbox/uniware';
import { openOutlet, type OutletShop } from '../outlet/openOutlet';
import { pretend, type Pretend } from '../pretend';
import { facilities } from './goods';
import { uniwareShopAt, type UniwareShop } from './uniwareShop';

const dayMs = 24 * 60 * 60_000;

/** The pretend Uniware, listening, and the shop whose orders it ships. Facilities are allocated when the story says so. */
export async function openUniware(seed: number): Promise<Pretend<OutletShop<UniwareShop>>> {
	const sandbox = uniwareSandbox({ seed, facilities, allocateMs: dayMs });
	const { username, password } = sandbox.credential;
	const partner = await pretend({
		channel: 'uniware',
		telling: 'send-orders',
		later: 'settings',
		sandbox,
		shopAt: uniwareShopAt,
		credential: (url) => ({
			type: 'uniwareHubApi',
			data: {
				baseUrl: url,
				username,
				password,
				facility: facilities[0]?.code,
				channelCode: 'ORDER_HUB',
				marketplaceShips: false,
			},
		}),
		secrets: () => ({
			password: [password],
			token: sandbox.issuedTokens(),
		}),
	});
	return await openOutlet(seed, partner);
}
