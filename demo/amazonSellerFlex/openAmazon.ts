import { amazonSandbox } from '../../sandbox/amazonSellerFlex';
import { pretend } from '../pretend';
import { shopAt } from './shop';

/** The pretend Amazon, listening: Login with Amazon, the Selling Partner API and its documents on one port. */
export function openAmazon(seed: number) {
	const sandbox = amazonSandbox({ seed, takesInvoices: true });
	const { marketplace, sellerId, clientId, clientSecret, refreshToken } = sandbox.credential;
	return pretend({
		channel: 'amazonSellerFlex',
		sandbox,
		shopAt,
		credential: (url) => ({
			type: 'amazonSellerFlexChannelApi',
			data: {
				marketplace,
				sellerId,
				clientId,
				clientSecret,
				authorisation: 'refreshToken',
				refreshToken,
				environment: 'own',
				apiUrl: url,
				loginUrl: url,
				allowLinkLocal: false,
			},
		}),
		secrets: () => ({
			'client secret': [clientSecret],
			'refresh token': [refreshToken],
			'access token': sandbox.issuedTokens(),
		}),
	});
}
