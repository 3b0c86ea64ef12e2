import type { Sales } from '../domain/safetyStock';
import type { Store } from './storeShapes';
import { elements, rows, type Value, type Work } from './statement';

/** What is held back of a SKU, and what was sold of it when that was sized. */
export interface SizedSku extends Sales {
	readonly sku: string;
	readonly units: number;
}

/** SKUs after `after`, up to and with `upTo`, or to the end where that is null. */
export interface SkuStretch {
	readonly after: string;
	readonly upTo: string | null;
}

/** SQL: whether a SKU is in the stretch, with the values for it. */
export const inStretch = (
	sku: string,
	{ after, upTo }: SkuStretch,
): readonly [sql: string, ...values: readonly Value[]] =>
	upTo === null ? [`${sku} > ?`, after] : [`${sku} > ? AND ${sku} <= ?`, after, upTo];

export const unsold = ({ sku }: SizedSku): SizedSku => ({ sku, units: 0, lately: 0, long: 0 });

const columns = 'sku, units, sold_lately AS lately, sold_long AS "long"';

/** What is sized of the SKUs; none where the store's settings say so. */
export function* sizedOf(
	{ code, settings }: Store,
	skus: readonly string[],
): Work<ReadonlyMap<string, SizedSku>> {
	if (!settings.sizeSafety) return new Map();
	return bySku(
		yield* rows<SizedSku>(
			`SELECT ${columns} FROM sized_safety WHERE store = ? AND sku IN {elements}`,
			code,
			elements(skus),
		),
	);
}

export function* sizedIn(store: string, stretch: SkuStretch): Work<ReadonlyMap<string, SizedSku>> {
	const [isIn, ...values] = inStretch('sku', stretch);
	return bySku(
		yield* rows<SizedSku>(
			`SELECT ${columns} FROM sized_safety WHERE store = ? AND ${isIn} ORDER BY sku`,
			store,
			...values,
		),
	);
}

const bySku = (all: readonly SizedSku[]) => new Map(all.map((one) => [one.sku, one]));
