import { random, seedOf, uuid } from '../random';
import type { StockWrite } from './effectTypes';
import type { RawStock } from './raw';

/** A stock as it is, and all that it was. */
export interface KeptStock {
	row: RawStock;
	readonly history: StockWrite[];
}

/** What a figure belongs to. */
export interface Place {
	readonly productId: string;
	readonly variantId: string;
	readonly stockLocationId: string;
}

const rawStock = (place: Place, at: number): RawStock => ({
	...place,
	id: uuid(random(seedOf(`${place.variantId} ${place.stockLocationId}`))),
	createdAt: at,
	updatedAt: at,
	stockCount: 0,
	deleted: false,
});

/** One absolute figure per variant and location; a row comes into being when it is first written (reference/ikas.md 10). */
export const stocks = (now: () => number) => {
	const all: KeptStock[] = [];
	const byVariant = new Map<string, Map<string, KeptStock>>();

	const find = (variantId: string, stockLocationId: string): KeptStock | null =>
		byVariant.get(variantId)?.get(stockLocationId) ?? null;

	const made = (place: Place): KeptStock => {
		const kept: KeptStock = { row: rawStock(place, now()), history: [] };
		all.push(kept);
		const places = byVariant.get(place.variantId) ?? new Map<string, KeptStock>();
		byVariant.set(place.variantId, places.set(place.stockLocationId, kept));
		return kept;
	};

	const write = (place: Place, quantity: number, what: StockWrite['what'], byApi: boolean) => {
		const kept = find(place.variantId, place.stockLocationId) ?? made(place);
		const at = now();
		kept.row = { ...kept.row, stockCount: quantity, updatedAt: at };
		kept.history.push({ at, what, quantity, byApi });
	};

	return {
		write,
		/** What ikas does itself. Where no stock is kept there is none to move; it may fall below zero, which is a guess. */
		move(variantId: string, stockLocationId: string, by: number, byApi: boolean) {
			const kept = find(variantId, stockLocationId);
			if (!kept || by === 0) return;
			write(kept.row, kept.row.stockCount + by, by < 0 ? 'ordered' : 'restocked', byApi);
		},
		of: (variantId: string): readonly RawStock[] =>
			[...(byVariant.get(variantId)?.values() ?? [])].map(({ row }) => row),
		all: (): readonly KeptStock[] => all,
	};
};

export type Stocks = ReturnType<typeof stocks>;
