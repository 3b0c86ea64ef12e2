import { reply } from './answers';
import { type InventoryContext, batchInventory } from './batchInventory';
import type { Operation } from './operations';
import type { World } from './world';

const standing = ({ listings }: World, sku: string) => {
	const product = listings.products.find(sku);
	if (!product) return 'unlisted';
	return product.hasDimensions ? 'listed' : 'incomplete';
};

const contextOf = (world: World): InventoryContext => ({
	inventory: world.inventory,
	marketplace: world.marketplace.id,
	locations: world.settings.locations.map(({ id }) => id),
	shipments: world.shipments.all(),
	standing: (sku) => standing(world, sku),
	fails: () => world.faults.happens('rowFailure'),
});

const updatesIn = ({ inventory }: World) =>
	inventory.all().reduce((sum, { updates }) => sum + updates.length, 0);

export const stockOperations: readonly Operation[] = [
	{
		name: 'batchInventory',
		at: 'POST /externalFulfillment/inventory/2024-09-11/inventories',
		roles: ['Direct to Consumer Shipping (Restricted)'],
		isListed: true,
		answer(world, { body }) {
			const before = updatesIn(world);
			const answer = batchInventory(contextOf(world), body);
			const effect = updatesIn(world) > before ? 'stock_updated' : null;
			return { ...reply(207, answer, effect), records: answer.responses.length };
		},
	},
];
