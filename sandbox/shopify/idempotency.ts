import { type UserError, badRequest, userError } from './refusal';

/** What a write came to. */
interface Done<Payload> {
	readonly payload: Payload;
	readonly isRefused: boolean;
}

interface Remembered {
	readonly variables: string;
	readonly done: Done<unknown>;
	readonly at: number;
}

/** How long a key is remembered is a guess (reference/shopify.md 13). */
const oneDay = 86_400_000;

const mismatch = userError(
	null,
	'The same idempotency key cannot be used with different operation parameters.',
	'IDEMPOTENCY_KEY_PARAMETER_MISMATCH',
);

const failedBefore = userError(
	null,
	'A previous request with this idempotency key failed. Retry with a new idempotency key.',
	'IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED',
);

/** The rules of `@idempotent` (reference/shopify.md 8). */
export const idempotency = (now: () => number, afterRefusal: 'failed' | 'again') => {
	const known = new Map<string, Remembered>();
	return {
		/** Does the work once for each key; `refused` makes the payload of a refusal. */
		once<Payload>(
			by: { readonly key: string | null; readonly mutation: string; readonly variables: unknown },
			work: () => Done<Payload>,
			refused: (error: UserError) => Payload,
		): unknown {
			// As others have seen it (reference/shopify.md 1 only says that it is required).
			if (by.key === null) {
				throw badRequest(
					'The @idempotent directive is required for this mutation but was not provided.',
				);
			}
			if (by.key.trim() === '') throw badRequest('The idempotency key must not be blank.');
			const variables = JSON.stringify([by.mutation, by.variables]);
			const before = known.get(by.key);
			if (before && before.at > now() - oneDay) {
				if (before.variables !== variables) return refused(mismatch);
				const isLost = before.done.isRefused && afterRefusal === 'failed';
				return isLost ? refused(failedBefore) : before.done.payload;
			}
			const done = work();
			known.set(by.key, { variables, done, at: now() });
			return done.payload;
		},
	};
};
