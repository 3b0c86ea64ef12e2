import type { HttpResponse } from '../connector';
import { isFields } from '../fields';
import type { Fields } from '../fields';
import { said } from './said';

/** What an answer is, whatever its status: errors come inside answers of status 200 (reference/babyshop-vinculum.md 3). */
export interface Envelope {
	readonly fields: Fields;
	/** Null where it has none. It is a number, or the text of one. */
	readonly code: number | null;
	/** Code and message, such as `9: Generic Error`. */
	readonly words: string;
}

/** Null where the answer is none. Some are written as a list of one. */
export function envelopeIn({ body }: HttpResponse): Envelope | null {
	const fields: unknown = Array.isArray(body) && body.length === 1 ? body[0] : body;
	if (!isFields(fields)) return null;
	const { responseCode, responseMessage } = fields;
	const code = codeIn(responseCode);
	const message = typeof responseMessage === 'string' ? said(responseMessage) : '';
	return { fields, code, words: [code ?? 'no code', message].filter(Boolean).join(': ') };
}

function codeIn(value: unknown): number | null {
	const isCode = typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value));
	return isCode && Number.isSafeInteger(Number(value)) ? Number(value) : null;
}
