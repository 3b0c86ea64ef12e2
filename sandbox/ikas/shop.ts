import { type Random, uuid } from '../random';
import { shelf } from '../shelf';
import { SandboxRefusal } from '../wire';
import { advanced, packaged } from './advance';
import { cancelled } from './cancel';
import { type ChangeContext, edited } from './edit';
import { eventsOf } from './events';
import { type OrderContext, rawOrder } from './order';
import { type Kept, changeOf, orderState } from './orderState';
import type { RawOrder } from './raw';
import { unknownId } from './refusal';
import { checkStatuses } from './statuses';
import type {
	CancelledLine,
	OrderAdvance,
	OrderChange,
	OrderDraft,
	OrderEdit,
	OrderState,
} from './types';
import { answered } from './unreadable';

/** What the shop lives in. `lateness` says how long the next change stays out of `listOrder`, `moved` hears of each. */
export interface ShopContext {
	readonly random: Random;
	now(): number;
	lateness(): number;
	moved(change: { before: RawOrder | null; after: RawOrder; byApi: boolean }): void;
	surroundings(): Omit<OrderContext, 'random' | 'now' | 'sequence'>;
}

/** Orders are numbered from 1001 on (reference/ikas.md 8.1). */
const firstNumber = 1001;

/** The order as drafted, brought to the status that the draft asks for. */
const drafted = (draft: OrderDraft, context: OrderContext): RawOrder => {
	const order = rawOrder(draft, context);
	const change = { ...context, now: order.updatedAt, newId: () => uuid(context.random) };
	const moved = draft.package ? packaged(order, draft.package, change) : order;
	return draft.status === 'CANCELLED'
		? cancelled(moved, change, { reason: 'CUSTOMER' })
		: { ...moved, status: draft.status ?? moved.status };
};

export const shop = ({ random, now, lateness, moved, surroundings }: ShopContext) => {
	const orders = new Map<string, Kept>();
	const visible = shelf<RawOrder>();
	const tags = new Set<string>();
	let revision = 0;

	const keep = (what: OrderChange['what'], kept: Kept, byApi = false): OrderState => {
		const at = now();
		// That a client sees its own change at once, whatever comes late, is a guess.
		const visibleAt = byApi ? at : at + lateness();
		const before = orders.get(kept.order.id)?.order ?? null;
		const history = [...kept.history, changeOf(what, kept.order, at, visibleAt)];
		const events = [...kept.events, ...eventsOf(before, kept.order, { at, byApi })];
		const next = { ...kept, history, events };
		moved({ before, after: kept.order, byApi });
		orders.set(kept.order.id, next);
		revision += 1;
		const { order } = kept;
		visible.put({ revision, row: order, answer: answered(order, next) }, visibleAt, at);
		return orderState(next);
	};

	const found = (id: string): Kept => {
		const kept = orders.get(id);
		if (!kept) throw new SandboxRefusal(`there is no order ${id}`);
		return kept;
	};

	/** A change always moves `updatedAt`, also twice within one millisecond. */
	const changing = ({ order }: Kept): ChangeContext => ({
		...surroundings(),
		now: Math.max(now(), order.updatedAt + 1),
		newId: () => uuid(random),
	});

	return {
		check(draft: OrderDraft) {
			checkStatuses(draft);
			if (draft.id && orders.has(draft.id)) {
				throw new SandboxRefusal(`there is an order ${draft.id} already`);
			}
		},
		place(draft: OrderDraft): OrderState {
			const placedAt = now();
			const sequence = firstNumber + orders.size;
			const order = drafted(draft, { ...surroundings(), random, now: placedAt, sequence });
			const { unreadable: preset = null, overrides = null } = draft;
			for (const tag of draft.tags ?? []) tags.add(tag);
			return keep('placed', { order, placedAt, preset, overrides, history: [], events: [] });
		},
		edit(id: string, edit: OrderEdit): OrderState {
			const kept = found(id);
			const order = edited(kept.order, changing(kept), edit);
			const { overrides } = edit;
			const spoiling = overrides === undefined ? {} : { preset: null, overrides };
			return keep('edited', { ...kept, ...spoiling, order });
		},
		advance(id: string, advance: OrderAdvance): OrderState {
			checkStatuses(advance);
			const kept = found(id);
			return keep('advanced', { ...kept, order: advanced(kept.order, changing(kept), advance) });
		},
		cancel(id: string, lines?: readonly CancelledLine[], restock = true): OrderState {
			const kept = found(id);
			const isWithheld = !restock;
			const order = cancelled(kept.order, changing(kept), {
				lines: lines?.map((line) => ({ ...line, isWithheld })),
				isWithheld,
				reason: 'CUSTOMER',
			});
			return keep('cancelled', { ...kept, order });
		},
		/** What a mutation makes of an order: the order as it is answered. Nothing is kept when nothing changed. */
		byApi(
			id: string,
			what: OrderChange['what'],
			change: (order: RawOrder, context: ChangeContext) => RawOrder,
		): unknown {
			const kept = orders.get(id);
			if (!kept) throw unknownId('there is no order of this id');
			const order = change(kept.order, changing(kept));
			if (order !== kept.order) keep(what, { ...kept, order }, true);
			return answered(order, kept);
		},
		tags: (): readonly string[] => [...tags],
		order: (id: string) => orderState(found(id)),
		orders: () => [...orders.values()].map(orderState),
		listed: (updatedSince: number | null) => visible.since(updatedSince, now()),
	};
};

export type Shop = ReturnType<typeof shop>;
