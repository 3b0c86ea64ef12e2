import type { PhysicalStock } from '../../demo/auditor/facts';

/** What a storm is about: how often, compared with each other, people do what. */
export interface Theme {
	readonly shop: number;
	readonly warehouse: number;
	readonly receive: number;
	/** The most units that are received at once. */
	readonly most: number;
	readonly misbehave: number;
	/** The longest that nobody does anything. */
	readonly quietMs: number;
	/** After so many minutes nobody does anything any more. */
	readonly busyMinutes: number;
	/** Where goods are received. */
	places(all: readonly PhysicalStock[]): readonly PhysicalStock[];
	/** One of these is the longest that a way to the ledger takes, as a rule. */
	readonly ledgerMs: readonly number[];
	/** One node in so many begins so late that leases have run out. */
	readonly lateOneIn: number;
	/** An n8n dies at one step in so many, at least and at most. */
	readonly deadliness: readonly [number, number];
}

type Places = Theme['places'];

const everywhere: Places = (all) => all;
const atFew: Places = (all) => all.slice(0, 3);
const whereFewAre: Places = (all) => all.filter(({ units }) => units <= 2);

const usual = {
	most: 4,
	misbehave: 1,
	busyMinutes: 8,
	places: everywhere,
	ledgerMs: [30, 30, 1_000, 8_000],
	lateOneIn: 100,
	deadliness: [30, 150] as const,
};

export const themes: readonly Theme[] = [
	{ ...usual, shop: 8, warehouse: 6, receive: 2, quietMs: 18_000 },
	{ ...usual, shop: 12, warehouse: 2, receive: 1, quietMs: 14_000 },
	{ ...usual, shop: 5, warehouse: 12, receive: 1, quietMs: 12_000 },
	// The same few figures change again and again.
	{ ...usual, shop: 2, warehouse: 2, receive: 12, quietMs: 12_000, places: atFew },
	// Executions that go on after others have done their work, and then no change that would mend it.
	{
		...{ ...usual, shop: 2, warehouse: 0, receive: 6, quietMs: 20_000, busyMinutes: 5 },
		...{ ledgerMs: [30], lateOneIn: 6, deadliness: [2000, 4000] },
	},
];

/** All want the same few goods, and whoever gives them away takes his time. */
export const contention: Theme = {
	shop: 8,
	warehouse: 2,
	receive: 3,
	most: 2,
	misbehave: 1,
	quietMs: 10_000,
	busyMinutes: 8,
	places: whereFewAre,
	ledgerMs: [4_000],
	lateOneIn: Infinity,
	deadliness: [150, 600],
};
