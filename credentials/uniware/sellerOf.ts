import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { typedIn } from '../typedIn';
import { hostOf } from './baseUrl';

/** What the connector has to know of the credential beside its secrets. */
export const sellerOf = (
	credentials: ICredentialDataDecryptedObject,
): Readonly<Record<'account' | 'facility' | 'channel' | 'isShippedByMarketplace', string>> => ({
	account: hostOf(credentials),
	facility: typedIn(credentials, 'facility'),
	channel: typedIn(credentials, 'channelCode'),
	isShippedByMarketplace: String(credentials.marketplaceShips === true),
});
