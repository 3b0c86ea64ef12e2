import { uniware } from '../../channels/uniware/connector';
import { baseUrlOf, hostOf } from '../../credentials/uniware/baseUrl';
import { sellerOf } from '../../credentials/uniware/sellerOf';
import type { ChannelAccess } from '../shared/channelAccess';

export const access = {
	connector: uniware,
	label: 'Uniware',
	credential: 'uniwareHubApi',
	origin: baseUrlOf,
	seller: sellerOf,
	quotaKey: (credential) => `uniware ${hostOf(credential)}`,
} satisfies ChannelAccess<typeof uniware>;
