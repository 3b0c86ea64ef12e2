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

/** The client is the same for everybody (reference/uniware-oker.md 1.2). */
const fieldsOf = (credentials: ICredentialDataDecryptedObject) => ({
	grant_type: 'password',
	client_id: 'my-trusted-client',
	...loginOf(credentials),
});

const url = (credentials: ICredentialDataDecryptedObject) =>
	`${baseUrlOf(credentials)}/oauth/token`;

/** As a form, so that the password stands in no log of addresses. */
export const formRequest = (credentials: ICredentialDataDecryptedObject): IHttpRequestOptions => ({
	method: 'POST',
	url: url(credentials),
	headers: { Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded' },
	body: new URLSearchParams(fieldsOf(credentials)).toString(),
	...calling,
});

/** As documented: the password travels in the query, so nothing of this request may stand in a message. */
export const queryRequest = (credentials: ICredentialDataDecryptedObject): IHttpRequestOptions => ({
	method: 'GET',
	url: url(credentials),
	qs: fieldsOf(credentials),
	headers: { Accept: 'application/json' },
	...calling,
});
