import type { Location } from '../../domain/store';
import type { Http } from '../connector';
import { part, reading, rows, sound, text } from '../fields';
import { ask } from './answer';
import { graphql } from './graphql';
import { mostRows, nextIn } from './paged';
import type { ShopifyData } from './types';

/** Those of fulfilment services as well (reference/shopify.md 7). */
const LOCATIONS = `query Locations($first: Int!, $after: String) {
	locations(first: $first, after: $after, includeLegacy: true) {
		nodes { id name isActive }
		pageInfo { hasNextPage endCursor }
	}
}`;

export async function locationsOf(http: Http): Promise<readonly Location[]> {
	const found: Location[] = [];
	for (let after: string | null = null, more = true; more; more = after !== null) {
		const { data } = await ask(http, locationsAsked(after));
		const from = reading<ShopifyData>(data);
		const list = part(from, 'locations');
		const active = rows(list, 'nodes').filter(({ fields }) => fields.isActive !== false);
		found.push(...active.map((one) => ({ id: text(one, 'id'), name: text(one, 'name') })));
		after = nextIn(list);
		sound('shopify', from);
	}
	return found;
}

export const locationsAsked = (after: string | null) =>
	graphql(LOCATIONS, { first: mostRows, after });
