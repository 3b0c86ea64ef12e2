import { newObjectId } from './order';

export interface ReturnOrder {
	readonly id: string;
	/** As the channel calls it. */
	readonly returnOrderId: string;
	/** The id of the order, as the channel gave it. */
	readonly order: string;
	readonly hub: string | null;
	readonly status: 'return_initiated' | 'return_order_cancelled';
	readonly units: ReadonlyMap<string, number>;
	readonly reason: string;
	readonly createdAt: number;
	readonly updatedAt: number;
}

export const returns = (now: () => number) => {
	const all = new Map<string, ReturnOrder>();
	return {
		add(made: Omit<ReturnOrder, 'id' | 'status' | 'createdAt' | 'updatedAt'>): ReturnOrder {
			const at = now();
			const one = {
				...made,
				id: newObjectId(),
				status: 'return_initiated' as const,
				createdAt: at,
				updatedAt: at,
			};
			all.set(one.returnOrderId, one);
			return one;
		},
		named: (returnOrderId: string): ReturnOrder | null => all.get(returnOrderId) ?? null,
		of: (order: string): readonly ReturnOrder[] =>
			[...all.values()].filter((one) => one.order === order),
		all: (): readonly ReturnOrder[] => [...all.values()],
	};
};
