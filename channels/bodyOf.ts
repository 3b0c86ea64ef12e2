import { Failure } from '../domain/failure';
import type { HttpResponse } from './connector';
import { isFields } from './fields';
import type { Fields } from './fields';

const rateLimitMs = 10_000;

/** The object in the body of a good answer; every other answer becomes the `Failure` that it stands for. */
export function bodyOf(channel: string, response: HttpResponse): Fields {
	const failure = failureOf(channel, response);
	if (failure !== null) throw failure;
	if (isFields(response.body)) return response.body;
	throw new Failure('malformed', `${channel}: ${unreadable(response.body)}`);
}

/** What the status alone says; null where it says that all is well. */
export function failureOf(channel: string, response: HttpResponse): Failure | null {
	const { status } = response;
	if (status >= 200 && status < 300) return null;
	if (status === 429) return rateLimited(channel, retryAfterMs(response));
	if (status >= 500) {
		return new Failure(
			'unavailable',
			`${channel}: answered with status ${status}. Try again later.`,
		);
	}
	if (status === 401 || status === 403) {
		return new Failure(
			'unauthorised',
			`${channel}: refused the credential (status ${status}). Check it.`,
		);
	}
	return new Failure(
		'rejected',
		`${channel}: refused the call (status ${status}). Check the address in the credential.`,
	);
}

const rateLimited = (channel: string, waitMs: number) =>
	new Failure(
		'rateLimited',
		`${channel}: too many calls. Wait ${Math.ceil(waitMs / 1000)} s.`,
		waitMs,
	);

/** From the header or the body, both in seconds. */
function retryAfterMs({ headers, body }: HttpResponse): number {
	const told = isFields(body) ? body.retryAfter : undefined;
	const seconds = Number(told ?? headers['retry-after'] ?? NaN);
	return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : rateLimitMs;
}

function unreadable(body: unknown): string {
	if (typeof body !== 'string') return 'the answer is not an object. Try again later.';
	if (body.trim() === '') return 'the answer is empty. Try again later.';
	if (/^\s*[[{]/.test(body))
		return `the answer was cut off after ${body.length} characters. Try again.`;
	return 'answered with a web page, not with JSON. Check the address in the credential.';
}
