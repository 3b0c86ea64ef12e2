import { type Answer, answer } from '../answers';
import type { Refused } from './refused';

export type Level = 'core' | 'full';

/** An answer, and what the call has changed. */
export interface Reply extends Answer {
	readonly effect: string | null;
	/** Of a list: its rows. */
	readonly records: number | null;
}

export const reply = (status: number, body: unknown, effect: string | null = null): Reply => ({
	...answer(status, body),
	effect,
	records: null,
});

/** `message` is the only field that Core gateways send. */
export const refusalReply = (
	{ status, code, message, more }: Refused,
	level: Level,
	requestId: string,
): Reply => {
	const { isRetryable = false, retryAfterMs, details } = more;
	const body = {
		message,
		...(level === 'full' && { code, retryable: isRetryable, requestId }),
		...(level === 'full' && details && { details }),
	};
	return {
		...reply(status, body),
		code,
		...(retryAfterMs !== undefined && {
			headers: { 'retry-after': String(Math.ceil(retryAfterMs / 1000)) },
		}),
	};
};

export const webPage = (status: number, text: string): Reply =>
	reply(
		status,
		`<!DOCTYPE html><html><head><title>Gateway</title></head><body>${text}</body></html>`,
	);
