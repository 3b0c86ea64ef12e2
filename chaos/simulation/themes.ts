/** What a storm is about: how often, compared with each other, people do what. */
export interface Theme {
	readonly shop: number;
	readonly warehouse: number;
	readonly receive: number;
	readonly misbehave: number;
	/** The longest that nobody does anything. */
	readonly quietMs: number;
	/** At so many places goods are received. */
	readonly places: number;
}

const everywhere = 1000;

export const themes: readonly Theme[] = [
	{ shop: 8, warehouse: 6, receive: 2, misbehave: 1, quietMs: 18_000, places: everywhere },
	{ shop: 12, warehouse: 2, receive: 1, misbehave: 1, quietMs: 14_000, places: everywhere },
	{ shop: 5, warehouse: 12, receive: 1, misbehave: 1, quietMs: 12_000, places: everywhere },
	// The same few figures change again and again.
	{ shop: 2, warehouse: 2, receive: 12, misbehave: 1, quietMs: 12_000, places: 3 },
];
