import { z } from 'zod';
import { reply, rowsReply } from './answers';
import type { Product } from './catalog';
import type { Operation } from './operations';
import { countedPage } from './pages';
import { parsed } from './parsed';
import { setOperations } from './setOperations';
import { paging, texts, whole, wholes } from './query';
import { badRequest, notFound } from './refused';

const bySku = z.strictObject({ 'sellerSkus[]': texts, ...paging });

const productQuery = z.strictObject({
	'productUuids[]': texts.optional(),
	'productIds[]': wholes.optional(),
	sellerId: whole.optional(),
	sku: z.string().optional(),
	name: z.string().optional(),
	sellerSku: z.string().optional(),
});

/** How exactly a name must fit is a guess. */
const isWanted = (product: Product, asked: z.infer<typeof productQuery>) =>
	(asked['productIds[]']?.includes(product.id) ?? true) &&
	(asked.sku === undefined || asked.sku === product.shopSku) &&
	(asked.name === undefined || asked.name === product.name) &&
	(asked.sellerSku === undefined || asked.sellerSku === product.sku);

export const productOperations: readonly Operation[] = [
	...setOperations,
	{
		name: 'getProductsBySellerSkus',
		at: 'GET /v2/product/seller-skus',
		/** What is not known is just absent (reference/the-iconic-sellercenter.md 5). */
		answer(world, { query }) {
			const asked = parsed(bySku, query);
			const skus = [...new Set(asked['sellerSkus[]'])];
			if (skus.length > 100) throw badRequest('sellerSkus[]: 100 at most');
			return countedPage({
				rows: skus.flatMap((sku) => world.catalog.withSku(sku) ?? []),
				paging: asked,
				answer: world.catalog.answer,
			});
		},
	},
	{
		name: 'getProductBySellerSku',
		at: 'GET /v2/product/seller-sku/{sellerSku}',
		answer({ catalog }, { params }) {
			const product = catalog.withSku(params.sellerSku ?? '');
			if (!product) throw notFound(`product ${params.sellerSku}`);
			return reply(200, catalog.answer(product));
		},
	},
	{
		name: 'getProducts',
		at: 'GET /v2/products',
		/** No pages: all of them without a filter, which is a guess (reference/the-iconic-sellercenter.md 5). */
		answer({ catalog, settings }, { query }) {
			const asked = parsed(productQuery, query);
			const isMine = asked.sellerId === undefined || asked.sellerId === settings.seller.id;
			const found = isMine ? catalog.all().filter((product) => isWanted(product, asked)) : [];
			const uuids = asked['productUuids[]'];
			const rows = found.map(catalog.answer);
			return rowsReply(
				uuids ? rows.filter((row) => uuids.includes(String(Object(row).uuid))) : rows,
			);
		},
	},
];
