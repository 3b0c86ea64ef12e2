import { random, type Random } from '../sandbox/random';
import type { PhysicalStock } from './auditor/facts';
import { readLedger, type LedgerRows } from './auditor/ledger';
import { physical } from './goods';
import type { Site } from './site';

/** Where the story plays: the site, chance from the seed, and what the auditor will have to be told. */
export interface Scene {
	readonly site: Site;
	readonly random: Random;
	readonly store: string;
	readonly told: {
		connectedAt: number;
		idlePoll: { after: number; upTo: number } | null;
		idlePush: { after: number; upTo: number } | null;
		keptOnChannel: string[];
		physical: PhysicalStock[];
		kills: number;
	};
	say(line: string): void;
	books(): LedgerRows;
}

export const sceneOn = (site: Site, seed: number, say: (line: string) => void): Scene => ({
	site,
	random: random(seed),
	store: site.templates.store,
	told: {
		connectedAt: 0,
		idlePoll: null,
		idlePush: null,
		keptOnChannel: [],
		physical: [...physical],
		kills: 0,
	},
	say,
	books: () => readLedger(site.ledger, site.templates.store),
});
