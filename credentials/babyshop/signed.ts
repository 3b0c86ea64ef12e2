import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { onlyTo } from '../onlyTo';
import { baseUrlOf, hostOf } from './baseUrl';
import { signedInAs } from './signedInAs';

/** The request with the key, which goes to the seller panel and nowhere else. */
export function signed(
	options: IHttpRequestOptions,
	credentials: ICredentialDataDecryptedObject,
): IHttpRequestOptions {
	const secret = {
		channel: 'babyshop',
		name: 'key',
		baseUrl: baseUrlOf(credentials),
		host: hostOf(credentials),
		isCurrent: credentials.signInSecret === signedInAs(credentials),
	} as const;
	onlyTo(secret, options);
	return {
		...options,
		headers: { ...options.headers, ApiKey: String(credentials.accessToken) },
	};
}
