import { type Random, uuid } from '../random';
import { SandboxRefusal } from '../wire';
import { advanced, packaged } from './advance';
import { cancelled } from './cancel';
import { type ChangeContext, edited } from './edit';
import { type OrderContext, rawOrder } from './order';
import { type Kept, changeOf, orderState } from './orderState';
import type { RawOrder } from './raw';
import { shelf } from './shelf';
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

/** What the shop lives in. `lateness` says how long the next change stays out of `listOrder`. */
export interface ShopContext {
	readonly random: Random;
	now(): number;
	lateness(): number;
	surroundings(): Pick<OrderContext, 'merchant' | 'locations' | 'salesChannel'>;
}

/** Orders are numbered from 1001 on (reference/ikas.md 8.1). */
const firstNumber = 1001;

/** The order as drafted, brought to the status that the draft asks for. */
const drafted = (draft: OrderDraft, context: OrderContext): RawOrder => {
	const order = rawOrder(draft, context);
	const change = { ...context, now: order.updatedAt, newId: () => uuid(context.random) };
	const moved = draft.package ? packaged(order, draft.package, change) : order;
	return draft.status === 'CANCELLED'
		? cancelled(moved, change)
		: { ...moved, status: draft.status ?? moved.status };
};

export const shop = ({ random, now, lateness, surroundings }: ShopContext) => {
	const orders = new Map<string, Kept>();
	const visible = shelf();
	let revision = 0;

	const keep = (what: OrderChange['what'], kept: Kept): OrderState => {
		const at = now();
		const visibleAt = at + lateness();
		const history = [...kept.history, changeOf(what, kept.order, at, visibleAt)];
		const next = { ...kept, history };
		orders.set(kept.order.id, next);
		revision += 1;
		const { order } = kept;
		visible.put({ revision, order, answer: answered(order, next) }, visibleAt, at);
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
			return keep('placed', { order, placedAt, preset, overrides, history: [] });
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
		cancel(id: string, lines?: readonly CancelledLine[]): OrderState {
			const kept = found(id);
			return keep('cancelled', { ...kept, order: cancelled(kept.order, changing(kept), lines) });
		},
		order: (id: string) => orderState(found(id)),
		orders: () => [...orders.values()].map(orderState),
		listed: (updatedSince: number | null) => visible.since(updatedSince, now()),
	};
};

export type Shop = ReturnType<typeof shop>;
