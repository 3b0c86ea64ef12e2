import type {
	ICredentialDataDecryptedObject,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';
import { calling } from '../calling';
import { typedIn } from '../typedIn';
import { baseUrlOf } from './baseUrl';

export type Answer = Pick<IN8nHttpFullResponse, 'statusCode' | 'body'>;

/** Sends without a key. Answers every status; throws only `Failure`. */
export type Send = (request: IHttpRequestOptions) => Promise<Answer>;

/** A password is taken as it was typed: it may begin or end with a blank. */
export const loginOf = (credentials: ICredentialDataDecryptedObject) => ({
	username: typedIn(credentials, 'username'),
	password: String(credentials.password ?? ''),
});

/** The password travels in the query: nothing of this request may stand in a message (reference/babyshop-vinculum.md 3). */
export const loginRequest = (credentials: ICredentialDataDecryptedObject): IHttpRequestOptions => ({
	method: 'GET',
	url: `${baseUrlOf(credentials)}/authToken`,
	qs: loginOf(credentials),
	headers: { Accept: 'application/json' },
	...calling,
});
