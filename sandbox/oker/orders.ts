import { shelf } from '../shelf';
import { SandboxRefusal } from '../wire';
import { advanced } from './advancing';
import { cancelledInShop } from './cancelling';
import type { InvoicingContext } from './invoicing';
import { type Order, openUnits } from './order';
import { orderState } from './orderState';
import { type Goods, placed } from './placing';
import type { Cause, OkerOrderState, OrderChangeKind } from './stateTypes';
import type { OkerOrderDraft } from './types';

export type Change = (order: Order, context: InvoicingContext) => Order;

export interface Doing {
	readonly what: OrderChangeKind;
	readonly by: Cause;
}

/** What the orders live in. `lateness` says how long the next change stays out of lists. */
export interface OrdersContext extends Omit<InvoicingContext, 'now' | 'freshNumber'> {
	now(): number;
	lateness(): number;
	usualFacility(): string | null;
	goods(sku: string): Goods | null;
	/** The shop offers so many fewer. */
	sold(order: Order): void;
}

type Row = Order & { readonly order: Order };

/** The order brought to the status that its draft asks for. */
const drafted = (draft: OkerOrderDraft, order: Order, context: InvoicingContext): Order => {
	const { status = 'CREATED' } = draft;
	if (status === 'CANCELLED') return cancelledInShop(order, {});
	if (status === 'CREATED') return order;
	if (status === 'PROCESSING' || status === 'PACKED' || status === 'READY_TO_DISPATCH') {
		return { ...order, items: order.items.map((item) => ({ ...item, status })) };
	}
	return advanced(order, { status }, context);
};

const firstId = 50_001;

export const orders = (context: OrdersContext) => {
	const { now, lateness } = context;
	const all = new Map<string, Order>();
	/** The order of each item. */
	const owners = new Map<string, string>();
	const visible = shelf<Row>();
	let revision = 0;
	let invoices = 0;

	const freshNumber = () => {
		invoices += 1;
		return invoices;
	};

	const contextAt = (at: number): InvoicingContext => ({ ...context, now: at, freshNumber });

	const stateOf = (order: Order) => orderState(order, context.tellsStages, now());

	const keep = ({ what, by }: Doing, after: Order, at: number): Order => {
		// That a client sees its own change at once, whatever comes late, is a guess.
		const visibleAt = by === 'api' ? at : at + lateness();
		const event = { what, at, visibleAt, by, open: openUnits(after) };
		const next = { ...after, history: [...after.history, event] };
		all.set(next.id, next);
		for (const { id } of next.items) owners.set(id, next.id);
		revision += 1;
		visible.put({ revision, row: { ...next, order: next }, answer: null }, visibleAt, at);
		return next;
	};

	const found = (id: string): Order => {
		const order = all.get(id);
		if (!order) throw new SandboxRefusal(`there is no order ${id}`);
		return order;
	};

	/** A change always moves `updatedAt`, also twice within one millisecond. Nothing is kept when nothing changed. */
	const changed = (order: Order, doing: Doing, change: Change): Order => {
		const at = now();
		const instant = Math.max(at, order.updatedAt + 1);
		const next = change(order, contextAt(instant));
		return next === order ? order : keep(doing, { ...next, updatedAt: instant }, at);
	};

	const freshId = () => {
		for (let number = firstId + all.size; ; number += 1) {
			if (!all.has(`OK-${number}`)) return `OK-${number}`;
		}
	};

	return {
		check({ id }: OkerOrderDraft) {
			if (id && all.has(id)) throw new SandboxRefusal(`there is an order ${id} already`);
		},
		place(draft: OkerOrderDraft): OkerOrderState {
			const { goods, usualFacility } = context;
			const id = draft.id ?? freshId();
			const order = placed(draft, { now: now(), id, facility: usualFacility(), goods });
			const made = drafted(draft, order, contextAt(order.updatedAt));
			context.sold(made);
			return stateOf(keep({ what: 'placed', by: 'customer' }, made, now()));
		},
		change: (id: string, doing: Doing, change: Change): OkerOrderState =>
			stateOf(changed(found(id), doing, change)),
		/** By a call of the API. */
		byApi: (order: Order, what: OrderChangeKind, change: Change): Order =>
			changed(order, { what, by: 'api' }, change),
		/** A label that was handed out, which is no change of the order. */
		labelled(order: Order) {
			all.set(order.id, { ...order, labels: order.labels + 1 });
		},
		find: (id: string): Order | null => all.get(id) ?? null,
		ofItem: (item: string): Order | null => all.get(owners.get(item) ?? '') ?? null,
		state: (id: string) => stateOf(found(id)),
		states: () => [...all.values()].map(stateOf),
		/** What lists can show now, changed at this instant or later. */
		listed: (since: number | null): readonly Order[] =>
			visible.since(since, now()).map(({ row }) => row.order),
	};
};

export type Orders = ReturnType<typeof orders>;
