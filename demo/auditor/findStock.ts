import type { Finding, PhysicalStock } from './facts';
import type { LedgerRows } from './ledger';
import { sum, type Units } from './units';

interface Place {
	readonly seller: string;
	readonly sku: string;
	readonly hub: string | null;
}

/**
 * Units promised or shipped that were not there, and columns that do not add up. What is there where an OMS is the stock master
 * only that OMS can say.
 */
export function findStock(
	physical: readonly PhysicalStock[],
	ledger: LedgerRows,
): readonly Finding[] {
	const isOwn = ({ hub }: Place) => !ledger.oms.places.some((place) => place.hub === hub);
	const there = by(physical.filter(isOwn), ({ units }) => units);
	const promised = by(ledger.reservations.filter(isOwn), ({ quantity }) => quantity);
	const shipped = by(ledger.shipped.filter(isOwn), ({ quantity }) => quantity);
	const onHand = by(ledger.stock.filter(isOwn), ({ on_hand }) => on_hand);
	const reserved = by(ledger.reservations, ({ quantity }) => quantity);
	const reservedColumn = by(ledger.stock, (row) => row.reserved);
	const places = new Set(
		[there, promised, shipped, onHand, reserved, reservedColumn].flatMap((units) => [
			...units.keys(),
		]),
	);
	return [...places].flatMap((place) => {
		const of = (units: Units) => units.get(place) ?? 0;
		return [
			...unless(
				of(promised) + of(shipped) <= of(there),
				`${place}: ${of(promised)} reserved and ${of(shipped)} shipped of ${of(there)}`,
			),
			...unless(
				of(reservedColumn) === of(reserved),
				`${place}: the stock says ${of(reservedColumn)} reserved, the reservations ${of(reserved)}`,
			),
			...unless(
				of(onHand) === of(there) - of(shipped),
				`${place}: ${of(onHand)} on hand where ${of(there)} were and ${of(shipped)} left`,
			),
		];
	});
}

const by = <Row extends Place>(rows: readonly Row[], units: (row: Row) => number): Units =>
	sum(rows.map((row) => [`${row.sku} of ${row.seller} in ${row.hub ?? 'no hub'}`, units(row)]));

const unless = (holds: boolean, what: string): readonly Finding[] =>
	holds ? [] : [{ kind: 'oversold', what }];
