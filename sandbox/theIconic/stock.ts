import type { Catalog, Product } from './catalog';
import { type Item, type Order, isMarketplace } from './order';
import { isBefore } from './statuses';
import type { IconicOptions } from './types';

/** "Units in pending or ready_to_ship items (dropship/crossdock)" (reference/the-iconic-sellercenter.md 6). */
const isReserved = (item: Item) =>
	!isMarketplace(item) && (item.status === 'pending' || item.status === 'ready_to_ship');

/** What the channel has taken off the figure by itself. When it does, and that returns give nothing back, are guesses (reference/the-iconic-sellercenter.md 6, 13). */
const isGone: Readonly<Record<NonNullable<IconicOptions['stockFalls']>, (item: Item) => boolean>> =
	{
		shipped: ({ status }) => status !== 'canceled' && !isBefore(status, 'shipped'),
		ordered: ({ status }) => status !== 'canceled' && status !== 'payment_pending',
	};

const unitsOf = (order: Order | null, counts: (item: Item) => boolean) => {
	const units = new Map<number, number>();
	for (const item of order?.items ?? []) {
		if (item.product === null || !counts(item)) continue;
		units.set(item.product, (units.get(item.product) ?? 0) + 1);
	}
	return units;
};

const difference = (
	before: ReadonlyMap<number, number>,
	after: ReadonlyMap<number, number>,
): readonly (readonly [number, number])[] =>
	[...new Set([...before.keys(), ...after.keys()])].map((id) => [
		id,
		(after.get(id) ?? 0) - (before.get(id) ?? 0),
	]);

/** The stock of products as orders come and go. */
export const stock = (
	catalog: Pick<Catalog, 'find' | 'put'>,
	stockFalls: NonNullable<IconicOptions['stockFalls']>,
) => {
	const reserved = new Map<number, number>();
	const isOut = (item: Item) => !isMarketplace(item) && isGone[stockFalls](item);

	const figuresOf = (product: Product) => {
		const kept = reserved.get(product.id) ?? 0;
		const consigned = product.draft.consigned ?? 0;
		return {
			quantity: product.quantity,
			reservedStock: kept,
			preVerificationStock: 0,
			available: product.quantity + consigned - kept,
			sellableStock: consigned,
			nonSellableStock: 0,
		};
	};

	return {
		follow(before: Order | null, after: Order) {
			for (const [id, more] of difference(
				unitsOf(before, isReserved),
				unitsOf(after, isReserved),
			)) {
				reserved.set(id, (reserved.get(id) ?? 0) + more);
			}
			for (const [id, more] of difference(unitsOf(before, isOut), unitsOf(after, isOut))) {
				const quantity = catalog.find(id)?.quantity ?? 0;
				// That a figure stops at nothing is a guess.
				if (more !== 0) catalog.put(id, Math.max(0, quantity - more), 'sold');
			}
		},
		figuresOf,
		/** Rows carry no product id (reference/the-iconic-sellercenter.md 6). */
		answer: (product: Product) => ({
			shopSku: product.shopSku,
			sellerSku: product.sku,
			name: product.name,
			...figuresOf(product),
			consignments: isMarketplace(product)
				? { received: 0, quarantined: 0, defective: 0, canceled: 0, returned: 0, failed: 0 }
				: null,
			warehouses: [],
		}),
	};
};

export type Stock = ReturnType<typeof stock>;
