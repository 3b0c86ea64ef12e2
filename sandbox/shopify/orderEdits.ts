import { gid } from './ids';
import type { RawOrder } from './raw';

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
