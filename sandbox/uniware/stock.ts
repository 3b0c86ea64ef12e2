import { SandboxRefusal } from '../wire';
import { type SaleOrder, claimsOf, goneOf, packageIn } from './order';
import type { UniwareStockState } from './stateTypes';
import { isOpen, isUninvoiced } from './statuses';

/** Units of one SKU in one facility, as somebody counted or moved them. */
export interface Shelf {
	readonly inventory: number;
	readonly blocked: number;
	readonly bad: number;
	readonly virtual: number;
	/** Came back and is not on a shelf yet. */
	readonly putaway: number;
	readonly changedAt: number;
}

const bare: Shelf = { inventory: 0, blocked: 0, bad: 0, virtual: 0, putaway: 0, changedAt: 0 };

const keyOf = (facility: string, sku: string) => JSON.stringify([facility, sku]);

type Counter = Map<string, number>;

const add = (counter: Counter, key: string, by: number) =>
	counter.set(key, (counter.get(key) ?? 0) + by);

/** What was invoiced comes back only by a putaway (reference/uniware-oker.md 3). */
const returnedUnits = (before: SaleOrder, after: SaleOrder) =>
	before.items.filter((item) => {
		const packed = item.package === null ? undefined : packageIn(before, item.package);
		const now = after.items.find(({ id }) => id === item.id);
		const isCancelled = isOpen(item.status) && now?.status === 'CANCELLED';
		return isCancelled && packed !== undefined && !isUninvoiced(packed.status);
	});

export const stock = (now: () => number) => {
	const shelves = new Map<string, Shelf>();
	const openSale: Counter = new Map();
	const allocated: Counter = new Map();

	const shelfOf = (facility: string, sku: string): Shelf =>
		shelves.get(keyOf(facility, sku)) ?? bare;

	const change = (facility: string, sku: string, figures: Partial<Shelf>) => {
		const next = { ...shelfOf(facility, sku), ...figures, changedAt: now() };
		if (next.inventory < 0) throw new SandboxRefusal(`there is not as much of ${sku}`);
		shelves.set(keyOf(facility, sku), next);
	};

	const count = (order: SaleOrder, by: 1 | -1) => {
		for (const { facility, sku, isAllocated } of claimsOf(order)) {
			const key = keyOf(facility, sku);
			add(openSale, key, by);
			if (isAllocated) add(allocated, key, by);
		}
	};

	return {
		change,
		shelfOf,
		isKept: (facility: string, sku: string) => shelves.has(keyOf(facility, sku)),
		/** Units that no package has taken yet. */
		unallocated(facility: string, sku: string): number {
			const { inventory, blocked } = shelfOf(facility, sku);
			return inventory - blocked - (allocated.get(keyOf(facility, sku)) ?? 0);
		},
		figures(facility: string, sku: string): UniwareStockState {
			const { inventory, blocked: inventoryBlocked, bad: badInventory } = shelfOf(facility, sku);
			const sold = openSale.get(keyOf(facility, sku)) ?? 0;
			const free = inventory - sold - inventoryBlocked;
			return { facility, sku, inventory, openSale: sold, inventoryBlocked, badInventory, free };
		},
		/** The stock follows an order: what is sold is open sale, what has left is gone. */
		follow(before: SaleOrder | null, after: SaleOrder) {
			if (before) count(before, -1);
			count(after, 1);
			const gone = new Set((before ? goneOf(before) : []).map(({ id }) => id));
			for (const { id, facility, sku } of goneOf(after)) {
				if (gone.has(id)) continue;
				const { inventory } = shelfOf(facility, sku);
				change(facility, sku, { inventory: Math.max(0, inventory - 1) });
			}
			for (const { facility, input } of before ? returnedUnits(before, after) : []) {
				if (facility === null) continue;
				const { inventory, putaway } = shelfOf(facility, input.itemSku);
				const figures = { inventory: Math.max(0, inventory - 1), putaway: putaway + 1 };
				change(facility, input.itemSku, figures);
			}
		},
		all: (): readonly { readonly facility: string; readonly sku: string }[] =>
			[...shelves.keys()].map((key) => {
				const [facility, sku] = JSON.parse(key) as [string, string];
				return { facility, sku };
			}),
	};
};

export type Stock = ReturnType<typeof stock>;
