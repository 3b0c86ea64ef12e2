import { refused } from '../domain/failure';
import { instant, type Instant } from '../domain/instant';
import type { RuleSet } from '../domain/routing';
import { ruleFaults } from '../domain/ruleFaults';
import { mappedAmong } from './candidates';
import { hubsInLedger, ruleSetOf, storeOf } from './lookups';
import type { DraftRules, ReplayAsked } from './replayShapes';
import type { Hub, Store } from './storeShapes';
import { first, rows, type Work } from './statement';

/** Most orders of one replay: each is kept with what it took until all are decided. */
const mostOrders = 20_000;
const mostDays = 31;
const dayMs = 24 * 3_600_000;

export interface ReplayedStore {
	readonly store: Store;
	readonly inForce: RuleSet;
	/** In the order of its hub map. */
	readonly hubs: readonly Hub[];
}

/** What all orders of a replay have in common: stores, hubs and rules as they are now. */
export interface ReplaySetting {
	readonly from: Instant;
	readonly to: Instant;
	readonly hubs: readonly Hub[];
	readonly stores: ReadonlyMap<string, ReplayedStore>;
	readonly draft: RuleSet;
}

export function* replaySetting(asked: ReplayAsked): Work<ReplaySetting> {
	checkRange('Days', asked.days, mostDays);
	checkRange('Most orders', asked.most, mostOrders);
	const hubs = yield* hubsInLedger();
	const draft = yield* draftOf(
		asked.draft,
		hubs.map(({ code }) => code),
	);
	const stores = new Map<string, ReplayedStore>();
	for (const code of yield* codesOf(asked)) {
		const store = yield* storeOf(code);
		const inForce = yield* ruleSetOf(store.settings.ruleSet);
		stores.set(code, { store, inForce, hubs: mappedAmong(hubs, store) });
	}
	const now = (yield* first<{ now: number }>('SELECT {now} AS now'))?.now ?? 0;
	return { from: instant(now - asked.days * dayMs), to: instant(now), hubs, stores, draft };
}

function* codesOf({ store }: ReplayAsked): Work<readonly string[]> {
	if (store !== undefined) return [store];
	return (yield* rows<{ code: string }>('SELECT code FROM stores ORDER BY code')).map(
		({ code }) => code,
	);
}

function* draftOf(draft: DraftRules, hubs: readonly string[]): Work<RuleSet> {
	if ('ruleSet' in draft) return yield* ruleSetOf(draft.ruleSet, draft.version);
	const faults = ruleFaults(draft.rules, hubs);
	if (faults.length > 0) throw refused(`The rules cannot be tried: ${faults.join(' ')}`);
	return { code: 'draft', version: 0, rules: draft.rules };
}

function checkRange(name: string, given: number, most: number): void {
	if (Number.isInteger(given) && given >= 1 && given <= most) return;
	throw refused(`${name}: ${given} is not possible. Use a whole number from 1 to ${most}.`);
}
