import { okerSandbox } from '../../sandbox/oker';
import { pretend } from '../pretend';
import { warehouses } from './goods';
import { shopAt } from './shop';

/** More than the story needs: it must not wait for a quota. */
const enough = 1500;

/** How long a courier may take, and then the label: the story lets the time pass when it has seen that they are waited for. */
export const courierMinutes = 30;
/** Short: whatever asks between courier and label asks again after so long, by clocks that do not jump. */
export const labelMinutes = 5;

/** The pretend gateway of the full level, listening. */
export function openOker(seed: number, callsPerMinute = enough) {
	const sandbox = okerSandbox({
		seed,
		warehouses,
		quota: { calls: callsPerMinute, perMs: 60_000 },
		courierMs: courierMinutes * 60_000,
		labelMs: labelMinutes * 60_000,
	});
	const { username, password } = sandbox.credential;
	return pretend({
		channel: 'oker',
		sandbox,
		shopAt,
		credential: (url) => ({
			type: 'okerChannelApi',
			data: {
				baseUrl: `${url}/v1`,
				username,
				password,
				dispatchBy: 'manifest',
				statusDays: 30,
				callsPerMinute,
				allowLinkLocal: false,
			},
		}),
		secrets: () => ({
			password: [password],
			'access token': sandbox.issuedTokens(),
		}),
	});
}
