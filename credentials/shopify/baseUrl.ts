import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { typedIn } from '../typedIn';
import { shopOf } from './shopDomain';

/** What the paths of the connector are added to: the shop's own host, or the server that somebody named in its place. */
export const baseUrlOf = (credentials: ICredentialDataDecryptedObject): string =>
	typedIn(credentials, 'apiUrl').replace(/\/+$/, '') || `https://${shopOf(credentials)}`;

export const hostOf = (credentials: ICredentialDataDecryptedObject): string =>
	URL.parse(baseUrlOf(credentials))?.host ?? '';
