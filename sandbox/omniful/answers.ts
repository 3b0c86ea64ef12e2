import { type Answer, answer } from '../answers';
import type { Refused } from './refused';

/** An answer, and what the call has changed. */
export interface Reply extends Answer {
	readonly effect: string | null;
	/** Of a list: its rows. */
	readonly records: number | null;
}

const reply = (status: number, body: unknown): Reply => ({
	...answer(status, body),
	effect: null,
	records: null,
});

/** The envelope around what was asked for (reference/omniful.md 1.3). */
export const done = (data: unknown, effect: string | null = null): Reply => ({
	...reply(200, { is_success: true, status_code: 200, data, meta: null }),
	effect,
});

export const listed = (data: readonly unknown[], meta: object | null): Reply => ({
	...reply(200, { is_success: true, status_code: 200, data, meta }),
	records: data.length,
});

const failed = (status: number, message: string, code?: string): Reply => ({
	...reply(status, {
		is_success: false,
		status_code: status,
		error: { message, ...(code !== undefined && { code }) },
	}),
	code: message,
});

export const refusalReply = ({ status, message, code }: Refused): Reply =>
	failed(status, message, code);

export const unauthorised = (): Reply => failed(401, 'Unauthorized');

/** No header says how long to wait (reference/omniful.md 1.1). */
export const tooManyRequests = (): Reply => failed(429, 'TooManyRequests');

export const serverError = (message = 'InternalServerError'): Reply => failed(500, message);

export const webPage = (status: number, text: string): Reply =>
	reply(
		status,
		`<!DOCTYPE html><html><head><title>Omniful</title></head><body>${text}</body></html>`,
	);

export const hungUp = (): Reply => reply(0, null);

export const file = (content: Buffer): Reply => ({
	...reply(200, content),
	headers: { 'content-type': 'application/pdf' },
});
