import { Failure } from '../domain/failure';
import type { HttpResponse } from './connector';

/**
 * Throws where a call was refused and only half of the reason came: nobody knows then whether the same may be asked again, or was
 * done before. n8n leaves JSON without an end as text.
 */
export function checkReason(channel: string, { status, body }: HttpResponse): void {
	if (typeof body !== 'string' || !/^\s*[[{]/.test(body)) return;
	throw halfReason(channel, status);
}

/** The failure of such a call. */
export const halfReason = (channel: string, status: number): Failure =>
	new Failure(
		'malformed',
		`${channel}: refused the call (status ${status}), and the reason was cut off. Try again later.`,
	);
