import type {
	ICredentialDataDecryptedObject,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';
import { calling } from '../calling';
import { typedIn } from '../typedIn';
import { baseUrlOf } from './baseUrl';

export type Answer = Pick<IN8nHttpFullResponse, 'statusCode' | 'body'>;

/** Sends without a token. Answers every status; throws only `Failure`. */
export type Send = (request: IHttpRequestOptions) => Promise<Answer>;

/** A password is taken as it was typed: it may begin or end with a blank. */
export const loginOf = (credentials: ICredentialDataDecryptedObject) => ({
	username: typedIn(credentials, 'username'),
	password: String(credentials.password ?? ''),
});

const asking = (credentials: ICredentialDataDecryptedObject) => ({
	url: `${baseUrlOf(credentials)}/authToken`,
	headers: { Accept: 'application/json' },
	...calling,
});

export const loginRequest = (credentials: ICredentialDataDecryptedObject): IHttpRequestOptions => ({
	...asking(credentials),
	method: 'POST',
	body: loginOf(credentials),
});

/** The older form, with the password in the query: nothing of this request may stand in a message. */
export const olderLoginRequest = (
	credentials: ICredentialDataDecryptedObject,
): IHttpRequestOptions => ({
	...asking(credentials),
	method: 'GET',
	qs: loginOf(credentials),
});
