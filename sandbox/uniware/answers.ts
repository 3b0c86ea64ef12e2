import { type Answer, answer } from '../answers';
import { type Refused, errorRow } from './refused';

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

export interface Warning {
	readonly code: number;
	readonly message: string;
	readonly description: string;
}

type Payload = Readonly<Record<string, unknown>>;

/** The envelope around what was asked for (reference/uniware-oker.md 1.3). */
export const done = (
	payload: Payload,
	effect: string | null = null,
	warnings: readonly Warning[] = [],
): Reply =>
	reply(
		200,
		{
			successful: true,
			message: null,
			errors: [],
			warnings: warnings.length > 0 ? warnings : null,
			...payload,
		},
		effect,
	);

/** A page of rows; how many there are in all is told only to those who ask (reference/uniware-oker.md 1.4). */
export const found = (rows: readonly unknown[], total: number | null): Reply => ({
	...done({ elements: rows, totalRecords: total }),
	records: rows.length,
});

export const refusalReply = (refused: Refused, effect: string | null = null): Reply => ({
	...reply(
		200,
		{ successful: false, message: null, errors: [errorRow(refused)], warnings: null },
		effect,
	),
	code: refused.name,
});

/** A body that is no JSON (reference/uniware-oker.md 1.3). */
export const unparsable = (): Reply => ({
	...reply(400, {
		successful: false,
		message: null,
		errors: [
			{
				code: 1000,
				fieldName: null,
				description: 'The request cannot be parsed',
				message: 'INVALID_REQUEST',
				errorParams: null,
			},
		],
		warnings: null,
	}),
	code: 'INVALID_REQUEST',
});

/** What the body of a 401 says is a guess; the two names are Spring's, as those of the token call. */
export const unauthorised = (): Reply =>
	reply(401, { error: 'invalid_token', error_description: 'Invalid access token' });

/** Without a body, as none is documented (reference/uniware-oker.md 1.4). */
export const tooManyRequests = (waitMs: number): Reply => ({
	...reply(429, undefined),
	headers: { 'retry-after': String(Math.ceil(waitMs / 1000)) },
});

export const webPage = (status: number, text: string): Reply =>
	reply(
		status,
		`<!DOCTYPE html><html><head><title>Uniware</title></head><body>${text}</body></html>`,
	);
