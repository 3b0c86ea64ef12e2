import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { refused } from '../../domain/failure';
import { targetOf } from '../guarded';
import { signInFirst } from '../signInFirst';
import { hostOf, baseUrlOf } from './baseUrl';
import { signedInAs } from './signedInAs';

/** The request with the key, which goes to the seller panel and nowhere else. */
export function signed(
	options: IHttpRequestOptions,
	credentials: ICredentialDataDecryptedObject,
): IHttpRequestOptions {
	const { origin, host } = targetOf(options);
	if (origin !== URL.parse(baseUrlOf(credentials))?.origin) {
		throw refused(
			`babyshop: the key is for ${hostOf(credentials)} only, it is not sent to ${host}. Correct the URL.`,
		);
	}
	if (credentials.signInSecret !== signedInAs(credentials)) throw signInFirst('babyshop');
	return {
		...options,
		headers: { ...options.headers, ApiKey: String(credentials.accessToken) },
	};
}
