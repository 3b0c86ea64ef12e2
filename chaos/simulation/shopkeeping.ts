import type { PhysicalStock } from '../../demo/auditor/facts';
import type { Random } from '../../sandbox/random';
import type { Chance } from './chances';
import type { Desk } from './desk';

interface Hub {
	readonly code: string;
}

interface Goods {
	readonly seller: string;
	readonly hubs: readonly Hub[];
	readonly skus: readonly string[];
	readonly scarceSku: string;
}

/** What is in the hubs at first: so many SKUs are never sold out. */
export const stockOf = (
	{ seller, hubs, skus, scarceSku }: Goods,
	plenty = 3,
): readonly PhysicalStock[] =>
	hubs.flatMap(({ code: hub }) => [
		...skus.map((sku, at) => ({ seller, sku, hub, units: at < plenty ? 200 : 5 })),
		{ seller, sku: scarceSku, hub, units: 2 },
	]);

/** Seller, hubs and what is in them, through the nodes. */
export async function openWarehouse(
	desk: Desk,
	{ hubs, seller }: Pick<Goods, 'hubs' | 'seller'>,
	physical: readonly PhysicalStock[],
): Promise<void> {
	await desk('warehouse-sellers', [{ code: seller, name: seller }]);
	await desk('warehouse-hubs', hubs);
	await desk('warehouse-stock', physical);
}

/** What one to three customers want; now and then all of them the same few goods. */
export function wishes<Draft>(
	chance: Chance,
	draft: (random: Random, as: Partial<Draft>) => Draft,
	scarce: Partial<Draft>,
): readonly Draft[] {
	const as = chance.isOneIn(6) ? scarce : {};
	return Array.from({ length: chance.between(1, 3) }, () => draft(chance.next, as));
}

/** One of those, or null where there is none. */
export function oneOf<Thing>(
	chance: Chance,
	things: readonly Thing[],
	is: (thing: Thing) => boolean,
): Thing | null {
	const found = things.filter(is);
	return found.length === 0 ? null : chance.of(found);
}
