import type { OmnifulSkuDraft } from './types';

export interface Sku {
	readonly sku: string;
	readonly name: string;
	readonly status: 'active' | 'inactive';
	readonly price: number;
	readonly changedAt: number;
}

export const catalog = (now: () => number) => {
	const all = new Map<string, Sku>();
	return {
		seed({ sku, name, status = 'active', price = 100 }: OmnifulSkuDraft): Sku {
			const kept = { sku, name: name ?? `Product ${sku}`, status, price, changedAt: now() };
			all.set(sku, kept);
			return kept;
		},
		/** Exact: case counts (reference/omniful.md 1.5). */
		find: (sku: string): Sku | null => all.get(sku) ?? null,
		all: (): readonly Sku[] => [...all.values()],
	};
};

export type Catalog = ReturnType<typeof catalog>;
