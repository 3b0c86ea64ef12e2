import type { OrderReference } from '../connector';
import { reading, rows, sound, text, timestampOrNull } from '../fields';
import type { Paged } from './paged';
import type { IkasList, IkasOrder } from './types';

/** The orders of a page by id and revision; of one that comes twice the newest. */
export function referencesOf({ raws }: Paged): readonly OrderReference[] {
	const from = reading<IkasList<IkasOrder>>({ data: raws });
	const newest = new Map<string, OrderReference>();
	for (const row of rows(from, 'data')) {
		const reference = { id: text(row, 'id'), revisedAt: timestampOrNull(row, 'updatedAt') };
		const known = newest.get(reference.id)?.revisedAt ?? '';
		if ((reference.revisedAt ?? '') >= known) newest.set(reference.id, reference);
	}
	sound('ikas', from);
	return [...newest.values()];
}
