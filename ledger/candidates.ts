import { refused } from '../domain/failure';
import { keepsStock } from '../domain/integrationType';
import type { CandidateHub, RoutingDecision, RuleSet } from '../domain/routing';
import { shown } from '../domain/sku';
import type { OpenLine } from './lines';
import { hubsInLedger } from './lookups';
import { freeStock } from './reserving';
import type { Hub, Store } from './storeShapes';
import { elements, rows, run, type Work } from './statement';

/** A hub that may take orders of the store, kept up to date while several are decided one after the other. */
export type Candidate = CandidateHub & {
	readonly available: Map<string, number>;
	openOrders: number;
};

/** The store's mapped hubs in the order of its hub map, with what each may still promise: any number where no stock is kept. */
export function* candidatesFor(
	store: Store,
	lines: readonly OpenLine[],
	ruleSet: RuleSet,
): Work<readonly Candidate[]> {
	const mapped = yield* mappedHubs(store);
	const open = yield* openOrders(mapped, ruleSet);
	const skus = [...new Set(lines.map(({ sku }) => sku).filter((sku) => sku !== null))];
	const isKept = keepsStock(store.settings);
	const free = isKept ? yield* freeStock(store.settings.seller, skus) : [];
	const byHub = Map.groupBy(free, ({ hub }) => hub);
	return mapped.map((hub) => ({
		...hub,
		openOrders: open.get(hub.code) ?? 0,
		available: new Map(
			isKept
				? (byHub.get(hub.code) ?? []).map((row) => [row.sku, Math.max(0, row.free)])
				: skus.map((sku) => [sku, Infinity]),
		),
	}));
}

/** One of the store's mapped hubs, which takes orders; refuses any other. */
export function* candidateHub(store: Store, order: string, code: string): Work<Hub> {
	return openHub(yield* mappedHubs(store), code, order);
}

/** That one of the mapped hubs; refuses what the order cannot be assigned to. */
export function openHub<Of extends Pick<Hub, 'code' | 'active'>>(
	mapped: readonly Of[],
	code: string,
	order: string,
): Of {
	const hub = mapped.find((one) => one.code === code);
	const refuse = (why: string) => refused(`Order ${order} was not assigned: ${why}`);
	if (hub === undefined) {
		const codes = mapped.map((one) => one.code).join(', ') || 'none yet';
		throw refuse(`hub ${shown(code)} is not in the store's hub map. Choose one of ${codes}.`);
	}
	if (!hub.active) throw refuse(`hub ${shown(code)} is closed. Open it, or choose another.`);
	return hub;
}

/** In the order of the hub map. */
export function* mappedHubs(store: Store): Work<readonly Hub[]> {
	return mappedAmong(yield* hubsInLedger(), store);
}

/** The same of hubs that are known already. */
export function mappedAmong(hubs: readonly Hub[], { settings }: Store): readonly Hub[] {
	const byCode = new Map(hubs.map((hub) => [hub.code, hub]));
	return [...new Set(settings.hubMap.map((row) => row.hub))]
		.map((code) => byCode.get(code))
		.filter((hub): hub is Hub => hub !== undefined);
}

/** Counted only where a limit or a rule asks for it, and then no other router may count at the same time. */
function* openOrders(hubs: readonly Hub[], ruleSet: RuleSet): Work<ReadonlyMap<string, number>> {
	if (!mindsLoad(hubs, ruleSet)) return new Map();
	const codes = hubs.map(({ code }) => code);
	yield* run(
		'SELECT code FROM hubs WHERE code IN {elements} ORDER BY code {forUpdate}',
		elements(codes),
	);
	return yield* openParcels(codes);
}

export const mindsLoad = (hubs: readonly Hub[], { rules }: RuleSet): boolean =>
	hubs.some(({ orderLimit }) => orderLimit !== null) ||
	rules.some(({ strategy }) => strategy === 'leastLoaded');

/** How many parcels have not left each of the hubs. */
export function* openParcels(hubs: readonly string[]): Work<ReadonlyMap<string, number>> {
	const counted = yield* rows<{ hub: string; orders: number }>(
		`SELECT hub, COUNT(*) AS orders FROM parcels WHERE shipped_at IS NULL AND hub IN {elements} GROUP BY hub`,
		elements(hubs),
	);
	return new Map(counted.map(({ hub, orders }) => [hub, orders]));
}

/** What is planned for one order is no longer there for the next. */
export function takeFrom(candidates: readonly Candidate[], decision: RoutingDecision): void {
	for (const { hub: code, contents } of decision.parcels) {
		const hub = candidates.find((candidate) => candidate.code === code);
		if (hub === undefined) continue;
		hub.openOrders++;
		for (const [sku, units] of contents) {
			hub.available.set(sku, (hub.available.get(sku) ?? 0) - units);
		}
	}
}
