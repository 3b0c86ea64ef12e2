import type { Random } from '../random';
import { shelf } from '../shelf';
import { SandboxRefusal } from '../wire';
import { advanced } from './advancing';
import { wholeCancelled } from './cancelling';
import type { ChangeContext } from './invoicing';
import { localText, sortable } from './localTime';
import { type Order, openUnits } from './order';
import { type Writing, listAnswer, orderAnswer } from './orderAnswer';
import { orderState } from './orderState';
import { type PlacingContext, placed } from './placing';
import type { BabyshopOrderState, Cause, OrderChangeKind } from './stateTypes';
import type { BabyshopOrderDraft } from './types';

export type Change = (order: Order, context: ChangeContext) => Order;

export interface Doing {
	readonly what: OrderChangeKind;
	readonly by: Cause;
}

/** What the orders live in. `lateness` says how long the next change stays out of `orderList`. */
export interface OrdersContext extends Writing, Pick<PlacingContext, 'seller' | 'product'> {
	readonly random: Random;
	now(): number;
	lateness(): number;
}

interface Due extends Doing {
	readonly at: number;
	readonly number: string;
	readonly change: Change;
}

/** `stamp` is the time of change, as `sortable` has it. */
type Row = Order & { readonly id: string; readonly stamp: string };

/** The order brought to the status that its draft asks for. */
const drafted = (draft: BabyshopOrderDraft, order: Order, context: ChangeContext): Order => {
	const { status = order.status } = draft;
	if (status === order.status) return order;
	return status === '8' || status === '50'
		? wholeCancelled(order, { status }, 'panel')
		: advanced(order, { status }, context);
};

export const orders = (context: OrdersContext) => {
	const { random, now, lateness } = context;
	const all = new Map<string, Order>();
	const visible = shelf<Row>();
	let due: readonly Due[] = [];
	let revision = 0;

	const keep = ({ what, by }: Doing, order: Order, at = now()): Order => {
		// That a client sees its own change at once, whatever comes late, is a guess.
		const visibleAt = by === 'api' ? at : at + lateness();
		const event = { what, at, visibleAt, by, status: order.status, open: openUnits(order) };
		const next = { ...order, history: [...order.history, event] };
		all.set(next.number, next);
		revision += 1;
		const stamp = sortable(localText(next.updatedAt, context.timeZone));
		const row = { ...next, id: next.number, stamp };
		visible.put({ revision, row, answer: listAnswer(next, context) }, visibleAt, at);
		return next;
	};

	const found = (number: string): Order => {
		const order = all.get(number);
		if (!order) throw new SandboxRefusal(`there is no order ${number}`);
		return order;
	};

	/** A change always moves `updatedAt`, also twice within one millisecond. Nothing is kept when nothing changed. */
	const changed = (number: string, doing: Doing, change: Change, at = now()): Order => {
		const order = found(number);
		const updatedAt = Math.max(at, order.updatedAt + 1);
		const next = change(order, { now: updatedAt, random });
		return next === order ? order : keep(doing, { ...next, updatedAt }, at);
	};

	return {
		check({ number }: BabyshopOrderDraft) {
			if (number && all.has(number)) {
				throw new SandboxRefusal(`there is an order ${number} already`);
			}
		},
		place(draft: BabyshopOrderDraft): BabyshopOrderState {
			const isTaken = (number: string) => all.has(number);
			const order = placed(draft, { ...context, now: now(), isTaken });
			const made = drafted(draft, order, { now: order.updatedAt, random });
			return orderState(keep({ what: 'placed', by: 'panel' }, made));
		},
		change: (number: string, doing: Doing, change: Change): BabyshopOrderState =>
			orderState(changed(number, doing, change)),
		/** A change that comes by itself at an instant. */
		later(at: number, number: string, doing: Doing, change: Change) {
			due = [...due, { ...doing, at, number, change }];
		},
		/** Brings about what is due by now. */
		settle() {
			const until = now();
			const ripe = due.filter(({ at }) => at <= until);
			due = due.filter(({ at }) => at > until);
			for (const { at, number, what, by, change } of ripe.toSorted((a, b) => a.at - b.at)) {
				changed(number, { what, by }, change, at);
			}
		},
		find: (number: string): Order | null => all.get(number) ?? null,
		all: (): readonly Order[] => [...all.values()],
		answer: (order: Order) => orderAnswer(order, context),
		state: (number: string) => orderState(found(number)),
		states: () => [...all.values()].map(orderState),
		listed: () => visible.since(null, now()),
	};
};

export type Orders = ReturnType<typeof orders>;
