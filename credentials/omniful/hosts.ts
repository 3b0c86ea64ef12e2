import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { typedIn } from '../typedIn';

/** By environment (reference/omniful.md 1.1). */
const urls: Readonly<Record<string, string>> = {
	production: 'https://prodapi.omniful.com',
	staging: 'https://api.staging.omniful.com',
};

/** What the paths of the connector are added to. */
export const baseUrlOf = (credentials: ICredentialDataDecryptedObject): string =>
	urls[String(credentials.environment)] ?? typedIn(credentials, 'apiUrl').replace(/\/+$/, '');

export const hostOf = (credentials: ICredentialDataDecryptedObject): string =>
	URL.parse(baseUrlOf(credentials))?.host ?? '';
