import { refused } from '../domain/failure';
import type { OmsLevel } from '../domain/oms';
import { shown } from '../domain/sku';
import { breath } from './breath';
import { keepCounts } from './counting';
import { holdRun, moveCursor } from './lease';
import { storeOf } from './lookups';
import { countsOf, differing, type Counted } from './omsLevels';
import type { StockRead, StockStored } from './omsShapes';
import { changeStock } from './stockFacts';
import type { StockCount } from './stockShapes';
import type { Store } from './storeShapes';
import type { SyncRun } from './syncShapes';
import { first, run, type Engine, type Work } from './statement';
import {
	beginWalk,
	endWalk,
	keepShown,
	seenBy,
	unseenAfter,
	type IsSeen,
	type StockPosition,
} from './unseenStock';

/** Levels of one transaction. */
const chunk = 500;

/**
 * Stores what an OMS may still promise at its hubs as what is there, as of when it was asked: what has moved since is applied
 * again, and below zero counts as none. A long page takes several transactions, the cursor moves in the last; a page that was cut
 * off is stored again. What a whole walk has not shown is counted as none at its end.
 */
export async function importStock(engine: Engine['run'], read: StockRead): Promise<StockStored> {
	const { run: held, levels, next } = read;
	const asOf = await engine(() => begin(read));
	const stored: Counted[] = [];
	for (let at = 0; at < levels.length; at += chunk) {
		const some = levels.slice(at, at + chunk);
		stored.push(await engine(() => storeLevels(held, some, asOf)));
		await breath();
	}
	const isSeen = next === null ? await engine(() => seenBy(held)) : null;
	let after: StockPosition | null = { sku: '', hub: '' };
	while (isSeen !== null && after !== null) {
		const unseen: Unseen = { isSeen, after };
		const ended: Stored = await engine(() => storeUnseen(held, unseen, asOf));
		stored.push(ended);
		after = ended.next;
		await breath();
	}
	return await engine(() => conclude(read, stored));
}

/** Answers when the OMS was asked, by the database's clock. */
function* begin({ run: held, tookMs }: StockRead): Work<number> {
	if (!Number.isFinite(tookMs) || tookMs < 0) {
		throw refused(
			`A page of stock of store ${shown(held.store)} is said to have taken ${tookMs} ms. Give the milliseconds since the OMS was asked.`,
		);
	}
	yield* holdRun(held);
	if (held.position === null) yield* beginWalk(held.store);
	const now = (yield* first<{ now: number }>('SELECT {now} AS now'))?.now ?? 0;
	return now - Math.ceil(tookMs);
}

function* heldStore(held: SyncRun): Work<Store> {
	yield* holdRun(held);
	return yield* storeOf(held.store, held.settingsVersion);
}

interface Unseen {
	readonly isSeen: IsSeen;
	readonly after: StockPosition;
}

type Stored = Counted & { readonly next: StockPosition | null };

function* storeLevels(held: SyncRun, levels: readonly OmsLevel[], asOf: number): Work<Counted> {
	const store = yield* heldStore(held);
	const counted = yield* countsOf(store, levels, asOf);
	yield* keepShown(held, counted);
	yield* keep(counted.changed, asOf);
	return counted;
}

/** The OMS has nothing any more of what the walk did not show. */
function* storeUnseen(held: SyncRun, { isSeen, after }: Unseen, asOf: number): Work<Stored> {
	const store = yield* heldStore(held);
	const { places, next } = yield* unseenAfter(store, after, isSeen);
	const gone = places.map((place) => ({ ...place, seller: store.settings.seller, onHand: 0 }));
	const changed = yield* differing(store.settings.seller, gone, asOf);
	yield* keep(changed, asOf);
	return { changed, unchanged: 0, skipped: 0, next };
}

function* keep(changed: readonly StockCount[], asOf: number): Work<void> {
	if (changed.length > 0) yield* changeStock(changed, () => keepCounts(changed, asOf));
}

function* conclude(read: StockRead, stored: readonly Counted[]): Work<StockStored> {
	const { run: held, next, waitMs, remark } = read;
	yield* holdRun(held);
	const sum = (of: (one: Counted) => number) => stored.reduce((total, one) => total + of(one), 0);
	const counts = {
		changed: sum(({ changed }) => changed.length),
		unchanged: sum(({ unchanged }) => unchanged),
		skipped: sum(({ skipped }) => skipped),
	};
	if (next === null) yield* endWalk(held.store);
	yield* moveCursor(held, next, null);
	yield* run(
		`UPDATE sync_runs SET pages = pages + 1, updated = updated + ?, unchanged = unchanged + ?, skipped = skipped + ?
		WHERE id = ?`,
		counts.changed,
		counts.unchanged,
		counts.skipped,
		held.id,
	);
	return {
		...{ run: { ...held, pages: held.pages + 1 }, counts, next },
		...(waitMs !== undefined && { waitMs }),
		...(remark !== undefined && { remark }),
	};
}
