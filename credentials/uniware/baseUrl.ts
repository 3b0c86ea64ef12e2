import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { typedIn } from '../typedIn';

/** What the paths of the connector are added to. */
export const baseUrlOf = (credentials: ICredentialDataDecryptedObject): string =>
	typedIn(credentials, 'baseUrl').replace(/\/+$/, '');

export const hostOf = (credentials: ICredentialDataDecryptedObject): string =>
	URL.parse(baseUrlOf(credentials))?.host ?? '';
