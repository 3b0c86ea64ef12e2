import { createHash } from 'node:crypto';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { typedIn } from '../typedIn';

const entries = ['environment', 'apiUrl', 'loginUrl', 'clientId', 'clientSecret'];

/** Which entries of the credential a token was got with. n8n keeps the token when a person changes them. */
export const signedInAs = (credentials: ICredentialDataDecryptedObject): string =>
	createHash('sha256')
		.update(JSON.stringify(entries.map((field) => typedIn(credentials, field))))
		.digest('base64url');
