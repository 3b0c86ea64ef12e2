import type { SaleOrderInput } from './orderInput';
import type { Refused } from './refused';
import type { UniwareFailedOrder } from './stateTypes';

const unitsOf = ({ saleOrderItems }: SaleOrderInput) => {
	const units = new Map<string, number>();
	for (const { itemSku } of saleOrderItems) units.set(itemSku, (units.get(itemSku) ?? 0) + 1);
	return Object.fromEntries(units);
};

/** Kept aside until they come again in order (reference/uniware-oker.md 4.1); how a tenant shows and retries them is not known. */
export const failedOrders = (now: () => number) => {
	const all = new Map<string, UniwareFailedOrder>();
	return {
		put(code: string, input: SaleOrderInput, { name: cause }: Refused) {
			const tries = (all.get(code)?.tries ?? 0) + 1;
			all.set(code, { code, cause, units: unitsOf(input), at: now(), tries });
		},
		/** It has come through. */
		clear: (code: string) => all.delete(code),
		all: (): readonly UniwareFailedOrder[] => [...all.values()],
	};
};
