import type { Http } from '../connector';
import { partOrNull, rowsOrNone, sound, textOrNull, texts } from '../fields';
import { quoted } from '../quoted';
import { ask } from './answer';
import { setStock } from './requests';
import type { OmnifulFailedSkus } from './types';

/** Units on hand at one hub, as they are to be. */
export interface StockSetting {
	readonly sku: string;
	readonly hub: string;
	readonly quantity: number;
}

export interface StockSet {
	readonly outcome: 'stored' | 'refused';
	readonly reason: string | null;
}

/** Most SKUs of one call (reference/omniful.md 1.9). */
const mostRows = 200;

/** Hub by hub, in as few calls as possible. Absolute, so a repetition changes nothing. A row that is refused costs no other. */
export async function pushStock(
	http: Http,
	given: readonly StockSetting[],
): Promise<readonly StockSet[]> {
	const ends = new Map<StockSetting, StockSet>();
	for (const batch of batchesOf(given)) {
		const reasons = await refusedIn(http, batch);
		for (const row of batch) {
			const reason = reasons.get(row.sku.toLowerCase()) ?? null;
			ends.set(row, { outcome: reason === null ? 'stored' : 'refused', reason });
		}
	}
	return given.map((row) => ends.get(row) ?? { outcome: 'refused', reason: 'it was not sent' });
}

/** A SKU that comes twice for a hub goes in two calls, in its order: which of both would count is not known. */
function batchesOf(given: readonly StockSetting[]): readonly (readonly StockSetting[])[] {
	const batches: StockSetting[][] = [];
	for (const row of given) {
		const last = batches.findLast(([first]) => first?.hub === row.hub);
		const isFree = last !== undefined && last.length < mostRows;
		const isTwin = last?.some(({ sku }) => sku.toLowerCase() === row.sku.toLowerCase());
		if (isFree && !isTwin) last.push(row);
		else batches.push([row]);
	}
	return batches;
}

/** Reasons by SKU in lower case, as which failed codes may come back inside a good answer. */
async function refusedIn(
	http: Http,
	batch: readonly StockSetting[],
): Promise<ReadonlyMap<string, string>> {
	const hub = batch[0]?.hub ?? '';
	const sent = batch.map(({ sku, quantity }) => ({ sku_code: sku, quantity }));
	const asked = ask<{ readonly failed_skus: readonly OmnifulFailedSkus[] | null } | null>(
		http,
		setStock(hub, sent),
		`the stock of hub ${hub}`,
	);
	const { from } = await asked;
	// Some writes answer with a plain text (reference/omniful.md 1.3).
	const data = typeof from.fields.data === 'string' ? null : partOrNull(from, 'data');
	const failed = data === null ? [] : rowsOrNone(data, 'failed_skus');
	const reasons = failed.flatMap((one) => {
		const reason = quoted(textOrNull(one, 'reason') || 'no reason given');
		return texts(one, 'sku_codes').map((sku) => [sku.toLowerCase(), reason] as const);
	});
	sound('omniful', from);
	return new Map(reasons);
}
