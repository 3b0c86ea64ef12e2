import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { typedIn } from '../typedIn';

/** What the connector has to know of the credential beside its secrets. */
export const sellerOf = (
	credentials: ICredentialDataDecryptedObject,
): Readonly<Record<'account' | 'hub' | 'hasTenant', string>> => ({
	account: typedIn(credentials, 'clientId'),
	hub: typedIn(credentials, 'defaultHub'),
	hasTenant: String(credentials.useTenant === true),
});
