import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { refused } from '../../domain/failure';
import { targetOf } from '../guarded';
import { signInFirst } from '../signInFirst';
import { hostOf, originOf } from './hosts';
import { signedInAs } from './signedInAs';

/** The request with the token, which goes to the API and nowhere else. */
export function signed(
	options: IHttpRequestOptions,
	credentials: ICredentialDataDecryptedObject,
): IHttpRequestOptions {
	const { origin, host } = targetOf(options);
	if (origin !== URL.parse(originOf(credentials))?.origin) {
		throw refused(
			`theIconic: the token is for ${hostOf(credentials)} only, it is not sent to ${host}. Correct the URL.`,
		);
	}
	if (credentials.signedInAs !== signedInAs(credentials)) throw signInFirst('theIconic');
	const headers = {
		...options.headers,
		Authorization: `Bearer ${String(credentials.accessToken)}`,
	};
	return { ...options, headers };
}
