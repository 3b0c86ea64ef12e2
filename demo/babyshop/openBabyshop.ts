import { babyshopSandbox } from '../../sandbox/babyshop';
import { pretend } from '../pretend';
import { shopAt } from './shop';

/** Not that of the API in general: a store whose zone were left as it is would read every order an hour and a half too early. */
const timeZone = 'Asia/Dubai';

/** More than the story needs: it must not wait for a quota. */
const enough = 1500;

/** The pretend Seller Panel, listening. Couriers and moderators are quicker than they may be. */
export function openBabyshop(seed: number, callsPerFiveMinutes = enough) {
	const sandbox = babyshopSandbox({
		seed,
		timeZone,
		quota: { calls: callsPerFiveMinutes, perMs: 300_000 },
		awbMs: 300_000,
		moderationMs: 15_000,
	});
	const { username, password } = sandbox.credential;
	return pretend({
		channel: 'babyshop',
		sandbox,
		shopAt,
		credential: (url) => ({
			type: 'babyshopChannelApi',
			data: {
				baseUrl: `${url}/RestWS/api/sellerPanel/v3`,
				username,
				password,
				timeZone,
				inventoryKey: 'sku',
				callsPerFiveMinutes,
				allowLinkLocal: false,
			},
		}),
		secrets: () => ({
			password: [password],
			'API key': sandbox.issuedTokens(),
		}),
	});
}
