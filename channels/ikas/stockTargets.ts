import type { Http } from '../connector';
import { part, reading, rows, sound, text } from '../fields';
import { askIfAllowed } from './answer';
import { listingId } from './listingId';
import type { StockWrite } from './mutations';
import { faultless } from './paged';
import { readProducts } from './permissions';
import * as requests from './requests';
import type { IkasData } from './types';

/** Why ikas cannot hold stock there, or null where it knows the variant and the location. */
export type LossOf = (write: StockWrite) => string | null;

/**
 * Asks which of the variants and locations ikas still has: cheaper than finding the lost ones by what it refuses. Where it
 * does not say, nothing counts as lost.
 */
export async function stockTargets(http: Http, writes: readonly StockWrite[]): Promise<LossOf> {
	const products = [...new Set(writes.map(({ productId }) => productId))];
	const answer = await askIfAllowed(http, requests.stockTargets(products), readProducts);
	if (answer === null) return () => null;
	faultless(answer, 'listProduct');
	const from = reading<IkasData>(answer.data);
	const listed = rows(part(from, 'listProduct'), 'data').filter(isThere);
	const listings = listed.flatMap((product) =>
		rows(product, 'variants')
			.filter(isThere)
			.map((variant) => listingId(text(product, 'id'), text(variant, 'id'))),
	);
	const locations = rows(from, 'listStockLocation')
		.filter(isThere)
		.map((location) => text(location, 'id'));
	sound('ikas', from);
	return lossAmong(new Set(listings), new Set(locations));
}

const isThere = ({ fields }: { fields: { readonly deleted?: unknown } }) => fields.deleted !== true;

const lossAmong =
	(listings: ReadonlySet<string>, locations: ReadonlySet<string>): LossOf =>
	({ productId, variantId, stockLocationId }) => {
		if (!listings.has(listingId(productId, variantId))) {
			return 'ikas does not know the listing any more. Import its listings anew.';
		}
		if (locations.has(stockLocationId)) return null;
		return `ikas has no stock location "${stockLocationId}" any more. Correct Hub Mapping.`;
	};
