import { type Answer, answer } from '../answers';

/** What a call came to, beside what goes over the wire. */
export interface Reply extends Answer {
	readonly requestedCost: number | null;
	readonly actualCost: number | null;
	readonly records: number | null;
	readonly userErrors: readonly string[];
}

export const replyOf = (given: Answer, known: Partial<Reply> = {}): Reply => ({
	requestedCost: null,
	actualCost: null,
	records: null,
	userErrors: [],
	...given,
	...known,
});

/** Bodies of these statuses are a guess: the table beyond 200 is not verified (reference/shopify.md 5, 13). */
export const plain = (status: number, errors: unknown, code: string | null = null): Reply =>
	replyOf(answer(status, { errors }, code));

export const badToken = () =>
	plain(401, '[API] Invalid API key or access token (unrecognized login or wrong password)');

export const notFound = () => plain(404, 'Not Found');

/** "Request-level throttle" (reference/shopify.md 5). */
export const tooManyRequests = (seconds: number): Reply => ({
	...plain(429, 'Exceeded 2 calls per second for api client. Reduce request rates to resume.'),
	headers: { 'retry-after': seconds.toFixed(1) },
});

export const webPage = (status: number): Reply =>
	replyOf(
		answer(
			status,
			'<!DOCTYPE html><html><head><title>Something went wrong</title></head><body>There was a problem loading this page</body></html>',
		),
	);
