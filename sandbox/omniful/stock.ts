import { type Order, unitsIn } from './order';
import { hasLeft, isReserved } from './statuses';
import type { OmnifulStockState } from './stateTypes';

interface Figures {
	readonly onHand: number;
	readonly reserved: number;
	readonly safety: number;
	readonly updatedAt: number;
}

/**
 * Reserved when the order becomes new_order, released by a cancel, taken off when it ships: a working assumption
 * (reference/omniful.md 4.4).
 */
export const stock = (now: () => number) => {
	const rows = new Map<string, Figures>();
	const keyOf = (hub: string, sku: string) => JSON.stringify([hub, sku]);
	const figures = (hub: string, sku: string): OmnifulStockState => {
		const { onHand = 0, reserved = 0, safety = 0 } = rows.get(keyOf(hub, sku)) ?? {};
		return { hub, sku, onHand, reserved, safety, available: onHand - reserved - safety };
	};
	const change = (hub: string, sku: string, to: Partial<Omit<Figures, 'updatedAt'>>) => {
		const { onHand, reserved, safety } = figures(hub, sku);
		rows.set(keyOf(hub, sku), { onHand, reserved, safety, ...to, updatedAt: now() });
	};
	const move = (order: Order, sign: 1 | -1, what: 'onHand' | 'reserved') => {
		if (order.hub === null) return;
		for (const [sku, units] of unitsIn(order)) {
			const before = figures(order.hub, sku);
			change(order.hub, sku, { [what]: before[what] + sign * units });
		}
	};
	return {
		figures,
		change,
		has: (hub: string, sku: string): boolean => rows.has(keyOf(hub, sku)),
		updatedAt: (hub: string, sku: string): number => rows.get(keyOf(hub, sku))?.updatedAt ?? 0,
		/** Whether all of the order may be promised there. */
		covers: (order: Order, hub: string): boolean =>
			[...unitsIn(order)].every(([sku, units]) => figures(hub, sku).available >= units),
		follow(before: Order | null, after: Order) {
			const [was, is] = [before !== null && isReserved(before.status), isReserved(after.status)];
			if (!was && is) move(after, 1, 'reserved');
			if (was && !is && before) move(before, -1, 'reserved');
			if (before && !hasLeft(before.status) && hasLeft(after.status)) move(after, -1, 'onHand');
		},
		at: (hub: string): readonly OmnifulStockState[] =>
			[...rows.keys()]
				.map((key) => JSON.parse(key) as [string, string])
				.filter(([of]) => of === hub)
				.map(([, sku]) => figures(hub, sku)),
		all: (): readonly OmnifulStockState[] =>
			[...rows.keys()].map((key) => figures(...(JSON.parse(key) as [string, string]))),
	};
};

export type Stock = ReturnType<typeof stock>;
