import type { Random } from '../random';
import { shelf } from '../shelf';
import { SandboxRefusal } from '../wire';
import { type AdvancingContext, advanced } from './advancing';
import { cancelledInShop } from './cancelling';
import type { Writing } from './itemAnswer';
import { type Order, openUnits } from './order';
import { orderState } from './orderState';
import { type PlacingContext, placed } from './placing';
import type { Cause, IconicOrderState, OrderChangeKind } from './stateTypes';
import type { IconicOrderDraft } from './types';

export type Change = (order: Order, context: AdvancingContext) => Order;

export interface Doing {
	readonly what: OrderChangeKind;
	readonly by: Cause;
}

/** What the orders live in. `lateness` says how long the next change stays out of lists. */
export interface OrdersContext extends Writing, Pick<PlacingContext, 'goods'> {
	readonly random: Random;
	now(): number;
	lateness(): number;
	usualProvider(): string | null;
	/** The stock follows. */
	onChange(before: Order | null, after: Order): void;
}

interface Due extends Doing {
	readonly at: number;
	readonly order: number;
	readonly change: Change;
}

type Row = Omit<Order, 'id'> & { readonly id: string; readonly order: Order };

/** Items that are not what they were get their times of change, and with them the order (reference/the-iconic-sellercenter.md 7). */
const dated = (before: Order, after: Order, at: number): Order => ({
	...after,
	updatedAt: at,
	items: after.items.map((item) => {
		const known = before.items.find(({ id }) => id === item.id);
		if (known === item) return item;
		const statusChangedAt = known?.status === item.status ? item.statusChangedAt : at;
		return { ...item, updatedAt: at, statusChangedAt };
	}),
});

/** The order brought to the status that its draft asks for. */
const drafted = (draft: IconicOrderDraft, order: Order, context: AdvancingContext): Order => {
	const { status = 'pending' } = draft;
	if (order.items.every((item) => item.status === status)) return order;
	return status === 'canceled' ? cancelledInShop(order, {}) : advanced(order, { status }, context);
};

const firstIds = { order: 1_900_001, item: 5_000_001, package: 300_001 } as const;

export const orders = (context: OrdersContext) => {
	const { now, lateness } = context;
	const all = new Map<number, Order>();
	const numbers = new Map<string, number>();
	/** The order of each item, and the package of each tracking number. */
	const owners = new Map<number, number>();
	const trackings = new Map<string, number>();
	const visible = shelf<Row>();
	let due: readonly Due[] = [];
	let revision = 0;
	let packages = 0;

	const freshId = () => firstIds.package + packages++;

	const contextAt = (at: number): AdvancingContext => ({
		now: at,
		freshId,
		usualProvider: context.usualProvider(),
	});

	const index = (before: Order | null, { id, number, items, packages: made }: Order) => {
		numbers.set(number, id);
		for (const item of items) owners.set(item.id, id);
		for (const { tracking } of before?.packages ?? []) if (tracking) trackings.delete(tracking);
		for (const one of made) if (one.tracking) trackings.set(one.tracking, one.id);
	};

	const keep = ({ what, by }: Doing, after: Order, at: number): Order => {
		const before = all.get(after.id) ?? null;
		// That a client sees its own change at once, whatever comes late, is a guess.
		const visibleAt = by === 'api' ? at : at + lateness();
		const items = after.items
			.filter((item) => !before?.items.includes(item))
			.map(({ id, status }) => ({ id, status }));
		const event = { what, at, visibleAt, by, items, open: openUnits(after) };
		const next = { ...after, history: [...after.history, event] };
		all.set(next.id, next);
		index(before, next);
		context.onChange(before, next);
		revision += 1;
		const row = { ...next, id: String(next.id), order: next };
		visible.put({ revision, row, answer: null }, visibleAt, at);
		return next;
	};

	const found = (id: string): Order => {
		const order = all.get(Number(id));
		if (!order) throw new SandboxRefusal(`there is no order ${id}`);
		return order;
	};

	/** A change always moves `updatedAt`, also twice within one millisecond. Nothing is kept when nothing changed. */
	const changed = (order: Order, doing: Doing, change: Change, at = now()): Order => {
		const instant = Math.max(at, order.updatedAt + 1);
		const next = change(order, contextAt(instant));
		return next === order ? order : keep(doing, dated(order, next, instant), at);
	};

	return {
		check({ number }: IconicOrderDraft) {
			if (number && numbers.has(number)) {
				throw new SandboxRefusal(`there is an order ${number} already`);
			}
		},
		place(draft: IconicOrderDraft): IconicOrderState {
			const order = placed(draft, {
				...context,
				now: now(),
				id: firstIds.order + all.size,
				firstItem: firstIds.item + owners.size,
				isTaken: (number) => numbers.has(number),
			});
			const made = drafted(draft, order, contextAt(order.updatedAt));
			return orderState(keep({ what: 'placed', by: 'panel' }, made, now()), context);
		},
		change: (id: string, doing: Doing, change: Change): IconicOrderState =>
			orderState(changed(found(id), doing, change), context),
		/** By a call of the API. */
		byApi: (order: Order, what: OrderChangeKind, change: Change): Order =>
			changed(order, { what, by: 'api' }, change),
		/** A change that comes by itself at an instant. */
		later(at: number, order: number, { what, by, change }: Doing & { readonly change: Change }) {
			due = [...due, { at, order, what, by, change }];
		},
		/** Brings about what is due by now. */
		settle() {
			if (due.length === 0) return;
			const until = now();
			const ripe = due.filter(({ at }) => at <= until).toSorted((one, other) => one.at - other.at);
			due = due.filter(({ at }) => at > until);
			for (const { at, order, what, by, change } of ripe) {
				changed(found(String(order)), { what, by }, change, at);
			}
		},
		find: (id: number): Order | null => all.get(id) ?? null,
		withNumber: (number: string): Order | null => all.get(numbers.get(number) ?? 0) ?? null,
		ofItem: (item: number): Order | null => all.get(owners.get(item) ?? 0) ?? null,
		/** The package that has the tracking number. */
		packageWith: (tracking: string): number | null => trackings.get(tracking) ?? null,
		state: (id: string) => orderState(found(id), context),
		states: () => [...all.values()].map((order) => orderState(order, context)),
		/** What lists can show now, changed at this instant or later. */
		listed: (since: number | null): readonly Order[] =>
			visible.since(since, now()).map(({ row }) => row.order),
	};
};

export type Orders = ReturnType<typeof orders>;
