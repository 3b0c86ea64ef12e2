import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { Failure, refused } from '../../domain/failure';
import { targetOf } from '../guarded';
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
	if (credentials.signInSecret !== signedInAs(credentials)) throw signInFirst();
	return {
		...options,
		headers: { ...options.headers, ApiKey: String(credentials.accessToken) },
	};
}

/** Looks as if the panel had refused the key: n8n then signs in anew and asks again, and nothing has been sent. */
export const signInFirst = () =>
	Object.assign(
		new Failure(
			'unauthorised',
			'babyshop: the credential has changed since it signed in. Test it once.',
		),
		{ response: { status: 401 } },
	);
