import { createHash } from 'node:crypto';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { baseUrlOf } from './baseUrl';
import { loginOf } from './login';

/** Which entries of the credential a token was got with. n8n keeps the token when a person changes them. */
export function signedInAs(credentials: ICredentialDataDecryptedObject): string {
	const { username, password } = loginOf(credentials);
	const entries = [baseUrlOf(credentials), username, password];
	return createHash('sha256').update(JSON.stringify(entries)).digest('base64url');
}
