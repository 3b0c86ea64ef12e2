import { isFields } from '../../channels/fields';
import { Failure } from '../../domain/failure';
import type { FailureKind } from '../../domain/failure';
import type { Answer } from './login';

/** Nothing that Uniware said stands in a message: it may repeat what it was sent. */
export const said = (kind: FailureKind, words: string, waitMs?: number) =>
	new Failure(kind, `uniware: ${words}`, waitMs);

const checkUrl = 'Check the Base URL in the credential.';

/** What a status means that is no good answer to the credential; null where it is one. */
export function faultOf({ statusCode }: Answer): Failure | null {
	if (statusCode === 429) return said('rateLimited', 'is asked too often. Wait a minute.', 60_000);
	if (statusCode >= 500) return said('unavailable', `answered with status ${statusCode}.`);
	if (statusCode === 403) {
		return said(
			'unauthorised',
			'lets nobody in from this server (status 403). Allow its address in Uniware, or give the user the Admin role.',
		);
	}
	if (statusCode >= 300) {
		return said('rejected', `answered with status ${statusCode}. ${checkUrl}`);
	}
	return null;
}

/** The token of a sign-in. */
export function tokenIn(answer: Answer): string {
	// A user without a facility is refused like a wrong password (reference/uniware-oker.md 1.2).
	if (answer.statusCode === 400 || answer.statusCode === 401) throw refusedUser();
	const fault = faultOf(answer);
	if (fault !== null) throw fault;
	const token = isFields(answer.body) ? answer.body.access_token : undefined;
	if (typeof token === 'string' && token !== '') return token;
	throw said('malformed', `what answered is not Uniware: it gave no access_token. ${checkUrl}`);
}

/** Whether a call was successful. */
export function checkSuccess(answer: Answer): void {
	if (answer.statusCode === 401) {
		throw said('unauthorised', 'gave a token and refused it. Test the credential once more.');
	}
	const fault = faultOf(answer);
	if (fault !== null) throw fault;
	const successful = isFields(answer.body) ? answer.body.successful : undefined;
	if (successful === true) return;
	if (successful === false) {
		throw said(
			'rejected',
			'knows the user, but not the default facility, or the user may not use it. Correct the Default Facility: case counts.',
		);
	}
	throw said('malformed', `what answered is not the API of Uniware. ${checkUrl}`);
}

const refusedUser = () =>
	said(
		'unauthorised',
		'refused the username or the password, or the user has no facility. Type both again, and give the user the Admin role and its facilities in Uniware.',
	);
