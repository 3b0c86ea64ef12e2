import { isFields } from '../../channels/fields';
import type { Fields } from '../../channels/fields';
import { Failure } from '../../domain/failure';
import type { FailureKind } from '../../domain/failure';
import type { Answer } from './login';

/** Nothing that the gateway said stands in a message: it may repeat what it was sent. */
export const said = (kind: FailureKind, words: string) => new Failure(kind, `oker: ${words}`);

const checkUrl = 'Check the Base URL in the credential.';

/** What a status means that is no good answer to the credential; null where it is one. */
export function failureOf(statusCode: number): Failure | null {
	if (statusCode === 429)
		return said('rateLimited', 'the gateway is asked too often. Wait a minute.');
	if (statusCode >= 500)
		return said('unavailable', `the gateway answered with status ${statusCode}.`);
	if (statusCode === 401) return refusedUser();
	if (statusCode === 403) {
		return said('unauthorised', 'Oker lets this seller do nothing (status 403). Ask Oker.');
	}
	return statusCode >= 300
		? said('rejected', `the gateway answered with status ${statusCode}. ${checkUrl}`)
		: null;
}

/** The object of a good answer. */
export function bodyIn({ statusCode, body }: Answer): Fields {
	const failure = failureOf(statusCode);
	if (failure !== null) throw failure;
	if (isFields(body)) return body;
	throw said('malformed', `what answered is not a gateway of the Oker contract. ${checkUrl}`);
}

export const refusedUser = () =>
	said(
		'unauthorised',
		'the gateway refused the username or password. Type both again, as the Oker team gave them.',
	);
