import type { Listing } from '../../domain/listing';
import type { Unreadable } from '../../domain/order';
import type { ChannelConnector, Http, ListingPage } from '../connector';
import { isFields, reading, rows, text, textOrNull } from '../fields';
import type { Reading } from '../fields';
import { ask } from './answer';
import type { Answer } from './answer';
import { listingId } from './listingId';
import { faultless, nextPage, pageAt, paged } from './paged';
import type { Paged } from './paged';
import { readProducts } from './permissions';
import * as requests from './requests';
import type { IkasProduct } from './types';

export const listings = {
	/** By creation, so that products which change meanwhile keep their place. */
	async page(http: Http, position: string | null) {
		const at = pageAt(position);
		const answer = await ask(http, requests.products(at), readProducts);
		if (answer.broken !== null) faultless(answer, 'listProduct');
		const page = paged(answer, 'listProduct');
		return { account: page.account, ...recordsOf(answer, page), next: nextPage(at, page) };
	},
} satisfies NonNullable<ChannelConnector['listings']>;

/** Nothing of them is shipped (reference/ikas.md 9). */
const withoutStock: readonly unknown[] = ['DIGITAL', 'MEMBERSHIP', 'SUBSCRIPTION'];

function recordsOf(
	{ faults }: Answer,
	{ raws }: Paged,
): Pick<ListingPage, 'listings' | 'unreadable'> {
	const faultAt = new Map(faults.map(({ path, message }) => [path[2], message]));
	const listings: Listing[] = [];
	const others: Unreadable[] = [];
	for (const [index, raw] of raws.entries()) {
		const product = reading<IkasProduct>(isFields(raw) ? raw : {});
		const found = listingsOf(product);
		const fault = faultAt.get(index) ?? product.flaws.join('; ');
		if (fault === '') listings.push(...found);
		else others.push(unreadable(product, fault, raw));
	}
	return { listings, unreadable: others };
}

function unreadable(
	{ fields: { id } }: Reading<IkasProduct>,
	fault: string,
	raw: unknown,
): Unreadable {
	return {
		id: typeof id === 'string' && id !== '' ? id : null,
		reason: `the product: ${fault}`,
		raw,
	};
}

const listingsOf = (product: Reading<IkasProduct>): readonly Listing[] =>
	product.fields.deleted === true || withoutStock.includes(product.fields.type)
		? []
		: variantsOf(product);

/** What is sold is the variant; v1 names its options by ids only, so the title is the product's, where it has one. */
const variantsOf = (product: Reading<IkasProduct>): readonly Listing[] =>
	rows(product, 'variants')
		.filter(({ fields }) => fields.deleted !== true)
		.map((variant) => {
			const id = listingId(text(product, 'id'), text(variant, 'id'));
			const sku = textOrNull(variant, 'sku');
			return { id, sku, title: textOrNull(product, 'name') || sku || id };
		});
