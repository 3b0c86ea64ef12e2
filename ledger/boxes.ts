import { boxFault, toBox, type Box } from '../domain/box';
import { refused } from '../domain/failure';
import { shown } from '../domain/sku';
import { never } from './updateShapes';
import { getOrder, orderRow } from './orders';
import { parcelsOf } from './parcels';
import type { LedgerOrder } from './orderShapes';
import type { SkuBox } from './stockShapes';
import { each, elements, rows, run, type Work } from './statement';
import { theParcel } from './tracking';
import { takeTurn } from './turn';

/** Says how large and heavy one unit of each SKU is; the whole list is refused when one of them is not usable. */
export function* setBoxes(seller: string, boxes: readonly SkuBox[]): Work<readonly SkuBox[]> {
	for (const { sku, box } of boxes) {
		const fault = boxFault(box);
		if (fault !== null) throw refused(`SKU ${shown(sku)} has no box now: ${fault}. Correct it.`);
	}
	yield* takeTurn([seller]);
	const found = yield* rows<{ sku: string }>(
		'SELECT sku FROM skus WHERE seller = ? AND sku IN {elements}',
		seller,
		elements(boxes.map(({ sku }) => sku)),
	);
	const known = new Set(found.map(({ sku }) => sku));
	const stranger = boxes.find(({ sku }) => !known.has(sku));
	if (stranger !== undefined) {
		throw refused(
			`Seller ${shown(seller)} has no SKU ${shown(stranger.sku)}. Import or link its listing first, or count its stock.`,
		);
	}
	yield* keepBoxes(seller, boxes);
	return boxes.map(({ sku, box }) => ({ sku, box: toBox(box) }));
}

/** Keeps the boxes of SKUs that the catalog has; answers those that had another one. The caller has the seller's turn. */
export function* keepBoxes(seller: string, boxes: readonly SkuBox[]): Work<ReadonlySet<string>> {
	const changed = yield* each<{ sku: string }>(
		`UPDATE skus SET dimensions = ? WHERE seller = ? AND sku = ? AND (dimensions IS NULL OR dimensions <> ?)
		RETURNING sku`,
		boxes.map(({ sku, box }) => {
			const dimensions = JSON.stringify(toBox(box));
			return [dimensions, seller, sku, dimensions];
		}),
	);
	const skus = changed.map(({ sku }) => sku);
	if (skus.length > 0) yield* wakeUpdatesOf(seller, skus);
	return new Set(skus);
}

/** How large and heavy a parcel is, or the only one, whatever is known of what lies in it. */
export function* setParcelBox(
	store: string,
	id: string,
	box: Box,
	parcel?: number,
): Work<LedgerOrder> {
	const order = yield* orderRow(store, id);
	const fault = boxFault(box);
	if (fault !== null) {
		throw refused(`Order ${order.number}: the parcel has no box now: ${fault}. Correct it.`);
	}
	const parcels = (yield* parcelsOf([order.id])).get(order.id) ?? [];
	const boxed = theParcel(order, parcels, parcel);
	yield* run(
		'UPDATE parcels SET dimensions = ? WHERE id = ?',
		JSON.stringify(toBox(box)),
		boxed.parcel,
	);
	yield* run(
		`UPDATE outbox SET due_at = {now} WHERE order_id = ? AND state = 'waiting' AND due_at = ${never}`,
		order.id,
	);
	return yield* getOrder(store, id);
}

/** What waits until somebody says how large the parcels of these SKUs are is looked at again. */
const wakeUpdatesOf = (seller: string, skus: readonly string[]): Work<void> =>
	run(
		`UPDATE outbox SET due_at = {now} WHERE store IN (SELECT code FROM stores WHERE seller = ?)
			AND state = 'waiting' AND due_at = ${never}
			AND EXISTS (SELECT 1 FROM parcels p JOIN parcel_lines l ON l.parcel_id = p.id
				WHERE p.order_id = outbox.order_id AND l.sku IN {elements})`,
		seller,
		elements(skus),
	);
