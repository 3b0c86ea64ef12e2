import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { refused } from '../../domain/failure';
import { targetOf } from '../guarded';
import { signInFirst } from '../signInFirst';
import { originOf } from './hosts';
import { signedInAs } from './signedInAs';

/** Amazon wants to know who calls, with the version of package.json (reference/amazon-seller-flex.md 3.3). */
const userAgent = 'n8n-nodes-order-hub/0.1.0 (Language=TypeScript; Platform=n8n)';

/** The request with the token, which goes to the API and nowhere else. */
export function signed(
	options: IHttpRequestOptions,
	credentials: ICredentialDataDecryptedObject,
): IHttpRequestOptions {
	const { origin, host } = targetOf(options);
	const own = originOf(credentials);
	if (origin !== URL.parse(own)?.origin) {
		throw refused(
			`amazonSellerFlex: the token is for ${own} only, it is not sent to ${host}. Correct the URL.`,
		);
	}
	if (credentials.signedInAs !== signedInAs(credentials)) throw signInFirst('amazonSellerFlex');
	const headers = {
		...options.headers,
		'x-amz-access-token': String(credentials.accessToken),
		'user-agent': userAgent,
	};
	return { ...options, headers };
}
