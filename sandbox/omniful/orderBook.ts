import { shelf } from '../shelf';
import { SandboxRefusal } from '../wire';
import type { Order } from './order';
import type { OmnifulCause } from './stateTypes';

export interface Doing {
	readonly what: string;
	readonly by: OmnifulCause;
}

interface Row {
	readonly id: string;
	readonly updatedAt: number;
	readonly order: Order;
}

interface Context {
	now(): number;
	/** How long the next change stays out of lists. */
	lateness(): number;
	/** Stock and webhooks follow. */
	onChange(before: Order | null, after: Order, what: string): void;
}

export const orderBook = ({ now, lateness, onChange }: Context) => {
	const all = new Map<string, Order>();
	const idOf = new Map<string, string>();
	const visible = shelf<Row>();
	let revision = 0;

	const keep = ({ what, by }: Doing, after: Order, at: number): Order => {
		const before = all.get(after.id) ?? null;
		// That a client finds its own change at once, whatever comes late, is a guess.
		const visibleAt = by === 'api' ? at : at + lateness();
		const event = { what, at, visibleAt, by, status: after.status };
		const order = { ...after, history: [...after.history, event] };
		all.set(order.id, order);
		idOf.set(order.input.order_id, order.id);
		revision += 1;
		const row = { id: order.id, updatedAt: order.updatedAt, order };
		visible.put({ revision, row, answer: null }, visibleAt, at);
		onChange(before, order, what);
		return order;
	};

	/** By either of its ids. */
	const find = (id: string): Order | null => all.get(id) ?? all.get(idOf.get(id) ?? '') ?? null;
	const found = (id: string): Order => {
		const order = find(id);
		if (order) return order;
		throw new SandboxRefusal(`there is no order ${id}`);
	};

	return {
		find,
		found,
		/** By the id that the channel gave it: for ever, also when it is cancelled. */
		named: (orderId: string): Order | null => all.get(idOf.get(orderId) ?? '') ?? null,
		add: (order: Order, by: OmnifulCause): Order => keep({ what: 'created', by }, order, now()),
		/** A change always moves `updatedAt`, also twice within one millisecond. Nothing is kept when nothing changed. */
		change(id: string, doing: Doing, change: (order: Order) => Order): Order {
			const order = found(id);
			const next = change(order);
			if (next === order) return order;
			const at = now();
			return keep(doing, { ...next, updatedAt: Math.max(at, order.updatedAt + 1) }, at);
		},
		all: (): readonly Order[] => [...all.values()],
		/** What lists can show now, the newest first. */
		shown: (): readonly Order[] =>
			visible
				.since(null, now())
				.map(({ row }) => row.order)
				.toSorted((one, other) => other.createdAt - one.createdAt || (one.id < other.id ? 1 : -1)),
	};
};

export type OrderBook = ReturnType<typeof orderBook>;
