import { epochMs } from '../../domain/instant';
import type { Instant } from '../../domain/instant';
import type { Order, Unreadable } from '../../domain/order';
import type { OrderPage, OrderReference } from '../connector';
import { orderIdIn, revisedAtIn, toOrder } from './mapper';

/** A row of the list, as far as it tells which order and which revision it is. */
export interface OrderRow {
	readonly id: string | null;
	readonly revisedAt: Instant | null;
	readonly raw: unknown;
}

/** Every order once, of one that comes twice the newest; rows without an id all stay. */
export function orderRows(raws: readonly unknown[]): readonly OrderRow[] {
	const rows = new Map<unknown, OrderRow>();
	for (const raw of raws) {
		const row = { id: orderIdIn(raw), revisedAt: revisedAtIn(raw), raw };
		const known = rows.get(row.id ?? row);
		const isOlder = (known?.revisedAt ?? '') > (row.revisedAt ?? '');
		if (!isOlder) rows.set(row.id ?? row, row);
	}
	return [...rows.values()];
}

/** When each row changed, in epoch ms, as far as it says so. */
export const revisedAtsOf = (rows: readonly OrderRow[]): readonly number[] =>
	rows.flatMap(({ revisedAt }) => (revisedAt === null ? [] : [epochMs(revisedAt)]));

export const referencesOf = (rows: readonly OrderRow[]): readonly OrderReference[] =>
	rows.flatMap(({ id, revisedAt }) => (id === null ? [] : [{ id, revisedAt }]));

/** What is all the marketplace's to ship is in neither list. */
export function recordsOf(raws: readonly unknown[]): Pick<OrderPage, 'orders' | 'unreadable'> {
	const orders: Order[] = [];
	const others: Unreadable[] = [];
	for (const raw of raws) {
		const record = toOrder(raw);
		if (record === null) continue;
		if ('reason' in record) others.push(record);
		else orders.push(record);
	}
	return { orders, unreadable: others };
}
