import type { IN8nHttpFullResponse } from 'n8n-workflow';
import { Failure } from '../domain/failure';

/** The token in the answer to a sign-in. ikas documents only the good answer: any refusal means the credential (reference/ikas.md 2.2). */
export function tokenIn(
	answer: Pick<IN8nHttpFullResponse, 'statusCode' | 'body'>,
	store: string,
): string {
	const { statusCode, body } = answer;
	if (statusCode === 429) {
		throw new Failure('rateLimited', `ikas: too many sign-ins for the store ${store}.`, 10_000);
	}
	if (statusCode >= 500) {
		throw new Failure(
			'unavailable',
			`ikas: the sign-in of the store ${store} got status ${statusCode}.`,
		);
	}
	if (statusCode >= 400) throw new Failure('unauthorised', refusal(store));
	const token =
		body !== null && typeof body === 'object' && 'access_token' in body && body.access_token;
	if (typeof token === 'string' && token !== '') return token;
	throw new Failure('malformed', `ikas: the sign-in of the store ${store} gave no access_token.`);
}

const refusal = (store: string) =>
	`ikas: refused the client ID or secret of the store ${store}. Copy both again from Apps > My Apps > Private apps.`;
