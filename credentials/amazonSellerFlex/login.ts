import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';
import type { Redirect } from '../../channels/amazonSellerFlex/authorisation';
import { isFields } from '../../channels/fields';
import { Failure } from '../../domain/failure';
import type { FailureKind } from '../../domain/failure';
import { calling } from '../calling';

/** Sends without a token. Answers every status. */
export type Send = (request: IHttpRequestOptions) => Promise<Answer>;
export type Answer = Pick<IN8nHttpFullResponse, 'statusCode' | 'body'>;

/** The app as Login with Amazon knows it. */
export interface App {
	readonly loginUrl: string;
	readonly clientId: string;
	readonly clientSecret: string;
}

/** An access token lasts an hour, a refresh token until the seller takes it back (reference/amazon-seller-flex.md 3.2). */
export interface Tokens {
	readonly accessToken: string;
	readonly refreshToken: string;
}

/** The answer may leave the refresh token out, and a new one does not end the old: the one in hand is kept. */
export async function renewed(send: Send, app: App, refreshToken: string): Promise<Tokens> {
	const form = { grant_type: 'refresh_token', refresh_token: refreshToken };
	const answer = await send(request(app, form));
	return { accessToken: tokenIn(sound(answer, staleToken), 'access_token'), refreshToken };
}

export async function exchanged(
	send: Send,
	app: App,
	{ code, redirectUri }: Pick<Redirect, 'code' | 'redirectUri'>,
): Promise<Tokens> {
	const form = { grant_type: 'authorization_code', code, redirect_uri: redirectUri };
	const answer = sound(await send(request(app, form)), staleCode);
	const [accessToken, refreshToken] = [
		tokenIn(answer, 'access_token'),
		tokenIn(answer, 'refresh_token'),
	];
	return { accessToken, refreshToken };
}

const request = (
	{ loginUrl, clientId, clientSecret }: App,
	form: Readonly<Record<string, string>>,
): IHttpRequestOptions => ({
	method: 'POST',
	url: loginUrl,
	headers: { 'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8' },
	body: new URLSearchParams({
		...form,
		client_id: clientId,
		client_secret: clientSecret,
	}).toString(),
	...calling,
});

/** The answer, if it is a good one. Amazon's own words are left out of messages: they may repeat what was sent. */
function sound({ statusCode, body }: Answer, stale: string): Answer {
	const said = (kind: FailureKind, words: string, waitMs?: number) =>
		new Failure(kind, `amazonSellerFlex: Login with Amazon ${words}`, waitMs);
	if (statusCode === 429) {
		throw said('rateLimited', 'is asked too often. Wait a minute.', 60_000);
	}
	if (statusCode >= 500) throw said('unavailable', `answered with status ${statusCode}.`);
	if (statusCode < 400) return { statusCode, body };
	const error = statusCode === 401 ? 'invalid_client' : String(fieldOf(body, 'error'));
	const refusal = error === 'invalid_grant' ? stale : refusals[error];
	if (refusal !== undefined) throw said('unauthorised', refusal);
	throw said('rejected', `did not take the sign-in (status ${statusCode}). ${whatToCheck}`);
}

/** By the `error` of the answer. Which status goes with it is only reported (reference/amazon-seller-flex.md 3.2). */
const refusals: Readonly<Record<string, string>> = {
	invalid_client:
		'refused the client ID or secret. Copy both again from the app’s LWA credentials; a secret past its rotation deadline is replaced there.',
	unauthorized_client:
		'does not let this app sign in so: what is authorised belongs to another app. Copy client ID, secret and authorisation from the same one.',
};

const staleToken =
	'refused the refresh token: the seller has taken the authorisation back, it is older than 365 days, or it belongs to another app. Authorise the app again.';

const staleCode =
	'refused the code in the redirect URL: it serves once, within five minutes, for the same app and redirect URI. Authorise the app again and paste the new address at once.';

const whatToCheck = 'Check client ID, secret and Redirect URI in the credential.';

function tokenIn({ body }: Answer, name: 'access_token' | 'refresh_token'): string {
	const token = fieldOf(body, name);
	if (typeof token === 'string' && token !== '') return token;
	throw new Failure('malformed', `amazonSellerFlex: Login with Amazon gave no ${name}.`);
}

const fieldOf = (body: unknown, name: string): unknown => (isFields(body) ? body[name] : undefined);
