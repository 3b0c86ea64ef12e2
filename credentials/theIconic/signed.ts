import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { onlyTo } from '../onlyTo';
import { hostOf, originOf } from './hosts';
import { signedInAs } from './signedInAs';

/** The request with the token, which goes to the API and nowhere else. */
export function signed(
	options: IHttpRequestOptions,
	credentials: ICredentialDataDecryptedObject,
): IHttpRequestOptions {
	const secret = {
		channel: 'theIconic',
		name: 'token',
		baseUrl: originOf(credentials),
		host: hostOf(credentials),
		isCurrent: credentials.signedInAs === signedInAs(credentials),
	} as const;
	onlyTo(secret, options);
	return {
		...options,
		headers: { ...options.headers, Authorization: `Bearer ${String(credentials.accessToken)}` },
	};
}
