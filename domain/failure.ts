import { oneLine } from './oneLine';

export const failureKinds = [
	'unauthorised',
	'rateLimited',
	'rejected',
	'unavailable',
	'malformed',
] as const;

export type FailureKind = (typeof failureKinds)[number];

/** What went wrong, on what, and what to do. `retryAfterMs` is the wait that the other side asked for. */
export class Failure extends Error {
	constructor(
		readonly kind: FailureKind,
		message: string,
		readonly retryAfterMs?: number,
	) {
		super(oneLine(message));
		this.name = 'Failure';
	}
}

/** Bad input: refused as a whole, nothing changed. */
export const refused = (message: string) => new Failure('rejected', message);
