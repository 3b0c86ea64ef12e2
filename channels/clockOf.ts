import type { HttpResponse } from './connector';

/** The channel's clock in epoch ms, or null where it did not say. */
export function clockOf({ headers }: HttpResponse): number | null {
	const clock = Date.parse(headers.date ?? '');
	return Number.isNaN(clock) ? null : clock;
}
