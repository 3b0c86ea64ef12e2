import type {
	ICredentialDataDecryptedObject,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';
import { isFields } from '../../channels/fields';
import { Failure, refused } from '../../domain/failure';
import type { FailureKind } from '../../domain/failure';
import { calling } from '../calling';
import { typedIn } from '../typedIn';

export type Answer = Pick<IN8nHttpFullResponse, 'statusCode' | 'body'>;

/** Sends without a token. Answers every status; what it throws holds the whole request, with what is secret in it. */
export type Send = (request: IHttpRequestOptions) => Promise<Answer>;

export interface App {
	readonly clientId: string;
	readonly clientSecret: string;
}

export function appOf(credentials: ICredentialDataDecryptedObject): App {
	const [clientId, clientSecret] = [
		typedIn(credentials, 'clientId'),
		typedIn(credentials, 'clientSecret'),
	];
	if (clientId !== '' && clientSecret !== '') return { clientId, clientSecret };
	throw refused(
		'theIconic: the credential lacks the client ID or the client secret. Fill in both.',
	);
}

/** A token from one address. It lasts an hour, and nothing renews it but another one (reference/the-iconic-sellercenter.md 3). */
export const tokenFrom = async (send: Send, url: string, app: App): Promise<string> =>
	tokenIn(await send(request(url, app)).then(undefined, unanswered(url)), URL.parse(url)?.host);

const request = (url: string, { clientId, clientSecret }: App): IHttpRequestOptions => ({
	method: 'POST',
	url,
	headers: {
		Authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
		Accept: 'application/json',
		'Content-Type': 'application/x-www-form-urlencoded',
	},
	body: 'grant_type=client_credentials',
	...calling,
});

/** Of what the guard refuses the words stay; of the rest only who did not answer. */
export const unanswered = (url: string) => (thrown: unknown) =>
	Promise.reject(
		thrown instanceof Failure
			? thrown
			: said('unavailable', `${URL.parse(url)?.host ?? 'the URL'} did not answer.`),
	);

/** Nothing that was answered stands in a message: it may repeat what was sent. */
function tokenIn({ statusCode, body }: Answer, host = 'the URL'): string {
	if (statusCode === 429) {
		throw said('rateLimited', `${host} is asked for tokens too often. Wait a minute.`, 60_000);
	}
	if (statusCode >= 500) {
		throw said('unavailable', `${host} answered the sign-in with status ${statusCode}.`);
	}
	if ([400, 401, 403].includes(statusCode)) throw said('unauthorised', refusal);
	if (statusCode >= 300) {
		throw said('rejected', `${host} gives out no tokens (status ${statusCode}). ${whatToCheck}`);
	}
	const token = isFields(body) ? body.access_token : undefined;
	if (typeof token === 'string' && token !== '') return token;
	throw said('malformed', `the sign-in at ${host} gave no access_token. ${whatToCheck}`);
}

const refusal =
	'refused the client ID or secret. Copy both again from Seller Center, Settings > Integration Management > OAuth Applications. Live and pre-production have applications of their own.';

const whatToCheck = 'Check the environment in the credential.';

export const said = (kind: FailureKind, words: string, waitMs?: number) =>
	new Failure(kind, `theIconic: ${words}`, waitMs);
