import type { Http } from '../connector';
import { number, rows, sound, text } from '../fields';
import type { Reading } from '../fields';
import { ask } from './answer';
import { snapshot } from './requests';
import type { UniwareSnapshot } from './types';

/** What Uniware says of one SKU in one facility. */
export interface Snapshot {
	readonly sku: string;
	readonly facility: string;
	/** Good units on the shelf. */
	readonly inventory: number;
	/** Sold and not dispatched. */
	readonly openSale: number;
	readonly blocked: number;
	/** What may still be promised (reference/uniware-oker.md 2.3). */
	readonly available: number;
}

/** What was never stocked there, and what the tenant does not know, has no row (reference/uniware-oker.md 1.3). */
export async function snapshots(
	http: Http,
	skus: readonly string[],
	facility: string,
): Promise<readonly Snapshot[]> {
	if (skus.length === 0) return [];
	const { from } = await ask(http, snapshot(skus, facility), `the stock of facility ${facility}`);
	const found = rows(from, 'inventorySnapshots').map((row) => snapshotIn(row, facility));
	sound('uniware', from);
	return found;
}

function snapshotIn(from: Reading<UniwareSnapshot>, facility: string): Snapshot {
	const inventory = number(from, 'inventory');
	const openSale = number(from, 'openSale');
	const blocked = number(from, 'inventoryBlocked');
	const available = inventory - openSale - blocked;
	return { sku: text(from, 'itemTypeSKU'), facility, inventory, openSale, blocked, available };
}
