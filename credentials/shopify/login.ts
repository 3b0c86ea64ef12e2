import type {
	ICredentialDataDecryptedObject,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';
import { calling } from '../calling';
import { typedIn } from '../typedIn';
import { baseUrlOf } from './baseUrl';

export type Answer = Pick<IN8nHttpFullResponse, 'statusCode' | 'body' | 'headers'>;

/** Sends as it is. Answers every status; throws only `Failure`. */
export type Send = (request: IHttpRequestOptions) => Promise<Answer>;

/** Whether the token was made in the store's admin once, and is not asked for (reference/shopify.md 2). */
export const isTokenTyped = ({ signInWith }: ICredentialDataDecryptedObject): boolean =>
	signInWith === 'adminToken';

export const appOf = (credentials: ICredentialDataDecryptedObject) => ({
	clientId: typedIn(credentials, 'clientId'),
	clientSecret: typedIn(credentials, 'clientSecret'),
});

/** A token lasts a day, and there is none to renew it with (reference/shopify.md 2). */
export function loginRequest(credentials: ICredentialDataDecryptedObject): IHttpRequestOptions {
	const { clientId, clientSecret } = appOf(credentials);
	return {
		method: 'POST',
		url: `${baseUrlOf(credentials)}/admin/oauth/access_token`,
		headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
		body: {
			client_id: clientId,
			client_secret: clientSecret,
			grant_type: 'client_credentials',
		},
		...calling,
	};
}
