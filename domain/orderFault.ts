import { hubStatuses } from './hubStatus';
import type { MappedOrder } from './order';

/** Why the order cannot be kept as it is, or null. Connectors never make such orders; people and other workflows may. */
export function orderFault(order: MappedOrder): string | null {
	const ids = order.lines.map(({ id }) => id);
	if (new Set(ids).size < ids.length) return 'two of its lines have the same id';
	const wrong = order.lines.find((line) => !isCount(line.ordered) || !isCount(line.cancelled));
	if (wrong !== undefined) return `the quantities of line ${wrong.id} are not whole numbers`;
	const over = order.lines.find((line) => line.cancelled > line.ordered);
	if (over !== undefined) return `line ${over.id} has more cancelled than ordered`;
	if (order.hubStatus !== null && !hubStatuses.includes(order.hubStatus)) {
		return `${String(order.hubStatus)} is no hub status`;
	}
	if (keysOf(order).some((key) => key.includes('\0') || !key.isWellFormed())) {
		return 'an id, its number or a SKU holds a character that no database keeps';
	}
	return Number.isNaN(Date.parse(order.placedAt)) ? 'placedAt is not a time' : null;
}

/** The texts by which it is found again. */
const keysOf = ({ id, number, lines }: MappedOrder): readonly string[] => [
	...[id, number],
	...lines.flatMap((line) => [line.id, line.listing ?? '', line.sku ?? '']),
];

const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0;
