import { refused } from '../domain/failure';
import { shown } from '../domain/sku';
import { numbered, usable } from './codes';
import { tell } from './events';
import { followReturn } from './followingReturn';
import { checkHub } from './lookups';
import type { OrderRow } from './orders';
import { parcelsOf } from './parcels';
import { returnInTurn, returnLines, type ReturnRow } from './returnRows';
import type { LedgerReturn, ReturnOrderDraft } from './returnShapes';
import { getReturn } from './returns';
import { first, run, type Work } from './statement';

/** What was approved is on its way. Until it is there, its hub, number and tracking may change. */
export function* orderReturn(
	code: string,
	draft: ReturnOrderDraft,
	by: string | null = null,
): Work<LedgerReturn> {
	const { row, order } = yield* returnInTurn(code);
	if (row.state !== 'approved' && row.state !== 'ordered') throw tooEarlyOrLate(row);
	const hub = draft.hub ?? row.hub ?? (yield* shippedFrom(row, order));
	yield* checkHub(hub);
	const name = yield* nameOf(row, draft);
	const tracking = draft.tracking ?? {
		...{ number: row.tracking_number, carrier: row.carrier, url: row.tracking_url },
	};
	yield* run(
		`UPDATE returns SET state = 'ordered', hub = ?, return_order = ?, tracking_number = ?, carrier = ?, tracking_url = ?,
			ordered_at = COALESCE(ordered_at, {now}) WHERE id = ?`,
		hub,
		name,
		tracking.number,
		tracking.carrier,
		tracking.url,
		row.id,
	);
	if (row.state === 'approved') {
		yield* tell(row.store, [{ type: 'return_ordered', order: order.id, detail: code, by }]);
		yield* followReturn(row, order);
	}
	return yield* getReturn(code);
}

/** The hub that the first of it left. */
function* shippedFrom({ id, code }: ReturnRow, { id: order }: OrderRow): Work<string> {
	const coming = (yield* returnLines([id])).find(({ approved }) => (approved ?? 0) > 0);
	const parcels = (yield* parcelsOf([order])).get(order) ?? [];
	const hub = parcels.find(({ parcel }) => parcel === coming?.parcel_id)?.hub ?? '';
	if (hub !== '') return hub;
	throw refused(`Return ${code}: the hub that shipped it is not known. Enter where it comes back.`);
}

function* nameOf(row: ReturnRow, { returnOrder }: ReturnOrderDraft): Work<string> {
	if (returnOrder === null) return row.return_order ?? numbered('RO', row.id);
	const name = usable(returnOrder, 'RO');
	const taken = yield* first<{ code: string }>(
		'SELECT code FROM returns WHERE return_order = ? AND id <> ?',
		name,
		row.id,
	);
	if (taken === undefined) return name;
	throw refused(
		`Return order ${shown(name)} is of return ${taken.code} already. Take another number, or leave it out.`,
	);
}

const tooEarlyOrLate = ({ code, state }: ReturnRow) =>
	refused(
		state === 'requested'
			? `Return ${code} waits for a decision. Approve it first.`
			: `Return ${code} is ${state}, so it gets no return order. Create another request.`,
	);

/** It is at the hub; nothing of it is stock before quality control. */
export function* receiveReturn(code: string, by: string | null = null): Work<LedgerReturn> {
	const { row, order } = yield* returnInTurn(code);
	if (row.state === 'received' || row.state === 'checked') return yield* getReturn(code);
	if (row.state !== 'ordered') {
		throw refused(
			`Return ${code} is ${row.state} and not on its way. Create its return order first.`,
		);
	}
	yield* run("UPDATE returns SET state = 'received', received_at = {now} WHERE id = ?", row.id);
	yield* tell(row.store, [{ type: 'return_received', order: order.id, detail: code, by }]);
	return yield* getReturn(code);
}
