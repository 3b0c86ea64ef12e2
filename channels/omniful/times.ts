import { instant } from '../../domain/instant';
import type { Instant } from '../../domain/instant';
import { flaw } from '../fields';
import type { Reading } from '../fields';

export function time<Wire>(from: Reading<Wire>, name: keyof Wire & string): Instant {
	const value = from.fields[name];
	const isWritten = typeof value === 'string' && /^[1-9]\d{3}-\d\d-\d\dT/.test(value);
	const at = isWritten ? Date.parse(value) : NaN;
	if (!Number.isNaN(at)) return instant(at);
	flaw(from, name, 'a time');
	return '';
}
