import type { Catalog } from './catalog';
import { type Filtered, givenFilters, passes } from './filters';
import { type Listed, type PageArguments, listed, sortedBy } from './paging';
import type { RawProduct } from './raw';

export interface ListArguments extends PageArguments {
	readonly sort?: string | null;
	readonly search?: string | null;
	readonly includeDeleted?: boolean | null;
	readonly [filter: string]: unknown;
}

const products: Filtered<RawProduct> = {
	id: ({ id }) => id,
	name: ({ name }) => name,
	sku: ({ variants }) => variants.map(({ sku }) => sku),
	barcodeList: ({ variants }) => variants.flatMap(({ barcodeList }) => barcodeList),
	salesChannelIds: ({ salesChannelIds }) => salesChannelIds,
};

const searched = ({ name, variants }: RawProduct) =>
	[name, ...variants.flatMap(({ sku, barcodeList }) => [sku ?? '', ...barcodeList])].join('\n');

const productKeys = {
	createdAt: ({ createdAt }: RawProduct) => createdAt,
	updatedAt: ({ updatedAt }: RawProduct) => updatedAt,
	name: ({ name }: RawProduct) => name,
};

const answerOf = (product: RawProduct, catalog: Catalog) => {
	const { salesChannelIds, variants } = product;
	const stocks = variants.map(({ id }) => catalog.stocksOf(id));
	return {
		...product,
		salesChannels: salesChannelIds.map((id) => ({ id, status: 'VISIBLE' })),
		totalStock: stocks.flat().reduce((total, { stockCount }) => total + stockCount, 0),
		variants: variants.map((variant, at) => ({ ...variant, stocks: stocks[at] })),
	};
};

/** A page counts products; a deleted variant of a product there is comes along (reference/ikas.md 9). */
export const listProduct = (catalog: Catalog, args: ListArguments): Listed => {
	const isWanted = passes(givenFilters('listProduct', args, products), products);
	const rows = catalog
		.products()
		.filter((product) => args.includeDeleted || !product.deleted)
		.filter((product) => !args.search || searched(product).includes(args.search))
		.filter(isWanted);
	const sorted = sortedBy(rows, args.sort ?? 'createdAt', productKeys);
	return listed(sorted, args, (product) => answerOf(product, catalog));
};
