import { hasLeft } from './itemStatuses';

interface Unit {
	readonly status: string;
	readonly isOnHold: boolean;
}

/** What keeps Uniware from shipping the units that are open, for people to read; null where nothing does. */
export function waitsFor(orderStatus: string | null, units: readonly Unit[]): string | null {
	const open = units.filter(({ status }) => status !== 'CANCELLED' && !hasLeft(status));
	if (open.length === 0) return null;
	const of = (isMeant: (unit: Unit) => boolean, what: string) => {
		const some = open.filter(isMeant).length;
		return some === 0 ? [] : [some === open.length ? what : `${some} of ${open.length} ${what}`];
	};
	const reasons = [
		...(orderStatus === 'PENDING_VERIFICATION' ? ['waits for verification'] : []),
		...of(({ isOnHold }) => isOnHold, 'on hold'),
		...of(({ status }) => status === 'UNFULFILLABLE', 'without stock'),
		...of(({ status }) => status === 'LOCATION_NOT_SERVICEABLE', 'without a courier'),
	];
	return reasons.length === 0 ? null : `In Uniware: ${reasons.join(', ')}.`;
}
