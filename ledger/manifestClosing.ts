import { hasLeft } from '../domain/transitions';
import { refused } from '../domain/failure';
import { shown } from '../domain/sku';
import { leaveTogether } from './leavingTogether';
import { wakeForManifest } from './manifestMissing';
import { ordersOn } from './manifestResults';
import { entriesOf, isOff, manifestInTurn, type Entry } from './manifestRows';
import { getManifest } from './manifests';
import type { Manifest, ManifestOrder, ManifestRetried } from './manifestShapes';
import { requeue, whyNotAgain } from './requeuing';
import { each, elements, rows, run, type Work } from './statement';

/**
 * Closes it, and with it ships what is on it: what the channels are to hear names the manifest. What was cancelled since it was
 * added is left out. Closed twice, it stays as it was.
 */
export function* closeManifest(code: string, closedBy: string): Work<Manifest> {
	const { manifest, store } = yield* manifestInTurn(code);
	if (manifest.state === 'closed') return yield* getManifest(code);
	if (closedBy.trim() === '') {
		throw refused(`Manifest ${shown(code)} was not closed: it is not said by whom. Enter it.`);
	}
	yield* lockOrders(manifest.id);
	const entries = yield* entriesOf([manifest.id]);
	if (entries.length === 0) {
		throw refused(
			`Manifest ${shown(code)} has no orders, so there is nothing to hand over. Add orders first, or leave it open.`,
		);
	}
	yield* leaveOut(entries.filter(isOff));
	const on = entries.filter((entry) => !isOff(entry));
	yield* leaveTogether(
		store,
		manifest.hub,
		on.filter(({ status }) => status !== null && !hasLeft(status)),
	);
	yield* run(
		"UPDATE manifests SET state = 'closed', closed_at = {now}, closed_by = ? WHERE id = ?",
		closedBy.trim(),
		manifest.id,
	);
	yield* wakeForManifest(
		manifest.store,
		on.map(({ order_id }) => order_id),
	);
	return yield* getManifest(code);
}

const lockOrders = (manifest: number): Work<void> =>
	run(
		`SELECT id FROM orders WHERE id IN (SELECT order_id FROM manifest_parcels WHERE manifest = ?)
		ORDER BY id {forUpdate}`,
		manifest,
	);

function* leaveOut(entries: readonly Entry[]): Work<void> {
	yield* each(
		'UPDATE manifest_parcels SET left_out = ? WHERE id = ?',
		entries.map((entry) => [whyOff(entry), entry.id]),
	);
}

function whyOff({ order_status, disputed }: Entry): string {
	if (order_status === 'cancelled') {
		return 'It was cancelled before the manifest was closed. Keep the goods.';
	}
	return disputed === 1
		? 'Its channel cancelled it after it was invoiced, and nobody had decided when the manifest was closed. Keep the goods.'
		: `Its parcel was unpacked before the manifest was closed, and the order is ${order_status}. Pack it again for the next one.`;
}

/** Tells the channel once more of what it refused or was not told after many tries, and of nothing else. */
export function* retryManifest(code: string): Work<readonly ManifestRetried[]> {
	const { manifest } = yield* manifestInTurn(code);
	if (manifest.state === 'open') {
		throw refused(`Manifest ${shown(code)} is open, so nothing of it was told yet. Close it.`);
	}
	const orders = yield* ordersOn(manifest, yield* entriesOf([manifest.id]));
	const failed = new Map(orders.filter(isFailed).map((one) => [one.update ?? 0, one]));
	const exceptions = yield* rows<{ id: number; reference: string }>(
		`SELECT id, reference FROM exceptions WHERE store = ? AND kind IN ('update_refused', 'update_not_sent')
			AND state = 'open' AND reference IN {elements} ORDER BY id {forUpdate}`,
		manifest.store,
		elements([...failed.keys()].map(String)),
	);
	const retried: ManifestRetried[] = [];
	for (const { id, reference } of exceptions) {
		const one = failed.get(Number(reference));
		if (one !== undefined) retried.push(yield* retry(code, id, one));
	}
	return retried;
}

const isFailed = ({ result }: ManifestOrder) => result === 'refused' || result === 'givenUp';

function* retry(
	manifest: string,
	exception: number,
	{ order, number, update }: ManifestOrder,
): Work<ManifestRetried> {
	const about = { manifest, order, number, update: update ?? 0 };
	const fault = yield* whyNotAgain(about.update);
	if (fault !== null) return { ...about, outcome: 'refused', reason: fault.message };
	yield* requeue(about.update);
	yield* run("UPDATE exceptions SET state = 'resolved' WHERE id = ?", exception);
	return { ...about, outcome: 'queued', reason: null };
}
