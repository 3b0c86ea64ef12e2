import { shopify } from '../../channels/shopify/connector';
import { baseUrlOf, hostOf } from '../../credentials/shopify/baseUrl';
import { appOf, isTokenTyped } from '../../credentials/shopify/login';
import type { ChannelAccess } from '../shared/channelAccess';

export const access = {
	connector: shopify,
	label: 'Shopify',
	credential: 'shopifyHubApi',
	origin: baseUrlOf,
	// Shopify counts by app and store (reference/shopify.md 4).
	quotaKey: (credential) =>
		`shopify ${hostOf(credential)} ${isTokenTyped(credential) ? 'token' : appOf(credential).clientId}`,
} satisfies ChannelAccess<typeof shopify>;
