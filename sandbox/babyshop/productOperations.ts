import { z } from 'zod';
import { listReply } from './lists';
import { localTime, sortable } from './localTime';
import type { Operation } from './operations';
import { pageOf, paging } from './paging';
import { parsed } from './parsed';
import { generic } from './refused';
import type { World } from './world';

const productFetch = z.strictObject({
	updatedDate: localTime.optional(),
	skuCode: z.array(z.string().min(1).max(50)).optional(),
	...paging,
});

/** Either is needed; that both together narrow it down is a guess (reference/babyshop-vinculum.md 7). */
const wanted = (world: World, seller: string, asked: z.infer<typeof productFetch>) => {
	const { updatedDate, skuCode = [] } = asked;
	if (updatedDate === undefined && skuCode.length === 0) {
		throw generic('updatedDate or skuCode is needed');
	}
	const since = updatedDate ? sortable(updatedDate) : '';
	return world.catalog
		.of(seller)
		.filter(({ sku }) => skuCode.length === 0 || skuCode.includes(sku))
		.filter(({ stamp }) => stamp >= since);
};

export const productOperations: readonly Operation[] = [
	{
		name: 'productFetch',
		answer(world, seller, body) {
			const asked = parsed(productFetch, body);
			const rows = pageOf(wanted(world, seller, asked), asked);
			return listReply(world, 'productList', rows.map(world.catalog.answer));
		},
	},
];
