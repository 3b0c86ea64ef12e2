import { createHash } from 'node:crypto';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { typedIn } from '../typedIn';
import { baseUrlOf } from './baseUrl';
import { appOf, isTokenTyped } from './login';

/** Which entries of the credential a token was got with. n8n keeps the token when a person changes them. */
export function signedInAs(credentials: ICredentialDataDecryptedObject): string {
	const { clientId, clientSecret } = appOf(credentials);
	const secrets = isTokenTyped(credentials)
		? [typedIn(credentials, 'adminToken')]
		: [clientId, clientSecret];
	const entries = [baseUrlOf(credentials), ...secrets];
	return createHash('sha256').update(JSON.stringify(entries)).digest('base64url');
}
