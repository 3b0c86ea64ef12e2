import { SandboxRefusal } from '../wire';
import type { RawVariant } from './rawCatalog';
import type { ShopifyStockDelta, ShopifyStockDraft } from './types';
import type { World } from './world';

const variantOf = (world: World, sku: string): RawVariant => {
	const variant = world.catalog.bySku(sku);
	if (!variant) throw new SandboxRefusal(`nothing has the SKU ${sku}`);
	return variant;
};

const moved = (
	world: World,
	{ sku, location }: { readonly sku: string; readonly location?: string },
	by: { readonly what: 'set' | 'adjusted'; delta(available: number): number },
) => {
	const { itemId } = variantOf(world, sku);
	const { id } = world.places.named(location);
	const cause = { what: by.what, byApi: false } as const;
	const known = world.inventory.find(itemId, id);
	const available = by.delta(known?.quantities.available ?? 0);
	if (known) world.inventory.move(itemId, id, { deltas: { available }, cause });
	else world.inventory.stock(itemId, id, { available, cause });
};

/** Counts in the admin; where nothing was stocked it is from then on. */
export const counted = (world: World, counts: readonly ShopifyStockDraft[]): void => {
	for (const { quantity, ...at } of counts) {
		moved(world, at, { what: 'set', delta: (available) => quantity - available });
	}
};

export const nudged = (world: World, deltas: readonly ShopifyStockDelta[]): void => {
	for (const { delta, ...at } of deltas) moved(world, at, { what: 'adjusted', delta: () => delta });
};
