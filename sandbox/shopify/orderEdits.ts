import { gid } from './ids';
import type { RawOrder } from './raw';
import { remainingOf, shippedUnits } from './shipping';

/** An edit that is not committed yet. */
export interface OrderEditing {
	readonly id: string;
	readonly order: RawOrder;
	/** Lines whose units go back into stock. */
	readonly restocks: ReadonlySet<string>;
}

/** Edits under way, by their number. */
export const orderEdits = () => {
	const all = new Map<string, OrderEditing>();
	return {
		find: (id: string): OrderEditing | null =>
			all.get(/(?:CalculatedOrder|OrderEditSession)\/(\d+)$/.exec(id)?.[1] ?? '') ?? null,
		keep(editing: OrderEditing): OrderEditing {
			all.set(editing.id, editing);
			return editing;
		},
		end: (id: string) => void all.delete(id),
	};
};

export const calculatedLineId = (lineId: string): string => gid('CalculatedLineItem', lineId);

/** The order with so many units of a line left. */
export const withQuantity = (order: RawOrder, lineId: string, quantity: number): RawOrder => ({
	...order,
	edited: true,
	lines: order.lines.map((line) =>
		line.id === lineId ? { ...line, currentQuantity: quantity } : line,
	),
	fulfillmentOrders: order.fulfillmentOrders
		.map((one) => ({
			...one,
			lines: one.lines.map((line) => {
				if (line.lineId !== lineId || one.status === 'CLOSED') return line;
				return { ...line, remaining: quantity - shippedUnits(order, lineId) };
			}),
		}))
		.map((one) => (remainingOf(one) === 0 ? { ...one, status: 'CLOSED' as const } : one)),
});
