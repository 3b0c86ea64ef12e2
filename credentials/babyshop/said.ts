import { isFields } from '../../channels/fields';
import type { Fields } from '../../channels/fields';
import { Failure } from '../../domain/failure';
import type { FailureKind } from '../../domain/failure';
import type { Answer } from './login';

/** Nothing that the panel said stands in a message: it may repeat what it was sent. */
export const said = (kind: FailureKind, words: string, waitMs?: number) =>
	new Failure(kind, `babyshop: ${words}`, waitMs);

/** The envelope of an answer, in a list or not. Every status but 200 and everything but JSON throws. */
export function envelopeIn({ statusCode, body }: Answer): Fields {
	if (statusCode === 429) throw tooMany();
	if (statusCode >= 500) {
		throw said('unavailable', `the seller panel answered with status ${statusCode}.`);
	}
	if (statusCode === 401 || statusCode === 403) throw refusedUser();
	if (statusCode >= 300) {
		throw said('rejected', `the seller panel answered with status ${statusCode}. ${checkUrl}`);
	}
	const [envelope] = Array.isArray(body) && body.length === 1 ? body : [body];
	if (isFields(envelope)) return envelope;
	throw said('malformed', `what answered is not the API of the seller panel. ${checkUrl}`);
}

const checkUrl = 'Check the Base URL in the credential.';

/** A code may come as a number or as a text; null where there is none. */
export function codeIn({ responseCode }: Fields): number | null {
	const written = String(responseCode ?? '').trim();
	return /^\d{1,6}$/.test(written) ? Number(written) : null;
}

/** What a code means that is no good answer to the credential (reference/babyshop-vinculum.md 6). */
export function failureOf(code: number | null): Failure {
	if (code === 13) return tooMany();
	if (code === 11 || code === 2001) return refusedUser();
	if (code === 2002) {
		return said(
			'unauthorised',
			'this user has no API key. Ask Landmark or Vinculum to switch the API on for it (code 2002).',
		);
	}
	if (code === 14 || code === 15 || code === 2000) {
		return said(
			'unauthorised',
			`the API key of this user is inactive or expired (code ${code}). Ask Landmark or Vinculum for a new one.`,
		);
	}
	if (code === null) {
		return said('malformed', `what answered is not the API of the seller panel. ${checkUrl}`);
	}
	return said('rejected', `the seller panel did not take the credential (code ${code}).`);
}

/** The window of the quota (reference/babyshop-vinculum.md 3). */
const tooMany = () =>
	said('rateLimited', 'the seller panel is asked too often. Wait five minutes.', 300_000);

const refusedUser = () =>
	said(
		'unauthorised',
		'the seller panel refused the username or password. Type both again. The username of the API can be another one than that of the portal: ask Landmark.',
	);
