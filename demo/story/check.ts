import type { LedgerRows, OrderRow } from '../auditor/ledger';

/** What the books say of one order, by the channel's id. */
export const bookOf = ({ orders, lines, reservations, parked, exceptions }: LedgerRows) => {
	const row = (id: string) => orders.find(({ channel_id }) => channel_id === id);
	const of = (rows: LedgerRows['reservations'], order: OrderRow) =>
		rows.filter(({ order_id }) => order_id === order.id);
	const reserved = (id: string) => {
		const order = row(id);
		return order ? total(of(reservations, order).map(({ quantity }) => quantity)) : 0;
	};
	const open = (id: string) =>
		total(
			lines
				.filter(({ order_id }) => order_id === row(id)?.id)
				.map(({ ordered, cancelled }) => ordered - cancelled),
		);
	return {
		row,
		reserved,
		open,
		parkedFor: (id: string) => parked.find(({ channel_id }) => channel_id === id)?.reason,
		exceptionOf: (id: string) =>
			exceptions.find(({ reference, state }) => reference === id && state === 'open'),
		/** In the hub, with a hub that holds every unit of it. */
		isAssigned: (id: string) =>
			row(id)?.hub !== null &&
			row(id)?.status === 'new_order' &&
			reserved(id) === open(id) &&
			open(id) > 0,
	};
};

/** By its number where it has one. */
type Named = { readonly number: string } | { readonly id: string };

const nameOf = (order: Named) => ('number' in order ? order.number : order.id);

/** Fails with the first few orders that are not as they should be. */
export function checkEach<Order extends Named>(
	orders: readonly Order[],
	expected: string,
	holds: (order: Order) => unknown,
	seen: (order: Order) => unknown,
): void {
	const wrong = orders.filter((order) => !holds(order));
	if (wrong.length === 0) return;
	const some = wrong.slice(0, 3).map((order) => `${nameOf(order)}: ${JSON.stringify(seen(order))}`);
	throw new Error(
		`expected ${expected}; ${wrong.length} of ${orders.length} are not, such as ${some.join('; ')}`,
	);
}

export function check(holds: boolean, expected: string): void {
	if (!holds) throw new Error(`expected ${expected}`);
}

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
