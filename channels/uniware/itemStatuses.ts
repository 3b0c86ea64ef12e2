import type { OmsParcel } from '../../domain/oms';

/** Of units and packages: what is on its way, or was. Not all statuses are public (reference/uniware-oker.md 3). */
const gone: readonly string[] = [
	'DISPATCHED',
	'SHIPPED',
	'DELIVERED',
	'REPLACED',
	'RETURN_REQUESTED',
	'RETURN_EXPECTED',
	'RETURNED',
	'RETURN_ACKNOWLEDGED',
];

export const hasLeft = (status: string): boolean => gone.includes(status);

/** What the carrier brings back says the package; what the customer sends back, its units (reference/uniware-oker.md 3, 5.4). */
export function parcelStatus(status: string, units: readonly string[]): OmsParcel['status'] {
	if (status === 'RETURN_EXPECTED') return 'return_to_origin';
	if (status === 'RETURNED' || status === 'RETURN_ACKNOWLEDGED') return 'returned';
	const back = units.filter((unit) => unit === 'RETURNED').length;
	if (back > 0) return back === units.length ? 'returned' : 'partial_return';
	if (units.includes('RETURN_REQUESTED')) return 'return_in_progress';
	return status === 'DELIVERED' ? 'delivered' : 'shipped';
}
