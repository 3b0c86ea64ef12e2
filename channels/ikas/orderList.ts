import type { Order, Unreadable } from '../../domain/order';
import { flaw, isFields, isTimestamp, part, reading, sound, text } from '../fields';
import type { Answer } from './answer';
import { toOrder, unreadable } from './mapper';
import type { IkasData } from './types';

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

export function orderList({ data, faults }: Answer): OrderList {
	const from = reading<IkasData>(data);
	const account = text(part(from, 'getMerchant'), 'id');
	const list = part(from, 'listOrder');
	const { hasNext, data: found } = list.fields;
	if (typeof hasNext !== 'boolean') flaw(list, 'hasNext', 'true or false');
	if (!Array.isArray(found)) flaw(list, 'data', 'a list');
	if (Array.isArray(found) && found.length === 0 && hasNext === true) {
		flaw(list, 'hasNext', 'possible where no row came');
	}
	sound('ikas', from);
	const raws: readonly unknown[] = Array.isArray(found) ? found : [];
	const faultAt = new Map(faults.map(({ path, message }) => [path[2], message]));
	const rows = raws.map((raw, index) => ({ raw, fault: faultAt.get(index) ?? null }));
	return {
		account,
		...recordsOf(rows),
		hasNext: hasNext === true,
		updatedAts: raws.map(updatedAtOf).filter(isTimestamp),
	};
}

function recordsOf(rows: readonly Row[]): Pick<OrderList, 'orders' | 'unreadable'> {
	const orders: Order[] = [];
	const others: Unreadable[] = [];
	for (const { raw, fault } of newest(rows)) {
		const record = fault === null ? toOrder(raw) : unreadable(raw, [fault]);
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
