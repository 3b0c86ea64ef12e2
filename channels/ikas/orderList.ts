import type { Order, Unreadable } from '../../domain/order';
import { isFields, isTimestamp } from '../fields';
import type { Answer } from './answer';
import { toOrder, unreadable } from './mapper';
import { paged } from './paged';
import type { TagNames } from './tagNames';

/** An answer of `listOrder`, every order once. */
export interface OrderList {
	readonly account: string;
	readonly orders: readonly Order[];
	readonly unreadable: readonly Unreadable[];
	readonly hasNext: boolean;
	/** Of all rows that name it, readable or not, in the order they came. */
	readonly updatedAts: readonly number[];
}

interface Row {
	readonly raw: unknown;
	readonly fault: string | null;
}

export function orderList(answer: Answer, tags: TagNames): OrderList {
	const { account, raws, hasNext } = paged(answer, 'listOrder');
	const faultAt = new Map(answer.faults.map(({ path, message }) => [path[2], message]));
	const rows = raws.map((raw, index) => ({ raw, fault: faultAt.get(index) ?? null }));
	return { account, ...recordsOf(rows, tags), hasNext, updatedAts: updatedAtsOf(raws) };
}

/** Of all rows that name it, in the order they came. */
export const updatedAtsOf = (raws: readonly unknown[]): readonly number[] =>
	raws.map(updatedAtOf).filter(isTimestamp);

function recordsOf(rows: readonly Row[], tags: TagNames): Pick<OrderList, 'orders' | 'unreadable'> {
	const orders: Order[] = [];
	const others: Unreadable[] = [];
	for (const { raw, fault } of newest(rows)) {
		const record = fault === null ? toOrder(raw, tags) : unreadable(raw, [fault]);
		if ('reason' in record) others.push(record);
		else orders.push(record);
	}
	return { orders, unreadable: others };
}

/** Of rows with the same id the one that changed last; rows without an id all stay. */
function newest(rows: readonly Row[]): Iterable<Row> {
	const kept = new Map<unknown, Row>();
	for (const row of rows) {
		const id = isFields(row.raw) && row.raw.id ? row.raw.id : row;
		const known = kept.get(id);
		const isOlder = known !== undefined && timeOf(row.raw) < timeOf(known.raw);
		if (!isOlder) kept.set(id, row);
	}
	return kept.values();
}

const updatedAtOf = (raw: unknown): unknown => (isFields(raw) ? raw.updatedAt : undefined);

const timeOf = (raw: unknown): number => {
	const time = updatedAtOf(raw);
	return isTimestamp(time) ? time : -Infinity;
};
