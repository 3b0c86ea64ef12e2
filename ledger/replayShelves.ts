import { breath } from './breath';
import type { Taken } from './replayTaken';
import { freeStock } from './reserving';
import type { Engine } from './statement';

/** SKUs of one transaction, each at every hub of its seller. */
const chunk = 100;

/** What hubs have of a seller's SKUs, on one side of the comparison: it goes down while orders are decided. */
export type Shelf = Map<string, number>;

export interface Shelves {
	/** Lets the SKUs be there, with what the replay begins with. */
	stock(seller: string, skus: readonly string[]): Promise<void>;
	inForce(seller: string, hub: string): Shelf;
	draft(seller: string, hub: string): Shelf;
}

/**
 * What is free now and what the orders took, as if none of them had been routed. A SKU is read when it is first asked for: until
 * then no order has taken any of it. What others reserve or count in the meantime may show.
 */
export function shelves(run: Engine['run'], taken: Taken): Shelves {
	const [inForce, draft] = [new Map<string, Shelf>(), new Map<string, Shelf>()];
	const known = new Set<string>();
	const shelfOn = (side: Map<string, Shelf>) => (seller: string, hub: string) => {
		const place = JSON.stringify([seller, hub]);
		const shelf = side.get(place) ?? new Map<string, number>();
		side.set(place, shelf);
		return shelf;
	};
	const sides = { inForce: shelfOn(inForce), draft: shelfOn(draft) };
	return {
		...sides,
		async stock(seller, skus) {
			const fresh = [...new Set(skus)].filter((sku) => !known.has(JSON.stringify([seller, sku])));
			for (const sku of fresh) known.add(JSON.stringify([seller, sku]));
			for (let from = 0; from < fresh.length; from += chunk) {
				const some = fresh.slice(from, from + chunk);
				for (const { sku, hub, free } of await run(() => freeStock(seller, some))) {
					const units = free + taken.units(seller, sku, hub);
					if (units <= 0) continue;
					sides.inForce(seller, hub).set(sku, units);
					sides.draft(seller, hub).set(sku, units);
				}
				await breath();
			}
		},
	};
}
