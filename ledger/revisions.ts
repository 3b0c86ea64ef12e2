import type { MappedOrder } from '../domain/order';

export const isOlder = ({ revisedAt }: MappedOrder, than: string | null | undefined): boolean =>
	revisedAt !== null && than != null && revisedAt < than;

/** A page may hold an order more than once: the newest of each, and the ids of the others. */
export function newestOfEach(orders: readonly MappedOrder[]) {
	const newest = new Map<string, MappedOrder>();
	const repeated: string[] = [];
	for (const order of orders) {
		const other = newest.get(order.id);
		if (other !== undefined) repeated.push(order.id);
		if (other === undefined || !isOlder(order, other.revisedAt)) newest.set(order.id, order);
	}
	return { newest: [...newest.values()], repeated };
}
