import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { typedIn } from '../typedIn';
import { hostOf } from './baseUrl';
import { loginOf } from './login';
import { signedInAs } from './signedInAs';

/** What the connector has to know of the credential beside its secrets; `account` is empty before the first sign-in. */
export const sellerOf = (
	credentials: ICredentialDataDecryptedObject,
): Readonly<Record<'account' | 'callsPerMinute' | 'statusDays' | 'dispatchBy', string>> => ({
	account: accountOf(credentials),
	callsPerMinute: typedIn(credentials, 'callsPerMinute') || '300',
	statusDays: typedIn(credentials, 'statusDays') || '30',
	dispatchBy: typedIn(credentials, 'dispatchBy') || 'shipped',
});

/** Whose the token is, while it is that of the entries. */
function accountOf(credentials: ICredentialDataDecryptedObject): string {
	const isOfEntries = credentials.signInSecret === signedInAs(credentials);
	return isOfEntries ? `${loginOf(credentials).username}@${hostOf(credentials)}` : '';
}
