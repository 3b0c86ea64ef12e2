import { z } from 'zod';
import { reply, rowsReply } from './answers';
import type { Operation } from './operations';
import { isMarketplace } from './order';
import { notFound, unprocessable } from './refused';
import { jsonBody } from './requestBody';
import { productsOfSet } from './setOperations';
import type { World } from './world';

/** Numbers, not texts of them (reference/the-iconic-sellercenter.md, addendum). That one below zero spoils the whole call is a guess. */
const stockBody = z
	.array(z.object({ productId: z.number().int(), quantity: z.number().int().min(0) }))
	.min(1)
	.max(100)
	.readonly();

type Row = z.infer<typeof stockBody>[number];

/** What the marketplace fulfils never (reference/the-iconic-sellercenter.md 6); deleted and unknown ones as well, which is a guess. */
const isTaken = ({ catalog }: World, { productId }: Row) => {
	const product = catalog.find(productId);
	return product !== null && product.status !== 'deleted' && !isMarketplace(product);
};

const productWith = ({ catalog }: World, id: string) => {
	const product = /^\d+$/.test(id) ? catalog.find(Number(id)) : null;
	if (!product) throw notFound(`product ${id}`);
	return product;
};

export const stockOperations: readonly Operation[] = [
	{
		name: 'setStock',
		at: 'PUT /v2/stock/product',
		/** Answers what was refused (reference/the-iconic-sellercenter.md 6). Of two for one product the last one counts: a guess. */
		answer(world, { request }) {
			const rows = jsonBody(stockBody, request, unprocessable);
			const taken = rows.filter((row) => isTaken(world, row));
			for (const { productId, quantity } of taken) {
				world.catalog.put(productId, quantity, 'pushed');
			}
			const refused = rows.filter((row) => !taken.includes(row));
			return reply(200, refused, taken.length > 0 ? 'stock_set' : null);
		},
	},
	{
		name: 'getStock',
		at: 'GET /v2/stock/product/{productId}',
		answer: (world, { params }) =>
			reply(200, world.stock.answer(productWith(world, params.productId ?? ''))),
	},
	{
		name: 'getStockOfSet',
		at: 'GET /v2/stock/product-set/{productSetId}',
		answer: (world, { params }) =>
			rowsReply(productsOfSet(world, params.productSetId ?? '').map(world.stock.answer)),
	},
];
