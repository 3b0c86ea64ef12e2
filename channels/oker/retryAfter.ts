import { clockOf } from '../clockOf';
import type { HttpResponse } from '../connector';

/** In seconds, or as a time by the gateway's own clock; null where it does not say. */
export function retryAfterMs(response: HttpResponse): number | null {
	const { 'retry-after': told = '' } = response.headers;
	if (/^\d{1,7}$/.test(told)) return Number(told) * 1_000;
	const ms = Date.parse(told) - (clockOf(response) ?? NaN);
	return Number.isNaN(ms) ? null : Math.max(0, ms);
}
