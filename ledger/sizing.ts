import { longHours, lateHours, sized, unseenDemand, type Blindness } from '../domain/safetyStock';
import { breath } from './breath';
import { clock } from './glance';
import { holdRun } from './lease';
import { pushLagOf } from './pushLags';
import { countSales, hourMs, hourOf, sellingStores } from './sales';
import { inStretch, sizedIn, unsold, type SizedSku, type SkuStretch } from './sizedSafety';
import type { Store } from './storeShapes';
import type { SyncRun } from './syncShapes';
import { each, elements, first, rows, run as write, type Engine, type Work } from './statement';

/** Rows of sales that one transaction looks through. */
const salesAtOnce = 5_000;
/** Fewer figures say nothing yet. */
const enoughFigures = 20;

/** What all SKUs of a store are sized by. */
interface Sizing extends Blindness {
	/** On how many figures the lag was measured; 0 where it is taken as the interval of Inventory Sync. */
	readonly lagFigures: number;
	readonly now: number;
	/** The stores that may sell what the store offers. */
	readonly others: readonly string[];
}

/**
 * Sizes the store's safety stock anew, with the first walk of an hour and after each change of its settings. A walk under way
 * goes on with what it began with.
 */
export async function sizeSafety(run: Engine['run'], held: SyncRun, store: Store): Promise<void> {
	if (!store.settings.sizeSafety || held.position !== null) return;
	if (!(await run(() => isDue(store)))) return;
	while (await run(() => countSales(store.settings.seller))) {
		await run(() => holdRun(held));
		await breath();
	}
	const sizing = await run(() => sizingOf(store));
	for (let after: string | null = ''; after !== null; await breath()) {
		const from: string = after;
		after = await run(() => sizeNext(held, store, { sizing, after: from }));
	}
	await run(() => keepSizing(store, sizing));
}

function* isDue({ code, version }: Store): Work<boolean> {
	const last = yield* first<{ sized_at: number; settings_version: number; now: number }>(
		'SELECT sized_at, settings_version, {now} AS now FROM sizings WHERE store = ?',
		code,
	);
	if (last === undefined || last.settings_version !== version) return true;
	return Math.floor(last.sized_at / hourMs) !== Math.floor(last.now / hourMs);
}

function* sizingOf({ code, settings }: Store): Work<Sizing> {
	const stores = yield* sellingStores(settings.seller);
	const lag = yield* pushLagOf(code);
	const isMeasured = lag !== null && lag.figures >= enoughFigures;
	const polled = stores.filter((one) => one.settings.orderSync);
	return {
		lagSeconds: isMeasured ? lag.seconds : settings.inventoryIntervalMinutes * 60,
		lagFigures: isMeasured ? lag.figures : 0,
		pollSeconds: 60 * Math.max(0, ...polled.map((one) => one.settings.intervalMinutes)),
		now: yield* clock(),
		others: stores.map((one) => one.code).filter((one) => one !== code),
	};
}

/** Sizes a stretch of SKUs; answers behind which SKU to go on, or null. */
function* sizeNext(
	held: SyncRun,
	store: Store,
	{ sizing, after }: { sizing: Sizing; after: string },
): Work<string | null> {
	yield* holdRun(held);
	const { code } = store;
	const { seller, safetyMostUnits: most } = store.settings;
	const found = yield* first<{ last: string | null; count: number }>(
		`SELECT MAX(sku) AS last, COUNT(*) AS count FROM
			(SELECT sku FROM sales WHERE seller = ? AND sku > ? ORDER BY sku LIMIT ?) s`,
		seller,
		after,
		salesAtOnce,
	);
	const upTo = found?.count === salesAtOnce ? found.last : null;
	const stretch = { after, upTo };
	yield* forgetOld(seller, stretch, sizing.now);
	const before = yield* sizedIn(code, stretch);
	const sold = yield* salesIn(store, stretch, sizing);
	const now = sold.map((sku): SizedSku => {
		const units = before.get(sku.sku)?.units ?? 0;
		return { ...sku, units: sized(unseenDemand(sku, sizing), units, most) };
	});
	yield* keepSized(code, before, now);
	return upTo;
}

function* forgetOld(seller: string, stretch: SkuStretch, now: number): Work<void> {
	const [isIn, ...values] = inStretch('sku', stretch);
	yield* write(
		`DELETE FROM sales WHERE seller = ? AND ${isIn} AND hour < ?`,
		seller,
		...values,
		hourOf(now - longHours * hourMs),
	);
}

type Sold = Omit<SizedSku, 'units'>;

type Sellers = Pick<Sizing, 'now' | 'others'>;

/** What was sold of each SKU that the store offers and another one may sell. */
const salesIn = (store: Store, stretch: SkuStretch, sizing: Sellers) =>
	salesWhere(store, inStretch('s.sku', stretch), sizing);

/** The same, of some SKUs. */
export const salesOf = (store: Store, skus: readonly string[], sizing: Sellers) =>
	salesWhere(store, ['s.sku IN {elements}', elements(skus)], sizing);

const salesWhere = (
	{ code, settings }: Store,
	[isIn, ...values]: ReturnType<typeof inStretch>,
	{ now, others }: Sellers,
): Work<readonly Sold[]> =>
	rows<Sold>(
		`SELECT s.sku, CAST(SUM(CASE WHEN s.hour >= ? THEN s.units ELSE 0 END) AS BIGINT) AS lately,
			CAST(SUM(s.units) AS BIGINT) AS "long"
		FROM sales s WHERE s.seller = ? AND ${isIn}
			AND EXISTS (SELECT 1 FROM listings l WHERE l.store = ? AND l.sku = s.sku)
			AND EXISTS (SELECT 1 FROM listings o WHERE o.store IN {elements} AND o.sku = s.sku)
		GROUP BY s.sku ORDER BY s.sku`,
		hourOf(now - lateHours * hourMs),
		settings.seller,
		...values,
		code,
		elements(others),
	);

/** What comes down to none stays for an hour, so that it is known when that was. */
function* keepSized(
	store: string,
	before: ReadonlyMap<string, SizedSku>,
	now: readonly SizedSku[],
): Work<void> {
	const known = new Set(now.map(({ sku }) => sku));
	const gone = [...before.values()].filter(({ sku }) => !known.has(sku)).map(unsold);
	const all = [...now, ...gone].filter(({ sku, units }) => units > 0 || before.has(sku));
	const ended = all.filter(({ sku, units }) => units === 0 && before.get(sku)?.units === 0);
	yield* write(
		'DELETE FROM sized_safety WHERE store = ? AND sku IN {elements}',
		store,
		elements(ended.map(({ sku }) => sku)),
	);
	yield* each(
		`INSERT INTO sized_safety (store, sku, units, sold_lately, sold_long, changed_at) VALUES (?, ?, ?, ?, ?, {now})
		ON CONFLICT (store, sku) DO UPDATE SET changed_at = CASE WHEN sized_safety.units <> excluded.units
				THEN excluded.changed_at ELSE sized_safety.changed_at END,
			units = excluded.units, sold_lately = excluded.sold_lately, sold_long = excluded.sold_long`,
		all
			.filter((one) => !ended.includes(one))
			.map(({ sku, units, lately, long }) => [store, sku, units, lately, long]),
	);
}

function* keepSizing({ code, version }: Store, sizing: Sizing): Work<void> {
	yield* write(
		`INSERT INTO sizings (store, settings_version, sized_at, lag_seconds, lag_figures, poll_seconds) VALUES (?, ?, ?, ?, ?, ?)
		ON CONFLICT (store) DO UPDATE SET settings_version = excluded.settings_version, sized_at = excluded.sized_at,
			lag_seconds = excluded.lag_seconds, lag_figures = excluded.lag_figures, poll_seconds = excluded.poll_seconds`,
		code,
		version,
		sizing.now,
		sizing.lagSeconds,
		sizing.lagFigures,
		sizing.pollSeconds,
	);
}
