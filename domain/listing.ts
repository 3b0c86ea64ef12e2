import { boxFault, type Box } from './box';
import { shown, skuFault } from './sku';

/** What a store offers of one SKU: the channel's own id, and the SKU the channel writes on it. */
export interface Listing {
	readonly id: string;
	readonly sku: string | null;
	readonly title: string;
	/** Why the hub cannot use it although it has a SKU, such as one that another listing has as well; a sentence. */
	readonly unusable?: string;
}

/** Why a listing cannot be linked to the SKU, or null when it can. */
export function linkFault({
	listing,
	sku,
	box,
}: {
	listing: string;
	sku: string;
	box?: Box;
}): string | null {
	const inListing = skuFault(listing);
	if (inListing !== null) return `the listing is not usable, ${inListing}`;
	const inSku = skuFault(sku);
	if (inSku !== null) return `SKU ${shown(sku)} is not usable, ${inSku}`;
	return box === undefined ? null : boxFault(box);
}
