import { epochMs } from '../../domain/instant';
import type { Instant } from '../../domain/instant';
import type { OrderReference } from '../connector';
import { isFields, reading } from '../fields';
import type { Fields } from '../fields';
import { listIn } from './lists';
import { instantIn } from './times';
import type { BabyshopRow } from './types';
import { wordOrNull } from './values';

/** A row of `orderList`, as far as it can be read: what is wrong with it shows when the order is fetched. */
export interface OrderRow {
	readonly id: string | null;
	readonly revisedAt: Instant | null;
	readonly placedAt: Instant | null;
	readonly raw: unknown;
}

/** One page of `orderList`. */
export const orderRows = (body: Fields, zone: string): readonly OrderRow[] =>
	listIn(body, 'orderList').map((raw) => {
		const from = reading<BabyshopRow>(isFields(raw) ? raw : {});
		const at = (name: 'orderDate' | 'orderLastUpdateDate') =>
			instantIn(wordOrNull(from, name) ?? '', zone);
		return {
			id: wordOrNull(from, 'orderNo'),
			revisedAt: at('orderLastUpdateDate'),
			placedAt: at('orderDate'),
			raw,
		};
	});

/** When each row changed, in epoch ms, as far as it says so. */
export const revisedAtsOf = (rows: readonly OrderRow[]): readonly number[] =>
	rows.flatMap(({ revisedAt }) => (revisedAt === null ? [] : [epochMs(revisedAt)]));

/** Every order once; of one that comes twice the newest. */
export function referencesOf(rows: readonly OrderRow[]): readonly OrderReference[] {
	const newest = new Map<string, OrderReference>();
	for (const { id, revisedAt } of rows) {
		if (id === null) continue;
		const known = newest.get(id)?.revisedAt ?? '';
		if ((revisedAt ?? '') >= known) newest.set(id, { id, revisedAt });
	}
	return [...newest.values()];
}
