import type { Finding, PhysicalStock } from './facts';
import type { LedgerRows } from './ledger';
import { sum, type Units } from './units';

interface Place {
	readonly seller: string;
	readonly sku: string;
	readonly hub: string | null;
}

/** Units promised or shipped that were not there, and columns that do not add up. */
export function findStock(
	physical: readonly PhysicalStock[],
	ledger: LedgerRows,
): readonly Finding[] {
	const there = by(physical, ({ units }) => units);
	const reserved = by(ledger.reservations, ({ quantity }) => quantity);
	const shipped = by(ledger.shipped, ({ quantity }) => quantity);
	const onHand = by(ledger.stock, ({ on_hand }) => on_hand);
	const reservedColumn = by(ledger.stock, (row) => row.reserved);
	const places = new Set([there, reserved, shipped, onHand].flatMap((units) => [...units.keys()]));
	return [...places].flatMap((place) => {
		const of = (units: Units) => units.get(place) ?? 0;
		return [
			...unless(
				of(reserved) + of(shipped) <= of(there),
				`${place}: ${of(reserved)} reserved and ${of(shipped)} shipped of ${of(there)}`,
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
