import { omniful } from '../../channels/omniful/connector';
import { baseUrlOf, hostOf } from '../../credentials/omniful/hosts';
import { sellerOf } from '../../credentials/omniful/sellerOf';
import type { ChannelAccess } from '../shared/channelAccess';

export const access = {
	connector: omniful,
	label: 'Omniful',
	credential: 'omnifulHubApi',
	origin: baseUrlOf,
	seller: sellerOf,
	// A sign-in takes 10 s at most: until then nobody else uses the refresh token.
	signIn: { name: 'sign-in', calls: 1, perMs: 10_000 },
	quotaKey: (credential) => `omniful ${hostOf(credential)} ${sellerOf(credential).account}`,
} satisfies ChannelAccess<typeof omniful>;
