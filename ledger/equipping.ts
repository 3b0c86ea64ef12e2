import { stacked, type Box } from '../domain/box';
import type { ChannelUpdate, UpdateParcel } from '../domain/channelUpdate';
import { inChannelWords } from '../domain/channelWords';
import type { Order } from '../domain/order';
import { handOversOf } from './handOvers';
import { invoicesOf } from './issuedInvoices';
import { manifestIn, manifestsOf } from './manifestMissing';
import type { LedgerInvoice } from './orderShapes';
import type { Store } from './storeShapes';
import { elements, first, rows, run, type Work } from './statement';

/** An update as the outbox keeps it. */
export interface Kept {
	readonly order_id: number;
	readonly body: string;
}

/**
 * Updates with what the store wants at hand, as it is now and not as it was when they were announced: a channel the memo of their
 * order, how large its parcels are and the manifest that they left with, in its own words; an OMS the order itself.
 */
export function* equip<Row extends Kept>(
	{ settings, ...store }: Store,
	kept: readonly Row[],
): Work<readonly (Row & { readonly update: ChannelUpdate })[]> {
	const read = kept.map((row) => ({ row, update: JSON.parse(row.body) as ChannelUpdate }));
	const orders = [...new Set(kept.map(({ order_id }) => order_id))];
	const isOms = settings.stockMaster;
	const memos = isOms ? new Map<number, string>() : yield* memosOf(orders);
	const filled = isOms ? yield* handOversOf({ settings, ...store }, orders) : new Map();
	const boxes = yield* boxesOf(read.flatMap(({ update }) => update.parcels.map(idOf)));
	const manifests = yield* manifestsOf(store.code, isOms ? [] : orders);
	const invoices = isOms ? new Map() : yield* invoicesOf(orders);
	return read.map(({ row, update }) => {
		const memo = memos.get(row.order_id);
		const handOver = filled.get(row.order_id)?.handOver;
		const parcels = update.parcels.map((one) => ({
			...one,
			box: boxes.get(idOf(one)) ?? null,
			...invoiceOf(one, invoices.get(row.order_id)),
		}));
		const manifest = manifestIn(update, manifests);
		const equipped = {
			...{ ...update, parcels },
			...(memo !== undefined && { memo }),
			...(manifest !== undefined && { manifest }),
			...(handOver !== undefined && { handOver }),
		};
		return { ...row, update: inChannelWords(equipped, settings) };
	});
}

/** Of an order that goes as a whole it may have been issued for the parcel before. */
function invoiceOf({ parcel }: UpdateParcel, issued: readonly LedgerInvoice[] = []) {
	const invoice = issued.find((one) => one.parcel === parcel) ?? (issued.length === 1 && issued[0]);
	return invoice ? { invoice: { code: invoice.code, at: invoice.at, taxes: invoice.taxes } } : {};
}

const idOf = ({ parcel }: UpdateParcel) => parcel;

/** Most orders have none, and what a channel says of an order is long: only those are read that may have one. */
function* memosOf(orders: readonly number[]): Work<ReadonlyMap<number, string>> {
	const found = yield* rows<{ id: number; body: string }>(
		`SELECT id, body FROM orders WHERE id IN {ids} AND body LIKE '%"memo":%'`,
		elements(orders),
	);
	return new Map(
		found.flatMap(({ id, body }) => {
			const { memo } = JSON.parse(body) as Order;
			return memo === undefined ? [] : [[id, memo]];
		}),
	);
}

/** What the connector wants at hand from now on, until a newer revision of the order brings a memo of its own. */
export function* keepMemo(order: number, memo: string | undefined): Work<void> {
	const kept = yield* first<{ body: string }>('SELECT body FROM orders WHERE id = ?', order);
	if (memo === undefined || kept === undefined) return;
	const body = JSON.parse(kept.body) as Order;
	yield* run('UPDATE orders SET body = ? WHERE id = ?', JSON.stringify({ ...body, memo }), order);
}

/** How large each parcel is: what a person said of it, else its units one upon the other, as far as that is known. */
export function* boxesOf(parcels: readonly number[]): Work<ReadonlyMap<number, Box | null>> {
	if (parcels.length === 0) return new Map();
	const given = yield* rows<{ id: number; dimensions: string | null }>(
		'SELECT id, dimensions FROM parcels WHERE id IN {ids}',
		elements(parcels),
	);
	const units = Map.groupBy(
		yield* rows<{ parcel_id: number; quantity: number; dimensions: string | null }>(
			`SELECT l.parcel_id, l.quantity, s.dimensions FROM parcel_lines l
			LEFT JOIN skus s ON s.seller = l.seller AND s.sku = l.sku WHERE l.parcel_id IN {ids}`,
			elements(parcels),
		),
		({ parcel_id }) => parcel_id,
	);
	return new Map(
		given.map(({ id, dimensions }) => [
			id,
			boxIn(dimensions) ??
				stacked((units.get(id) ?? []).map((one) => ({ ...one, box: boxIn(one.dimensions) }))),
		]),
	);
}

export const boxIn = (dimensions: string | null): Box | null =>
	dimensions === null ? null : (JSON.parse(dimensions) as Box);
