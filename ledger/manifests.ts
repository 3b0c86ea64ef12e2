import { refused } from '../domain/failure';
import { shown } from '../domain/sku';
import { numbered, usable } from './codes';
import { checkHub, storeOf } from './lookups';
import { ordersOn } from './manifestResults';
import {
	entriesOf,
	manifestColumns,
	manifestRow,
	toHead,
	type Entry,
	type ManifestRow,
} from './manifestRows';
import type {
	Manifest,
	ManifestCounts,
	ManifestDraft,
	ManifestFilter,
	ManifestHead,
	ManifestOrder,
	ManifestSummary,
} from './manifestShapes';
import { first, rows, run, type Work } from './statement';
import { storeInTurn } from './turn';

/** By its code, with its orders and what became of each until now. */
export function* getManifest(code: string): Work<Manifest> {
	const manifest = yield* manifestRow(code);
	return yield* withOrders(manifest, yield* entriesOf([manifest.id]));
}

/** Newest first, with how many of their orders stand where. */
export function* getManifests(filter: ManifestFilter): Work<readonly ManifestSummary[]> {
	const found = yield* manifestRows(filter);
	const entries = Map.groupBy(
		yield* entriesOf(found.map(({ id }) => id)),
		({ manifest }) => manifest,
	);
	const summaries: ManifestSummary[] = [];
	for (const one of found) {
		summaries.push(summaryOf(one, yield* ordersOn(one, entries.get(one.id) ?? [])));
	}
	return summaries;
}

export function* getManifestHeads(filter: ManifestFilter): Work<readonly ManifestHead[]> {
	return (yield* manifestRows(filter)).map(toHead);
}

function* manifestRows({ store, hub, state, limit }: ManifestFilter): Work<readonly ManifestRow[]> {
	yield* storeOf(store);
	return yield* rows<ManifestRow>(
		`SELECT ${manifestColumns} FROM manifests WHERE store = ? AND hub = COALESCE(CAST(? AS TEXT), hub)
			AND state = COALESCE(CAST(? AS TEXT), state) ORDER BY id DESC LIMIT ?`,
		store,
		hub ?? null,
		state ?? null,
		limit,
	);
}

function* withOrders(manifest: ManifestRow, entries: readonly Entry[]): Work<Manifest> {
	const orders = yield* ordersOn(manifest, entries);
	return { ...summaryOf(manifest, orders), orders };
}

const summaryOf = (manifest: ManifestRow, orders: readonly ManifestOrder[]): ManifestSummary => ({
	...toHead(manifest),
	parcels: orders.length,
	counts: countsOf(orders),
});

function countsOf(orders: readonly ManifestOrder[]): ManifestCounts {
	const counts = {
		...{ added: 0, leftOut: 0, waiting: 0, dispatched: 0 },
		...{ refused: 0, givenUp: 0, notTold: 0 },
	};
	for (const { result } of orders) counts[result]++;
	return counts;
}

/** Opens one, or gives the open one of the same store, hub and provider. */
export function* createManifest(
	draft: ManifestDraft,
): Work<Manifest & { readonly isNew: boolean }> {
	yield* storeInTurn(draft.store);
	yield* checkHub(draft.hub);
	const code = draft.code === null ? null : usable(draft.code, 'M');
	const known = yield* knownOf(draft, code);
	if (known !== undefined) return { ...(yield* getManifest(known)), isNew: false };
	if (code !== null) yield* checkFree(code);
	const made = yield* first<{ id: number }>(
		`INSERT INTO manifests (code, store, hub, provider, state, opened_at) VALUES (?, ?, ?, ?, 'open', {now})
		RETURNING id`,
		code,
		draft.store,
		draft.hub,
		draft.provider,
	);
	const id = made?.id ?? 0;
	if (code === null)
		yield* run('UPDATE manifests SET code = ? WHERE id = ?', numbered('M', id), id);
	return { ...(yield* getManifest(code ?? numbered('M', id))), isNew: true };
}

/** The open manifest that is meant: the newest one, or the one with the code. */
function* knownOf(
	{ store, hub, provider, reuseOpen }: ManifestDraft,
	code: string | null,
): Work<string | undefined> {
	if (!reuseOpen) return undefined;
	const known = yield* first<{ code: string }>(
		`SELECT code FROM manifests WHERE store = ? AND hub = ? AND state = 'open' AND COALESCE(provider, '') = ?
			AND code = COALESCE(CAST(? AS TEXT), code) ORDER BY id DESC LIMIT 1`,
		store,
		hub,
		provider ?? '',
		code,
	);
	return known?.code;
}

function* checkFree(code: string): Work<void> {
	const taken = yield* first<ManifestRow>(
		`SELECT ${manifestColumns} FROM manifests WHERE code = ?`,
		code,
	);
	if (taken === undefined) return;
	throw refused(
		`There is a manifest ${shown(code)} already: of store ${taken.store} and hub ${taken.hub}, ${taken.state}. Take another code, or leave it out.`,
	);
}
