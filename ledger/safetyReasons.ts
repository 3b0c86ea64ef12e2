import { safetyInWords, type SizedBy } from '../domain/safetyInWords';
import { clock } from './glance';
import { storeOf } from './lookups';
import { sellingStores } from './sales';
import { sizedOf, type SizedSku } from './sizedSafety';
import { salesOf } from './sizing';
import type { SafetyStock } from './stockShapes';
import type { Store } from './storeShapes';
import { elements, first, rows, type Work } from './statement';

interface SizingRow {
	readonly lagSeconds: number;
	readonly lagFigures: number;
	readonly pollSeconds: number;
}

export interface Reasons {
	/** Why so many units are held back of the SKU. */
	of(sku: string, held?: number): string;
}

const notSized = 'Nothing is held back: it is not sized yet. The next inventory sync does that.';

/** Why as much as there is is held back of each of the SKUs, as it was sized last. */
export function* safetyReasons(store: Store, skus: readonly string[]): Work<Reasons> {
	const sizing = yield* first<SizingRow>(
		`SELECT lag_seconds AS "lagSeconds", lag_figures AS "lagFigures", poll_seconds AS "pollSeconds"
		FROM sizings WHERE store = ?`,
		store.code,
	);
	if (sizing === undefined) return { of: () => notSized };
	const others = (yield* sellingStores(store.settings.seller))
		.map(({ code }) => code)
		.filter((code) => code !== store.code);
	const sized = yield* sizedOf(store, skus);
	const sold = new Map(
		(yield* salesOf(store, skus, { others, now: yield* clock() })).map((one) => [one.sku, one]),
	);
	const shared = new Set(
		(yield* rows<{ sku: string }>(
			'SELECT sku FROM listings WHERE store IN {elements} AND sku IN {elements}',
			elements(others),
			elements(skus),
		)).map(({ sku }) => sku),
	);
	const by = (sku: string): SizedBy => ({
		...sizing,
		...(sized.get(sku) ?? { units: 0, lately: 0, long: 0, ...sold.get(sku) }),
		isShared: shared.has(sku),
	});
	return { of: (sku, held) => safetyInWords(by(sku), store.settings, held) };
}

/** The SKUs of which the store holds most back, with the reasons; none where it sizes no safety stock. */
export function* safetyStock(code: string, limit: number): Work<readonly SafetyStock[]> {
	const store = yield* storeOf(code);
	if (!store.settings.sizeSafety) return [];
	const most = yield* rows<Pick<SizedSku, 'sku' | 'units'>>(
		'SELECT sku, units FROM sized_safety WHERE store = ? AND units > 0 ORDER BY units DESC, sku LIMIT ?',
		code,
		limit,
	);
	const reasons = yield* safetyReasons(
		store,
		most.map(({ sku }) => sku),
	);
	return most.map(({ sku, units }) => ({ sku, units, why: reasons.of(sku) }));
}
