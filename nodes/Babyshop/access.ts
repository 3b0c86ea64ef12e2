import { babyshop } from '../../channels/babyshop/connector';
import { baseUrlOf, hostOf } from '../../credentials/babyshop/baseUrl';
import { loginOf } from '../../credentials/babyshop/login';
import { sellerOf } from '../../credentials/babyshop/sellerOf';
import type { ChannelAccess } from '../shared/channelAccess';

export const access = {
	connector: babyshop,
	label: 'Babyshop',
	credential: 'babyshopChannelApi',
	origin: baseUrlOf,
	seller: sellerOf,
	quotaKey: (credential) => `babyshop ${hostOf(credential)} ${loginOf(credential).username}`,
} satisfies ChannelAccess<typeof babyshop>;
