import type { Listing } from '../../domain/listing';
import type { ChannelConnector, Http } from '../connector';
import { reading, rows, sound, text, textOrNull } from '../fields';
import type { Reading } from '../fields';
import { ask } from './answer';
import { listingId } from './listingId';
import { faultless, nextPage, pageAt } from './paged';
import type { Paged } from './paged';
import { readProducts } from './permissions';
import * as requests from './requests';
import type { IkasList, IkasProduct } from './types';

export const listings = {
	/** By creation, so that products which change meanwhile keep their place. */
	async page(http: Http, position: string | null) {
		const at = pageAt(position);
		const answer = await ask(http, requests.products(at), readProducts);
		const page = faultless(answer, 'listProduct');
		return { account: page.account, listings: listingsOf(page), next: nextPage(at, page) };
	},
} satisfies NonNullable<ChannelConnector['listings']>;

/** Nothing of them is shipped (reference/ikas.md 9). */
const withoutStock: readonly unknown[] = ['DIGITAL', 'MEMBERSHIP', 'SUBSCRIPTION'];

function listingsOf({ raws }: Paged): readonly Listing[] {
	const from = reading<IkasList<IkasProduct>>({ data: raws });
	const found = rows(from, 'data')
		.filter(({ fields }) => fields.deleted !== true && !withoutStock.includes(fields.type))
		.flatMap(variantsOf);
	sound('ikas', from);
	return found;
}

/** What is sold is the variant; v1 names its options by ids only, so the title is the product's. */
const variantsOf = (product: Reading<IkasProduct>): readonly Listing[] =>
	rows(product, 'variants')
		.filter(({ fields }) => fields.deleted !== true)
		.map((variant) => ({
			id: listingId(text(product, 'id'), text(variant, 'id')),
			sku: textOrNull(variant, 'sku'),
			title: text(product, 'name'),
		}));
