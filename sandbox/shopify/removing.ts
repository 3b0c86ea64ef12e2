import { SandboxRefusal } from '../wire';
import { withQuantity } from './orderEdits';
import type { RawOrder } from './raw';
import { shippedUnits } from './shipping';
import type { ShopifyRemoval } from './types';
import type { World } from './world';

/** Units that somebody takes off in the admin, by an edit or a refund of what has not left. */
export const removedInAdmin = (
	world: World,
	order: RawOrder,
	{ lines, restock = true }: ShopifyRemoval,
): RawOrder => {
	const next = lines.reduce((current, { sku, quantity }) => {
		const line = current.lines.find(
			(one) => one.sku === sku && one.currentQuantity - shippedUnits(current, one.id) >= quantity,
		);
		if (!line) throw new SandboxRefusal(`there are not ${quantity} of ${sku} left in it`);
		return withQuantity(current, line.id, line.currentQuantity - quantity);
	}, order);
	const by = { restocks: () => restock, byApi: false };
	return world.orders.reduce(order, { ...next, edited: true }, by);
};
