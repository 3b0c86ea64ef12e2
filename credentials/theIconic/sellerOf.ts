import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { typedIn } from '../typedIn';

/** What the connector has to know of the credential beside its secrets. */
export const sellerOf = (
	credentials: ICredentialDataDecryptedObject,
): Readonly<Record<'deliveryType' | 'afterReadyToShip', string>> => ({
	deliveryType: typedIn(credentials, 'deliveryType') || 'automatic',
	afterReadyToShip: typedIn(credentials, 'afterReadyToShip') || 'ship',
});
