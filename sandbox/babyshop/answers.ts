import type { Answer } from '../answers';
import type { Refused } from './refused';

/** An answer, and what the call has changed. */
export interface Reply extends Answer {
	/** Null where there is no envelope. */
	readonly responseCode: number | null;
	readonly effect: string | null;
	/** Of a list: its rows. */
	readonly records: number | null;
}

export const success = (payload: object = {}, effect: string | null = null): Reply => ({
	status: 200,
	body: { responseCode: 0, responseMessage: 'Success', ...payload },
	code: null,
	responseCode: 0,
	effect,
	records: null,
});

/** Business errors are inside an answer of 200 (reference/babyshop-vinculum.md 3). */
export const refusalReply = ({ code, message }: Refused): Reply => ({
	...success(),
	body: { responseCode: code, responseMessage: message },
	code: String(code),
	responseCode: code,
});

/** No envelope at all. */
export const bare = (status: number, body: unknown): Reply => ({
	...success(),
	status,
	body,
	responseCode: null,
});

export const webPage = (status: number, text: string): Reply =>
	bare(
		status,
		`<!DOCTYPE html><html><head><title>Seller Panel</title></head><body>${text}</body></html>`,
	);
