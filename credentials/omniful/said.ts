import { isFields } from '../../channels/fields';
import { Failure } from '../../domain/failure';
import type { FailureKind } from '../../domain/failure';
import type { Answer } from './login';

/** Nothing that Omniful said stands in a message: it may repeat what it was sent. */
export const said = (kind: FailureKind, words: string, waitMs?: number) =>
	new Failure(kind, `omniful: ${words}`, waitMs);

const checkUrl = 'Check the Environment in the credential.';

/** What a status means that is no good answer to the credential; null where it is one. */
export function faultOf({ statusCode }: Answer): Failure | null {
	if (statusCode === 429) return said('rateLimited', 'is asked too often. Wait a minute.', 60_000);
	if (statusCode >= 500) return said('unavailable', `answered with status ${statusCode}.`);
	if (statusCode >= 300) return said('rejected', `answered with status ${statusCode}. ${checkUrl}`);
	return null;
}

export interface Tokens {
	readonly accessToken: string;
	readonly refreshToken: string;
	/** Epoch ms: when the access token ends, or null where nobody says. */
	readonly endsAt: number | null;
}

/** The pair that a sign-in gave; `whose` credential it was. */
export function tokensIn(answer: Answer, whose: string): Tokens {
	const { statusCode, body } = answer;
	if (statusCode === 400 || statusCode === 401 || statusCode === 403) throw refusedToken(whose);
	const fault = faultOf(answer);
	if (fault !== null) throw fault;
	const data = isFields(body) && isFields(body.data) ? body.data : {};
	const { access_token: accessToken, refresh_token: refreshToken } = data;
	const isGiven = typeof accessToken === 'string' && typeof refreshToken === 'string';
	if (isGiven && accessToken !== '' && refreshToken !== '') {
		return { accessToken, refreshToken, endsAt: endOf(accessToken) ?? endIn(data.expires_in) };
	}
	throw said('malformed', `what answered is not Omniful: it gave no tokens. ${checkUrl}`);
}

/** So much is in nanoseconds, as in Omniful's sample; less is in seconds (reference/omniful.md 1.2). */
const leastNanoseconds = 1e14;

function endIn(expiresIn: unknown): number | null {
	if (typeof expiresIn !== 'number' || !(expiresIn > 0)) return null;
	return Date.now() + (expiresIn >= leastNanoseconds ? expiresIn / 1e6 : expiresIn * 1e3);
}

/** A JWT says its own end. */
function endOf(token: string): number | null {
	const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8');
	const [, seconds] = /"exp":\s*(\d{9,11})\b/.exec(payload) ?? [];
	return seconds === undefined ? null : Number(seconds) * 1000;
}

const refusedToken = (whose: string) =>
	said(
		'unauthorised',
		`refused the client ID, the client secret or the refresh token of the ${whose}. A refresh token is worth one sign-in: copy a new one from Settings > Apps & Integrations > Custom Apps, and paste it into this one credential only.`,
	);

/** Whether a call was allowed. */
export function checkAllowed(answer: Answer, whose: string): void {
	if (answer.statusCode === 401 || answer.statusCode === 403) {
		throw said('unauthorised', `gave the ${whose} a token and refused it. Test once more.`);
	}
	const fault = faultOf(answer);
	if (fault !== null) throw fault;
	if (isFields(answer.body) && answer.body.is_success === true) return;
	throw said('malformed', `what answered is not the API of Omniful. ${checkUrl}`);
}
