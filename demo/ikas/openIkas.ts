import { ikasSandbox } from '../../sandbox/ikas';
import { pretend } from '../pretend';
import { shopAt } from './shop';

/** The pretend ikas, listening. */
export function openIkas(seed: number) {
	const sandbox = ikasSandbox({ seed });
	const { clientId, clientSecret } = sandbox.credential;
	const { storeName } = sandbox.state().merchant;
	return pretend({
		channel: 'ikas',
		sandbox,
		shopAt,
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
