import type { Catalog } from './catalog';
import { type Filtered, givenFilters, passes } from './filters';
import type { ListArguments } from './listProduct';
import { type Listed, listed, sortedBy } from './paging';
import type { RawStock } from './raw';
import type { KeptStock } from './stocks';

const stocks: Filtered<KeptStock> = {
	id: ({ row }) => row.id,
	productId: ({ row }) => row.productId,
	variantId: ({ row }) => row.variantId,
	stockLocationId: ({ row }) => row.stockLocationId,
	updatedAt: ({ row }) => row.updatedAt,
};

const stockKeys = {
	createdAt: ({ row }: KeptStock) => row.createdAt,
	updatedAt: ({ row }: KeptStock) => row.updatedAt,
};

/** Which sorts it takes is not known; as made, without one (reference/ikas.md 10). */
export const listProductStockLocation = (catalog: Catalog, args: ListArguments): Listed => {
	const given = givenFilters('listProductStockLocation', args, stocks);
	const rows = catalog.stocks().filter(passes(given, stocks));
	const sorted = args.sort ? sortedBy(rows, args.sort, stockKeys) : rows;
	return listed(sorted, args, ({ row }): RawStock => row);
};
