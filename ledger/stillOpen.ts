import { hubStatuses } from '../domain/hubStatus';
import { hasLeft } from '../domain/transitions';

/** Statuses of what has neither left nor is cancelled. */
export const openStatuses = hubStatuses.filter(
	(status) => !hasLeft(status) && status !== 'cancelled',
);

/** How many orders a refusal names. */
export const mostNumbers = 10;

/** One of the orders that a refusal names; `total` is how many there are. */
export interface OpenOrder {
	readonly number: string;
	readonly total: number;
}

/** Such as "12 orders are still open there: N1, N2 and 10 more". */
export function stillOpen(found: readonly OpenOrder[]): string {
	const total = found[0]?.total ?? 0;
	const numbers = found.map(({ number }) => number).join(', ');
	const rest = total > found.length ? ` and ${total - found.length} more` : '';
	return `${total === 1 ? '1 order is' : `${total} orders are`} still open there: ${numbers}${rest}`;
}
