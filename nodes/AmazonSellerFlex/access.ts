import { amazonSellerFlex } from '../../channels/amazonSellerFlex/connector';
import type { ChannelAccess } from '../shared/channelAccess';
import { originOf, sellerOf } from '../../credentials/amazonSellerFlexAccount';

export const access = {
	connector: amazonSellerFlex,
	label: 'Amazon Seller Flex',
	credential: 'amazonSellerFlexChannelApi',
	origin: originOf,
	seller: sellerOf,
	/** Amazon counts by app and seller account. */
	quotaKey: (credential) =>
		`amazonSellerFlex ${String(credential.clientId)} ${sellerOf(credential).sellerId}`,
} satisfies ChannelAccess<typeof amazonSellerFlex>;
