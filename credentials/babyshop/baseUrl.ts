import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { typedIn } from '../typedIn';

/** Where the seller panel of Landmark is likely to answer: a guess, so it can be changed (reference/babyshop-vinculum.md 2). */
export const usualBaseUrl = 'https://landmarkgroup.vinsupplier.com/RestWS/api/sellerPanel/v3';

/** What the paths of the connector are added to. */
export const baseUrlOf = (credentials: ICredentialDataDecryptedObject): string =>
	typedIn(credentials, 'baseUrl').replace(/\/+$/, '');

export const hostOf = (credentials: ICredentialDataDecryptedObject): string =>
	URL.parse(baseUrlOf(credentials))?.host ?? '';
