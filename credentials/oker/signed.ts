import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { onlyTo } from '../onlyTo';
import { baseUrlOf, hostOf } from './baseUrl';
import { signedInAs } from './signedInAs';

/** The request with the token, which goes to the gateway and nowhere else. */
export function signed(
	options: IHttpRequestOptions,
	credentials: ICredentialDataDecryptedObject,
): IHttpRequestOptions {
	const secret = {
		channel: 'oker',
		name: 'token',
		baseUrl: baseUrlOf(credentials),
		host: hostOf(credentials),
		isCurrent: credentials.signInSecret === signedInAs(credentials),
	} as const;
	onlyTo(secret, options);
	return {
		...options,
		headers: { ...options.headers, apiKey: String(credentials.accessToken) },
	};
}
