import { shelf } from '../shelf';
import { SandboxRefusal } from '../wire';
import { type Cancelling, cancelled, unshippedUnits } from './cancelling';
import type { Claim, Claimed } from './claiming';
import { gid, numberIn } from './ids';
import type { Inventory, StockCause } from './inventory';
import { type NewOrder, rawOrder } from './newOrder';
import type { RawFulfillment, RawMetafield, RawOrder } from './raw';
import { type Outcome, made, refused } from './refusal';
import { type Shipment, shipped, unshipped } from './shipping';
import type { OrderChange, OrderChangeKind } from './stateTypes';

/** An order, and all that became of it. */
export interface Kept {
	readonly order: RawOrder;
	readonly history: readonly OrderChange[];
}

/** Who changes an order, and what the change is called. */
export interface Change {
	readonly what: OrderChangeKind;
	readonly byApi: boolean;
}

/** What the orders live in. */
export interface BookContext {
	now(): number;
	newId(): string;
	readonly prefix: string;
	readonly inventory: Inventory;
	/** How long the next change stays out of what searches find. */
	lateness(): number;
	claimed(claim: Claim): Outcome<readonly Claimed[]>;
	itemOf(variantId: string | null): string | null;
	changed(before: RawOrder | null, after: RawOrder, what: OrderChangeKind): void;
}

type Moves = (units: number) => Parameters<Inventory['move']>[2]['deltas'];

const firstNumber = 1001;

const valueKey = ({ namespace, key, value }: Pick<RawMetafield, 'namespace' | 'key' | 'value'>) =>
	JSON.stringify([namespace, key, value]);

export const orderBook = (context: BookContext) => {
	const { now, newId, inventory } = context;
	const orders = new Map<string, Kept>();
	const byValue = new Map<string, string>();
	const index = shelf<RawOrder>();
	let revision = 0;

	const keep = (order: RawOrder, { what, byApi }: Change): RawOrder => {
		const known = orders.get(order.id);
		const at = now();
		// What searches find lags behind every write, whoever made it (reference/shopify.md 6).
		const visibleAt = at + context.lateness();
		const change: OrderChange = { at, what, byApi, visibleAt };
		orders.set(order.id, { order, history: [...(known?.history ?? []), change] });
		for (const field of order.metafields) byValue.set(valueKey(field), order.id);
		revision += 1;
		index.put({ revision, row: order, answer: null }, visibleAt, at);
		context.changed(known?.order ?? null, order, what);
		return order;
	};

	/** A change always moves `updatedAt`. */
	const at = ({ updatedAt }: RawOrder) => ({ now: Math.max(now(), updatedAt + 1), newId });

	const moveStock = (
		order: RawOrder,
		units: (line: RawOrder['lines'][number]) => number,
		{ moves, cause }: { readonly moves: Moves; readonly cause: StockCause },
	) => {
		for (const line of order.lines) {
			const itemId = context.itemOf(line.variantId);
			const count = units(line);
			if (!itemId || line.claimedAt === null || count === 0) continue;
			const why = { ...cause, order: gid('Order', order.id) };
			inventory.move(itemId, line.claimedAt, { deltas: moves(count), cause: why });
		}
	};

	const unitsIn =
		({ lines }: Pick<RawFulfillment, 'lines'>) =>
		({ id }: { readonly id: string }) =>
			lines.filter((line) => line.lineId === id).reduce((sum, { quantity }) => sum + quantity, 0);

	const find = (id: string): RawOrder | null => orders.get(id)?.order ?? null;

	return {
		find,
		place(draft: NewOrder, claim: Omit<Claim, 'lines'>, byApi: boolean): Outcome<RawOrder> {
			const { made: rows, errors } = context.claimed({ ...claim, lines: draft.lines });
			if (!rows) return refused(...errors);
			const number = firstNumber + orders.size;
			const order = rawOrder(draft, rows, { number, prefix: context.prefix, newId });
			const moves: Moves = (units) => ({ available: -units, committed: units });
			moveStock(order, ({ quantity }) => quantity, { moves, cause: { what: 'claimed', byApi } });
			return made(keep(order, { what: 'placed', byApi }));
		},
		/** Keeps an order that differs from the one before in nothing that moves stock. */
		edit: (order: RawOrder, change: Change): RawOrder =>
			keep({ ...order, updatedAt: at(order).now }, change),
		ship(order: RawOrder, shipment: Shipment): RawOrder {
			const next = shipped(order, shipment, at(order));
			const last = next.fulfillments.at(-1) ?? { lines: [] };
			const { byApi } = shipment;
			const moves: Moves = (units) => ({ committed: -units });
			moveStock(next, unitsIn(last), { moves, cause: { what: 'fulfilled', byApi } });
			return keep(next, { what: 'fulfilled', byApi });
		},
		unship(order: RawOrder, back: RawFulfillment, byApi: boolean): RawOrder {
			const next = unshipped(order, back, at(order)) ?? order;
			const moves: Moves = (units) => ({ committed: units });
			moveStock(next, unitsIn(back), { moves, cause: { what: 'unfulfilled', byApi } });
			return keep(next, { what: 'unfulfilled', byApi });
		},
		cancel(order: RawOrder, cancelling: Cancelling, byApi: boolean): RawOrder {
			const moves: Moves = (units) =>
				cancelling.restock ? { available: units, committed: -units } : { committed: -units };
			const cause = { what: 'cancelled', byApi } as const;
			moveStock(order, (line) => unshippedUnits(order, line), { moves, cause });
			return keep(cancelled(order, cancelling, at(order)), { what: 'cancelled', byApi });
		},
		/** Takes units off lines, back into stock or not. */
		reduce(
			order: RawOrder,
			next: RawOrder,
			by: { readonly restocks: (lineId: string) => boolean; readonly byApi: boolean },
		): RawOrder {
			const left = (id: string) => next.lines.find((line) => line.id === id)?.currentQuantity ?? 0;
			const cause = { what: 'edited', byApi: by.byApi } as const;
			for (const line of order.lines) {
				const moves: Moves = (units) => ({
					committed: -units,
					...(by.restocks(line.id) && { available: units }),
				});
				const gone = (one: { readonly id: string }) =>
					one.id === line.id ? line.currentQuantity - left(line.id) : 0;
				moveStock(order, gone, { moves, cause });
			}
			return keep({ ...next, updatedAt: at(order).now }, { what: 'edited', byApi: by.byApi });
		},
		/** Who has this value of a unique metafield, at once (reference/shopify.md 9). */
		withValue(field: Pick<RawMetafield, 'namespace' | 'key' | 'value'>): RawOrder | null {
			const order = find(byValue.get(valueKey(field)) ?? '');
			return order?.metafields.some((one) => valueKey(one) === valueKey(field)) ? order : null;
		},
		/** By global id, number, or a name that only one has. */
		named(text: string): Kept {
			const known = orders.get(numberIn('Order', text) ?? '');
			const namesakes = [...orders.values()].filter(({ order }) => order.name === text);
			const [only] = namesakes;
			const kept = known ?? (namesakes.length === 1 ? only : undefined);
			if (!kept) throw new SandboxRefusal(`there is no order ${text}, or more than one`);
			return kept;
		},
		all: (): readonly Kept[] => [...orders.values()],
		/** What searches know: each order as it was when it was last looked at. */
		indexed: (): readonly RawOrder[] => index.since(null, now()).map(({ row }) => row),
	};
};
