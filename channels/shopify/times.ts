import { instant } from '../../domain/instant';
import type { Instant } from '../../domain/instant';
import { flaw, text } from '../fields';
import type { Reading } from '../fields';

/** Shopify writes times in ISO 8601, to the second. */
export function time<Wire>(from: Reading<Wire>, name: keyof Wire & string): Instant {
	const written = text(from, name);
	const at = /^\d{4}-\d\d-\d\dT/.test(written) ? Date.parse(written) : NaN;
	if (written !== '' && Number.isNaN(at)) flaw(from, name, 'a date and time');
	return Number.isNaN(at) ? '' : instant(at);
}

/** A time as a search has it, rounded down to the second: nothing that is not older is left out. */
export const searched = (epochMs: number): string =>
	`'${instant(Math.floor(epochMs / 1_000) * 1_000).replace('.000Z', 'Z')}'`;
