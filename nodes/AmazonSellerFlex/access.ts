import { amazonSellerFlex } from '../../channels/amazonSellerFlex/connector';
import { originOf } from '../../credentials/amazonSellerFlex/hosts';
import { sellerOf } from '../../credentials/amazonSellerFlex/sellerOf';
import type { ChannelAccess } from '../shared/channelAccess';

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
