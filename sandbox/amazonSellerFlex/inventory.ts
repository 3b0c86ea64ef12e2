import type { AmazonStockState } from './stateTypes';

/** What sellers told, one absolute figure per SKU and location. */
export const inventory = (now: () => number) => {
	const all = new Map<string, AmazonStockState>();
	const keyOf = (location: string, sku: string) => JSON.stringify([location, sku]);
	return {
		find: (location: string, sku: string): AmazonStockState | null =>
			all.get(keyOf(location, sku)) ?? null,
		set(location: string, sku: string, quantity: number, sequence: number): AmazonStockState {
			const key = keyOf(location, sku);
			const updates = [...(all.get(key)?.updates ?? []), { at: now(), quantity, sequence }];
			const stock = { location, sku, quantity, sequence, updates };
			all.set(key, stock);
			return stock;
		},
		all: (): readonly AmazonStockState[] => [...all.values()],
	};
};

export type Inventory = ReturnType<typeof inventory>;
