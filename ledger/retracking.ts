import type { ChannelUpdate, Tracking } from '../domain/channelUpdate';
import type { Kept } from './equipping';
import { each, elements, rows, run, type Work } from './statement';
import { never } from './updateShapes';

/** Updates that are about to be told, with the tracking that their parcels have by now. What is told so is kept so. */
export function* retrack<Row extends Kept & { readonly id: number }>(
	kept: readonly Row[],
): Work<readonly Row[]> {
	const read = kept.map((row) => ({ row, update: JSON.parse(row.body) as ChannelUpdate }));
	const now = yield* trackingsOf(
		read.flatMap(({ update }) => update.parcels.map(({ parcel }) => parcel)),
	);
	const fresh = read.map(({ row, update }) => {
		const parcels = update.parcels.map((one) => ({
			...one,
			tracking: now.get(one.parcel) ?? one.tracking,
		}));
		return { ...row, body: JSON.stringify({ ...update, parcels }) };
	});
	yield* each(
		'UPDATE outbox SET body = ? WHERE id = ? AND body <> ?',
		fresh.map(({ body, id }) => [body, id, body]),
	);
	return fresh;
}

function* trackingsOf(parcels: readonly number[]): Work<ReadonlyMap<number, Tracking>> {
	const found = yield* rows<Tracking & { readonly id: number }>(
		`SELECT id, tracking_number AS number, carrier, tracking_url AS url FROM parcels
		WHERE id IN {ids} AND tracking_number IS NOT NULL`,
		elements(parcels),
	);
	return new Map(found.map(({ id, number, carrier, url }) => [id, { number, carrier, url }]));
}

/**
 * What waits, such as for a tracking number, is looked at again now that the parcel has one. What waits for the size of a parcel
 * goes on waiting.
 */
export function* wakeUpdatesOf(order: number, parcel: number): Work<void> {
	const waiting = yield* rows<{ id: number; body: string }>(
		"SELECT id, body FROM outbox WHERE order_id = ? AND state = 'waiting' AND due_at < ?",
		order,
		never,
	);
	const woken = waiting.filter(({ body }) =>
		(JSON.parse(body) as ChannelUpdate).parcels.some((one) => one.parcel === parcel),
	);
	if (woken.length === 0) return;
	yield* run(
		'UPDATE outbox SET due_at = {now} WHERE id IN {ids}',
		elements(woken.map(({ id }) => id)),
	);
}
