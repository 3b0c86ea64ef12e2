/** What is counted (reference/shopify.md 7); `on_hand` is the sum of those that lie on a shelf. */
const counted = [
	'available',
	'committed',
	'damaged',
	'incoming',
	'quality_control',
	'reserved',
	'safety_stock',
] as const;

export type Counted = (typeof counted)[number];

export const isCounted = (name: string): name is Counted => counted.some((one) => one === name);

export const quantityNames: readonly string[] = [...counted, 'on_hand'];

export type Quantities = Readonly<Record<Counted, number>>;

export type Deltas = Readonly<Partial<Record<Counted, number>>>;

/** Why a stock moved. */
export interface StockCause {
	readonly what:
		| 'seeded'
		| 'set'
		| 'adjusted'
		| 'activated'
		| 'claimed'
		| 'fulfilled'
		| 'unfulfilled'
		| 'cancelled'
		| 'edited';
	readonly byApi: boolean;
	readonly reason?: string;
	/** Global id of the order that moved it. */
	readonly order?: string;
	/** The key of `@idempotent`. */
	readonly key?: string;
}

/** A stock as it is, and all that moved it. */
export interface Level {
	readonly itemId: string;
	readonly locationId: string;
	readonly quantities: Quantities;
	readonly createdAt: number;
	readonly updatedAt: number;
	readonly changes: readonly LevelChange[];
}

export interface LevelChange extends StockCause {
	readonly at: number;
	readonly deltas: Deltas;
	readonly available: number;
	readonly onHand: number;
	readonly committed: number;
}

const none: Quantities = {
	available: 0,
	committed: 0,
	damaged: 0,
	incoming: 0,
	quality_control: 0,
	reserved: 0,
	safety_stock: 0,
};

/** What is still on its way lies on no shelf. */
export const onHand = (quantities: Quantities): number =>
	counted.reduce((sum, name) => (name === 'incoming' ? sum : sum + quantities[name]), 0);

export const quantityOf = ({ quantities }: Level, name: string): number =>
	isCounted(name) ? quantities[name] : onHand(quantities);

const plus = (quantities: Quantities, deltas: Deltas): Quantities => {
	const moved = counted.map((name) => [name, quantities[name] + (deltas[name] ?? 0)] as const);
	return { ...quantities, ...Object.fromEntries(moved) };
};

/** One stock per item and location. `changed` hears of each move. */
export const inventory = (now: () => number, changed: (level: Level, deltas: Deltas) => void) => {
	const byItem = new Map<string, Map<string, Level>>();

	const find = (itemId: string, locationId: string): Level | null =>
		byItem.get(itemId)?.get(locationId) ?? null;

	const keep = (level: Level) => {
		const places = byItem.get(level.itemId) ?? new Map<string, Level>();
		byItem.set(level.itemId, places.set(level.locationId, level));
		return level;
	};

	const move = (itemId: string, locationId: string, by: { deltas: Deltas; cause: StockCause }) => {
		const known = find(itemId, locationId);
		if (!known) return null;
		const at = now();
		const quantities = plus(known.quantities, by.deltas);
		const { available, committed } = quantities;
		const counts = { available, committed, onHand: onHand(quantities) };
		const change: LevelChange = { ...by.cause, at, deltas: by.deltas, ...counts };
		const level = { ...known, quantities, updatedAt: at, changes: [...known.changes, change] };
		keep(level);
		changed(level, by.deltas);
		return level;
	};

	return {
		find,
		move,
		/** Stocks an item at a location, where it was not. */
		stock(itemId: string, locationId: string, by: { available: number; cause: StockCause }): Level {
			const at = now();
			const fresh = keep({
				itemId,
				locationId,
				quantities: none,
				createdAt: at,
				updatedAt: at,
				changes: [],
			});
			const deltas = { available: by.available };
			return move(itemId, locationId, { deltas, cause: by.cause }) ?? fresh;
		},
		of: (itemId: string): readonly Level[] => [...(byItem.get(itemId)?.values() ?? [])],
		all: (): readonly Level[] => [...byItem.values()].flatMap((places) => [...places.values()]),
	};
};

export type Inventory = ReturnType<typeof inventory>;
