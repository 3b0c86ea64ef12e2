import type { Answer } from '../answers';
import type { Refused } from './refused';

/** An answer, and what the call has changed. */
export interface Reply extends Answer {
	readonly effect: string | null;
	/** Of a list: its rows. */
	readonly records: number | null;
}

export const reply = (status: number, body: unknown, effect: string | null = null): Reply => ({
	status,
	body,
	code: null,
	effect,
	records: null,
});

/** 204, and nothing in it. */
export const done = (effect: string | null): Reply => reply(204, undefined, effect);

export const refusalReply = ({ status, code, message, details }: Refused): Reply => ({
	...reply(status, { errors: [{ code, message, ...(details && { details }) }] }),
	code,
});

/** A failure of the presigned storage: XML (reference/amazon-seller-flex.md 21). */
export const storageReply = (status: number, code: string, message: string): Reply => ({
	...reply(
		status,
		Buffer.from(
			`<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`,
		),
	),
	code,
	headers: { 'content-type': 'application/xml' },
});

export const webPage = (status: number, text: string): Reply =>
	reply(
		status,
		`<!DOCTYPE html><html><head><title>Amazon</title></head><body>${text}</body></html>`,
	);
