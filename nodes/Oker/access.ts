import { oker } from '../../channels/oker/connector';
import { baseUrlOf, hostOf } from '../../credentials/oker/baseUrl';
import { loginOf } from '../../credentials/oker/login';
import { sellerOf } from '../../credentials/oker/sellerOf';
import type { ChannelAccess } from '../shared/channelAccess';

export const access = {
	connector: oker,
	label: 'Oker',
	credential: 'okerChannelApi',
	origin: baseUrlOf,
	seller: sellerOf,
	quotaKey: (credential) => `oker ${hostOf(credential)} ${loginOf(credential).username}`,
} satisfies ChannelAccess<typeof oker>;
