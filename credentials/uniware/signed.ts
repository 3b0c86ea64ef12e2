import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { refused } from '../../domain/failure';
import { targetOf } from '../guarded';
import { signInFirst } from '../signInFirst';
import { baseUrlOf, hostOf } from './baseUrl';
import { signedInAs } from './signedInAs';

/** The request with the token, which goes to the tenant and nowhere else. */
export function signed(
	options: IHttpRequestOptions,
	credentials: ICredentialDataDecryptedObject,
): IHttpRequestOptions {
	const { origin, host } = targetOf(options);
	if (origin !== URL.parse(baseUrlOf(credentials))?.origin) {
		throw refused(
			`uniware: the token is for ${hostOf(credentials)} only, it is not sent to ${host}. Correct the URL.`,
		);
	}
	if (credentials.signInSecret !== signedInAs(credentials)) throw signInFirst('uniware');
	return {
		...options,
		headers: { ...options.headers, Authorization: `bearer ${String(credentials.accessToken)}` },
	};
}
