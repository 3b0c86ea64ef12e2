import type { Finding } from '../facts';
import type { Pair } from './pairs';

/** What became in the OMS of all that is left of the order, by its people; null where nothing has, or not of all of it. */
export function becomeOf({
	isCancelled,
	isCancelledByApi,
	parcels,
	open,
}: Pair['made'][number]): string | null {
	if (isCancelled) return isCancelledByApi ? null : 'cancelled';
	const states = new Set(parcels.map(({ state }) => state));
	if (open.size > 0 || states.size === 0) return null;
	if (states.has('shipped')) return 'shipped';
	const [state = null, ...others] = states;
	return others.length > 0 ? null : state;
}

/** What left or came back in the OMS, and the hub has not heard. Cancels are looked at for themselves. */
export const findBack = (pairs: readonly Pair[]): readonly Finding[] =>
	pairs.flatMap(({ order, row, made: [made], isTold }): readonly Finding[] => {
		const now = made && !made.isCancelled ? becomeOf(made) : null;
		return now === null || row === null || isTold || row.status === now
			? []
			: [
					{
						kind: 'lost',
						what: `order ${order.number} is ${now} in the OMS and ${row.status} in the hub`,
					},
				];
	});
