import { shelf } from '../shelf';
import { SandboxRefusal } from '../wire';
import { type SaleOrder, orderStatus } from './order';
import type { OrderChangeKind, UniwareCause } from './stateTypes';

export interface Doing {
	readonly what: OrderChangeKind;
	readonly by: UniwareCause;
}

/** What the orders live in. `lateness` says how long the next change stays out of searches. */
export interface OrdersContext {
	now(): number;
	lateness(): number;
	/** The stock follows. */
	onChange(before: SaleOrder | null, after: SaleOrder): void;
}

interface Row {
	readonly id: string;
	readonly updatedAt: number;
	readonly order: SaleOrder;
}

/** Items that are not what they were get their time of change. */
const dated = (before: SaleOrder, after: SaleOrder, at: number): SaleOrder => ({
	...after,
	updatedAt: at,
	items: after.items.map((item) =>
		before.items.includes(item) ? item : { ...item, updatedAt: at },
	),
	packages: after.packages.map((one) =>
		before.packages.includes(one) ? one : { ...one, updatedAt: at },
	),
});

export const orders = ({ now, lateness, onChange }: OrdersContext) => {
	const all = new Map<string, SaleOrder>();
	const owners = new Map<string, string>();
	const visible = shelf<Row>();
	let revision = 0;

	const keep = ({ what, by }: Doing, after: SaleOrder, at: number): SaleOrder => {
		const before = all.get(after.code) ?? null;
		// That a client finds its own change at once, whatever comes late, is a guess.
		const visibleAt = by === 'api' ? at : at + lateness();
		const event = { what, at, visibleAt, by, status: orderStatus(after) };
		const next = { ...after, history: [...after.history, event] };
		all.set(next.code, next);
		for (const { code } of next.packages) owners.set(code, next.code);
		onChange(before, next);
		revision += 1;
		const row = { id: next.code, updatedAt: next.updatedAt, order: next };
		visible.put({ revision, row, answer: null }, visibleAt, at);
		return next;
	};

	const found = (code: string): SaleOrder => {
		const order = all.get(code);
		if (!order) throw new SandboxRefusal(`there is no order ${code}`);
		return order;
	};

	return {
		add: (order: SaleOrder, by: UniwareCause): SaleOrder =>
			keep({ what: 'created', by }, order, now()),
		/** A change always moves `updated`, also twice within one millisecond. Nothing is kept when nothing changed. */
		change(code: string, doing: Doing, change: (order: SaleOrder) => SaleOrder): SaleOrder {
			const order = found(code);
			const next = change(order);
			if (next === order) return order;
			const at = now();
			return keep(doing, dated(order, next, Math.max(at, order.updatedAt + 1)), at);
		},
		found,
		find: (code: string): SaleOrder | null => all.get(code) ?? null,
		ofPackage: (code: string): SaleOrder | null => all.get(owners.get(code) ?? '') ?? null,
		all: (): readonly SaleOrder[] => [...all.values()],
		/** What searches can show now, as they show it, in the order of its change. */
		shown: (): readonly SaleOrder[] => visible.since(null, now()).map(({ row }) => row.order),
	};
};

export type Orders = ReturnType<typeof orders>;
