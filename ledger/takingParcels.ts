import type { OmsParcel } from '../domain/oms';
import { isMadeOf, unitsIn, unitsOf } from '../domain/omsUnits';
import { shown } from '../domain/sku';
import { channelTransitions, mayMove } from '../domain/transitions';
import { resolve } from './exceptions';
import type { Taking } from './fulfilling';
import { leaveHub, moveOn } from './leavingHub';
import { openLines } from './lines';
import { shippedAfterCancel, takenBackReference } from './omsConflicts';
import { linkedParcels, linkParcel, trackingIn, type LinkedParcel } from './omsParcels';
import type { LedgerParcel } from './orderShapes';
import { orderById } from './orders';
import { parcelsOf, trackParcels } from './parcels';
import { countReturned } from './reserving';
import type { Work } from './statement';
import { takeBackParcel } from './takingBack';
import { track } from './tracking';
import { isCancelledThere } from './cancelledThere';

/** Takes in one parcel of the OMS: one that is new, or what has become of one that the hub knows. */
export function* takeParcel(taking: Taking, parcel: OmsParcel): Work<void> {
	const link = (yield* linkedParcels(taking.id)).get(parcel.id);
	if (parcel.status !== 'cancelled') checkLocation(taking, parcel);
	const known = link === undefined ? undefined : yield* ledgerParcel(taking, link);
	if (link !== undefined && known !== undefined) yield* follow(taking, parcel, { link, known });
	else if (parcel.status !== 'cancelled') yield* takeNew(taking, parcel);
}

const hubOf = ({ oms }: Taking, { location }: OmsParcel): string | null =>
	oms.settings.hubMap.find((row) => row.location === location)?.hub ?? null;

function checkLocation(taking: Taking, parcel: OmsParcel): void {
	const { id, location } = parcel;
	if (location === null || hubOf(taking, parcel) !== null) return;
	taking.faults.push(
		`Parcel ${id} left location ${shown(location)}, which Hub Mapping of store ${taking.oms.code} does not have.`,
	);
}

function* ledgerParcel({ id }: Taking, link: LinkedParcel): Work<LedgerParcel | undefined> {
	const parcels = (yield* parcelsOf([id])).get(id) ?? [];
	return parcels.find((one) => one.parcel === link.parcel_id);
}

function* takeNew(taking: Taking, parcel: OmsParcel): Work<void> {
	const { oms, store, id, changes } = taking;
	const open = yield* openLines(store, [id]);
	const found = unitsIn(parcel.lines, new Map(open.map((one) => [one.line, one.quantity])));
	const gone = found.missing > 0 ? yield* leftBefore(taking, parcel) : undefined;
	if (gone !== undefined) return yield* adopt(taking, parcel, gone);
	checkUnits(taking, parcel, unitsOf(parcel.lines) - found.missing);
	if (found.units.length === 0) return;
	const order = yield* orderById(id);
	const at = { order, open, hub: hubOf(taking, parcel) };
	const left = yield* leaveHub(taking, found.units, at);
	yield* linkParcel({ oms: oms.code, order: id }, parcel, left);
	if (parcel.tracking !== null && trackingIn(parcel) !== null) {
		yield* trackParcels([left], parcel.tracking);
	}
	changes.push(`parcel ${left} has left`);
	if (order.status === 'cancelled' || (yield* isCancelledThere(order))) {
		yield* shippedAfterCancel(taking, order, parcel.id);
	}
	yield* moveOn(taking, left, 'shipped');
	yield* goOn(taking, parcel, { from: 'shipped', known: { parcel: left, status: 'shipped' } });
}

/** As long as it is so: more left than was open is for a person. */
function checkUnits(taking: Taking, { id, lines }: OmsParcel, units: number): void {
	if (units >= unitsOf(lines)) return;
	taking.faults.push(
		`Of parcel ${id} with ${unitsOf(lines)} units the hub had ${units} that were not shipped yet.`,
	);
}

/** What it may be that left once already: taken back meanwhile, or moved on by hand or by the channel. */
function* leftBefore({ id }: Taking, { lines }: OmsParcel): Work<LedgerParcel | undefined> {
	const links = [...(yield* linkedParcels(id)).values()];
	const taken = new Set(
		links.filter(({ status }) => status !== 'cancelled').map(({ parcel_id }) => parcel_id),
	);
	const parcels = (yield* parcelsOf([id])).get(id) ?? [];
	return parcels.find(
		(one) => one.shippedAt !== null && !taken.has(one.parcel) && isMadeOf(lines, one.lines),
	);
}

function* adopt(taking: Taking, parcel: OmsParcel, known: LedgerParcel): Work<void> {
	const { oms, store, id, changes } = taking;
	const order = yield* orderById(id);
	const fresh = { ...parcel, status: 'shipped', tracking: null } as const;
	yield* linkParcel({ oms: oms.code, order: id }, fresh, known.parcel);
	yield* resolve(store.code, ['fulfilment_taken_back'], [takenBackReference(order, known.parcel)]);
	changes.push(`parcel ${known.parcel} has left`);
	const link = (yield* linkedParcels(id)).get(parcel.id);
	if (link !== undefined) yield* follow(taking, parcel, { link, known });
}

function* follow(
	taking: Taking,
	parcel: OmsParcel,
	{ link, known }: { link: LinkedParcel; known: LedgerParcel },
): Work<void> {
	if (link.status === 'cancelled') return;
	if (parcel.status === 'cancelled') return yield* takeBackParcel(taking, parcel, known);
	checkUnits(
		taking,
		parcel,
		known.lines.reduce((sum, { quantity }) => sum + quantity, 0),
	);
	const { oms, id, changes } = taking;
	const before = changes.length;
	yield* followTracking(taking, parcel, { link, known });
	yield* goOn(taking, parcel, { from: link.status, known });
	if (changes.length === before) return;
	const isFurther = mayMove(channelTransitions, link.status, parcel.status);
	const status = isFurther ? parcel.status : link.status;
	yield* linkParcel({ oms: oms.code, order: id }, { ...parcel, status }, known.parcel);
}

/** Delivered, or on its way back; never to where it was before. */
function* goOn(
	taking: Taking,
	{ status }: OmsParcel,
	{ from, known }: { from: OmsParcel['status']; known: Pick<LedgerParcel, 'parcel' | 'status'> },
): Work<void> {
	if (!mayMove(channelTransitions, from, status)) return;
	taking.changes.push(`parcel ${known.parcel} is ${status}`);
	if (!mayMove(channelTransitions, known.status, status)) return;
	if (status === 'returned') yield* countReturned(known.parcel);
	yield* moveOn(taking, known.parcel, status);
}

/** Compared with what the OMS said before: the channel may have its own words for it, and these are not told back. */
function* followTracking(
	{ id, changes }: Taking,
	parcel: OmsParcel,
	{ link, known }: { link: LinkedParcel; known: LedgerParcel },
): Work<void> {
	const said = trackingIn(parcel);
	if (parcel.tracking === null || said === null || said === link.tracking) return;
	const order = yield* orderById(id);
	if (yield* isCancelledThere(order)) yield* trackParcels([known.parcel], parcel.tracking);
	else yield* track(order, known, parcel.tracking);
	changes.push(`parcel ${known.parcel} has tracking`);
}
