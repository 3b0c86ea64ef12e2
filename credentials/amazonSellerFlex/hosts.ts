import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { endpointOf, marketplaceOf } from '../../channels/amazonSellerFlex/marketplaces';
import { typedIn } from '../typedIn';

/** Scheme and host of the API that the credential is for: the marketplace says which region's. */
export function originOf(credentials: ICredentialDataDecryptedObject): string {
	const { environment } = credentials;
	if (environment === 'own') return address(typedIn(credentials, 'apiUrl'));
	return endpointOf(marketplaceOf(typedIn(credentials, 'marketplace')), environment === 'sandbox');
}

/** Where tokens are given out: one host for all regions, and for Amazon's sandbox too (reference/amazon-seller-flex.md 3.2). */
export function loginUrlOf(credentials: ICredentialDataDecryptedObject): string {
	const isOwn = credentials.environment === 'own';
	const typed = typedIn(credentials, 'loginUrl') || typedIn(credentials, 'apiUrl');
	return `${isOwn ? address(typed) : 'https://api.amazon.com'}/auth/o2/token`;
}

const address = (typed: string) => typed.replace(/\/+$/, '');
