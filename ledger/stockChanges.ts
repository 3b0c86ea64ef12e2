import { breath } from './breath';
import { reservationsIn } from './channelReservations';
import { readDemand, type HeldBackDemand } from './demand';
import { isOld } from './figures';
import { markHandedOut, type Row } from './handingOut';
import { holdRun } from './lease';
import { storeOf } from './lookups';
import { sizeSafety } from './sizing';
import { offersOf, type OfferAt, type Offering } from './offering';
import { placesOf } from './places';
import { lastLook } from './pushLags';
import type { StockChange, StockChanges } from './stockShapes';
import type { Store } from './storeShapes';
import type { SyncRun } from './syncShapes';
import { elements, first, rows, type Engine, type Work } from './statement';
import { stretchAfter, suspectsIn, type AtOnce } from './suspects';
import { figuresToAsk, isWaitedFor } from './tickets';

/** Rows that one call hands out. */
const mostRows = 1_000;
/** What one transaction compares: figures where the process waits for that, else listings. And how many SKUs of that it looks at closely. */
const figuresAtOnce = 10_000;
const listingsAtOnce = 10_000;
const suspectsAtOnce = 500;
/** How often one call does that, so that its lease lasts. */
const mostStretches = 100;

/** Where the walk over the listings stands, in the order of their SKUs. */
interface WalkPosition {
	/** All up to here has been looked at. */
	readonly after: string;
	/** The last row handed out of those behind it: a SKU may have more rows than fit into one call. */
	readonly last: Row | null;
}

interface HandedOut {
	readonly changes: readonly StockChange[];
	readonly next: WalkPosition | null;
}

/**
 * Hands out figures that differ from what the channel last confirmed, and those that were handed out and never confirmed; once
 * somebody has asked for all of it, also what was confirmed before. It looks at a bounded part of the listings and says where to go on, so also a call that found nothing may not be the last. What the
 * channel is still to decide on is not handed out again; it comes beside, to be asked about.
 */
export async function stockChanges(
	engine: Engine,
	held: SyncRun,
	limit: number,
): Promise<StockChanges> {
	const { run, isHeldUp } = engine;
	const atOnce = isHeldUp ? { figures: figuresAtOnce } : { listings: listingsAtOnce };
	const store = await run(() => heldStore(held));
	await sizeSafety(run, held, store);
	const rightAt = await run(() => lastLook(held));
	const demand = await readDemand(run, store.settings.seller);
	const most = Math.max(1, Math.min(limit, mostRows));
	const changes: StockChange[] = [];
	let at: WalkPosition | null = positionIn(held);
	for (let stretch = 0; at !== null && stretch < mostStretches; stretch++) {
		const from: WalkPosition = at;
		const room = most - changes.length;
		const walk = { from, atOnce, demand, room, rightAt };
		const found: HandedOut = await run(() => handOut(held, store, walk));
		changes.push(...found.changes);
		at = found.next;
		if (changes.length >= most) break;
		await breath();
	}
	const pending = await run(() => figuresToAsk(held));
	return {
		run: held,
		changes,
		...(pending.length > 0 && { pending }),
		next: at === null ? null : JSON.stringify(at),
	};
}

const positionIn = ({ position }: SyncRun): WalkPosition =>
	position === null ? { after: '', last: null } : (JSON.parse(position) as WalkPosition);

function* heldStore(held: SyncRun): Work<Store> {
	yield* holdRun(held);
	return yield* storeOf(held.store, held.settingsVersion);
}

/** One stretch of the walk. What it finds counts as handed out from the same transaction on. */
function* handOut(
	held: SyncRun,
	store: Store,
	walk: {
		readonly from: WalkPosition;
		readonly atOnce: AtOnce;
		readonly demand: HeldBackDemand;
		readonly room: number;
		readonly rightAt: number | null;
	},
): Work<HandedOut> {
	const places = yield* placesOf([store.code]);
	const stretch = yield* stretchAfter(store, walk.from.after, { ...walk.atOnce, places });
	if (stretch === null) return { changes: [], next: null };
	const reserved = yield* reservationsIn(store, stretch);
	const offering = { places, demand: walk.demand, reserved };
	const fullSince = yield* askedInFull(held);
	const suspects = yield* suspectsIn(store, stretch, {
		...offering,
		fullSince,
		limit: suspectsAtOnce,
	});
	const news = yield* newsOf(store, suspects, { ...offering, fullSince, from: walk.from });
	const next = news.slice(0, walk.room);
	if (next.length > 0) yield* holdRun(held);
	const changes = yield* markHandedOut(store.code, next, walk.rightAt);
	const last = changes.at(-1);
	if (news.length > changes.length && last !== undefined) {
		const after = suspects[suspects.indexOf(last.sku) - 1] ?? walk.from.after;
		const { listing, location } = last;
		return { changes, next: { after, last: { listing, location } } };
	}
	const isCut = suspects.length === suspectsAtOnce;
	if (stretch.isLast && !isCut) return { changes, next: null };
	return { changes, next: { after: (isCut && suspects.at(-1)) || stretch.upTo, last: null } };
}

/** When a person last asked for all of it to be sent; 0 where nobody has. */
function* askedInFull({ store, kind }: SyncRun): Work<number> {
	const sync = yield* first<{ full_at: number | null }>(
		'SELECT full_at FROM syncs WHERE store = ? AND kind = ?',
		store,
		kind,
	);
	return sync?.full_at ?? 0;
}

interface PublishedRow extends Row {
	readonly confirmed: number | null;
	readonly sent: number | null;
	readonly refused: number | null;
	/** 1 while the channel is still to decide on what was sent. */
	readonly undecided: number;
	/** 1 where it was confirmed before somebody asked for all to be sent again. */
	readonly old: number;
}

/** Rows of the SKUs that have something to tell, in the order of the walk, from where it stands. */
function* newsOf(
	store: Store,
	skus: readonly string[],
	{ from, fullSince, ...offering }: Offering & { from: WalkPosition; fullSince: number },
): Work<readonly StockChange[]> {
	if (skus.length === 0) return [];
	const listings = yield* rows<{ listing: string; sku: string; product: string | null }>(
		'SELECT listing, sku, product FROM listings WHERE store = ? AND sku IN {elements} ORDER BY sku, listing',
		store.code,
		elements(skus),
	);
	const published = Map.groupBy(
		yield* rows<PublishedRow>(
			`SELECT listing, location, confirmed, sent, refused, CASE WHEN ${isWaitedFor} THEN 1 ELSE 0 END AS undecided,
				CASE WHEN ${isOld} THEN 1 ELSE 0 END AS old
			FROM published WHERE store = ? AND sku IN {elements}`,
			fullSince,
			store.code,
			elements(skus),
		),
		({ listing }) => listing,
	);
	const offers = new Map(
		(yield* offersOf(store, skus, offering)).map(({ sku, places }) => [sku, places]),
	);
	const all = listings.flatMap(({ listing, sku, product }) =>
		(offers.get(sku) ?? []).map((offer) => {
			const { location, figure } = offer;
			const row = published.get(listing)?.find((one) => one.location === location);
			const change = { listing, location, quantity: figure, confirmed: row?.confirmed ?? null };
			return { change: { ...change, sku, product }, isNews: isNews(offer, row) };
		}),
	);
	const at = all.findIndex(({ change }) => isSame(change, from.last));
	return all.slice(at + 1).flatMap(({ change, isNews: is }) => (is ? [change] : []));
}

const isSame = (change: Row, last: Row | null) =>
	change.listing === last?.listing && change.location === last.location;

/** Nothing is told before something was counted, or connecting a store would empty its shop. */
function isNews({ figure, isCounted }: OfferAt, row: PublishedRow | undefined): boolean {
	if (row === undefined) return isCounted;
	const { sent, confirmed, refused, undecided, old } = row;
	if ((sent !== null && undecided === 0) || old === 1) return true;
	return (sent ?? confirmed ?? refused) !== figure;
}
