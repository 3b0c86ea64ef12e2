import { random, type Random } from '../sandbox/random';
import type { Facts, PhysicalStock } from './auditor/facts';
import { readLedger, type LedgerRows } from './auditor/ledger';
import type { DemoShop } from './shop';
import type { Site } from './site';

/** What the auditor will have to be told, as the story goes on. */
export interface Told extends Facts {
	connectedAt: number;
	readonly physical: PhysicalStock[];
	idlePoll: Facts['idlePoll'];
	idlePush: Facts['idlePush'];
	readonly keptOnChannel: string[];
	kills: number;
	csvRowsRefused: number;
}

/** Where a story plays: the site of its channel, chance from the seed, and what the auditor will have to be told. */
export interface Scene<Shop extends DemoShop = DemoShop> {
	readonly site: Site<Shop>;
	readonly random: Random;
	readonly store: string;
	readonly told: Told;
	say(line: string): void;
	books(): LedgerRows;
}

export const sceneOn = <Shop extends DemoShop>(
	site: Site<Shop>,
	physical: readonly PhysicalStock[],
	seed: number,
	say: (line: string) => void,
): Scene<Shop> => ({
	site,
	random: random(seed),
	store: site.store,
	told: {
		store: site.store,
		connectedAt: 0,
		physical: [...physical],
		idlePoll: null,
		idlePush: null,
		keptOnChannel: [],
		kills: 0,
		csvRowsRefused: 0,
		partner: site.partner?.sandbox ?? null,
	},
	say,
	books: () => readLedger(site.ledger, site.store),
});
