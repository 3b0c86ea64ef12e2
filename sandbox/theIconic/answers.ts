import { type Answer, answer } from '../answers';
import type { Refused } from './refused';

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

/** A plain array of rows. */
export const rowsReply = (rows: readonly unknown[]): Reply => ({
	...reply(200, rows),
	records: rows.length,
});

const titles: Readonly<Record<number, string>> = {
	400: 'Bad Request',
	404: 'Not Found',
	422: 'Unprocessable Entity',
	501: 'Not Implemented',
};

/** The code that a detail may start with. */
const codeIn = (detail: string) => /^(E\d{3}):/.exec(detail)?.[1] ?? null;

export const refusalReply = ({ status, detail }: Refused): Reply => ({
	...reply(status, { type: 'about:blank', title: titles[status] ?? 'Refused', status, detail }),
	code: codeIn(detail),
});

/** That a refused token is told in words is a guess: the body is not documented (reference/the-iconic-sellercenter.md 4). */
export const unauthorised = (): Reply => reply(401, { message: 'The access token is not valid' });

export const forbidden = (): Reply => reply(403, { message: 'The role lacks this permission' });

/** Without a body, as none is documented (reference/the-iconic-sellercenter.md 4). */
export const tooManyRequests = (waitMs: number): Reply => ({
	...reply(429, undefined),
	headers: { 'retry-after': String(Math.ceil(waitMs / 1000)) },
});

export const maintenance = (waitMs: number): Reply => ({
	...reply(503, { message: 'The system is under maintenance', caused_by: 'maintenance_mode' }),
	headers: { 'retry-after': String(Math.ceil(waitMs / 1000)) },
});

export const webPage = (status: number, text: string): Reply =>
	reply(
		status,
		`<!DOCTYPE html><html><head><title>Seller Center</title></head><body>${text}</body></html>`,
	);
