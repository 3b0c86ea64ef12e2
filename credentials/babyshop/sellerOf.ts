import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { refused } from '../../domain/failure';
import { typedIn } from '../typedIn';
import { hostOf } from './baseUrl';
import { signedInAs } from './signedInAs';

/** What the connector has to know of the credential beside its secrets; `account` is empty before the first sign-in. */
export const sellerOf = (
	credentials: ICredentialDataDecryptedObject,
): Readonly<Record<'account' | 'timeZone' | 'inventoryKey' | 'callsPerFiveMinutes', string>> => ({
	account: accountOf(credentials),
	timeZone: typedIn(credentials, 'timeZone') || 'Asia/Kolkata',
	inventoryKey: typedIn(credentials, 'inventoryKey') || 'sku',
	callsPerFiveMinutes: callsIn(credentials),
});

/** Whose the key is, while it is that of the entries. */
function accountOf(credentials: ICredentialDataDecryptedObject): string {
	const owner = typedIn(credentials, 'apiOwner');
	const isOfEntries = credentials.signInSecret === signedInAs(credentials);
	return isOfEntries && owner !== '' ? `${owner}@${hostOf(credentials)}` : '';
}

function callsIn(credentials: ICredentialDataDecryptedObject): string {
	const typed = typedIn(credentials, 'callsPerFiveMinutes') || '40';
	if (/^[1-9]\d{0,4}$/.test(typed)) return typed;
	throw refused(
		'babyshop: Calls per Five Minutes in the credential is not a whole number above 0. Enter 40 unless Landmark says otherwise.',
	);
}
