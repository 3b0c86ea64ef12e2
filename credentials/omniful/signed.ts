import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { refused } from '../../domain/failure';
import { onlyTo } from '../onlyTo';
import { signedInAs } from './families';
import { baseUrlOf, hostOf } from './hosts';

/** The request with the token of its family, which goes to Omniful and nowhere else. */
export function signed(
	options: IHttpRequestOptions,
	credentials: ICredentialDataDecryptedObject,
): IHttpRequestOptions {
	const secret = {
		channel: 'omniful',
		name: 'token',
		baseUrl: baseUrlOf(credentials),
		host: hostOf(credentials),
		isCurrent: credentials.signInSecret === signedInAs(credentials),
	} as const;
	onlyTo(secret, options);
	const token = tokenFor(options, credentials);
	return { ...options, headers: { ...options.headers, Authorization: `Bearer ${token}` } };
}

/** Each family has its own paths (reference/omniful.md 1.1). */
function tokenFor({ url }: IHttpRequestOptions, credentials: ICredentialDataDecryptedObject) {
	if (!url.includes('/v1/tenants/')) return String(credentials.accessToken);
	const token = String(credentials.tenantAccessToken ?? '');
	if (token !== '') return token;
	throw refused(
		'omniful: the tenant is not signed in. Fill in Tenant Credentials in the credential, and test it.',
	);
}
