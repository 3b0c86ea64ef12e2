import { ikas } from '../../channels/ikas/connector';
import { storeNameOf } from '../../credentials/storeNameOf';
import type { ChannelAccess } from '../shared/channelAccess';

export const access = {
	connector: ikas,
	label: 'ikas',
	credential: 'ikasChannelApi',
	origin: ({ apiUrl }) => String(apiUrl).replace(/\/+$/, ''),
	quotaKey: ({ storeName }) => `ikas ${storeNameOf(String(storeName))}`,
} satisfies ChannelAccess<typeof ikas>;
