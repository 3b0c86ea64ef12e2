import { z } from 'zod';
import { listReply } from './lists';
import type { Row } from './moderation';
import type { Operation } from './operations';
import { parsed } from './parsed';
import { Refused, emptyRequest } from './refused';
import type { World } from './world';

/** Decimal(10,3), not below zero, as a text (reference/babyshop-vinculum.md 9). */
const decimal = z.string().regex(/^\d{1,7}(\.\d{1,3})?$/);

const inventoryPriceUpdate = z.strictObject({
	invPriceList: z
		.array(
			z.strictObject({
				sku: z.string().min(1).max(50),
				/** "Whole"; null changes nothing (reference/babyshop-vinculum.md 9). */
				invQty: decimal.regex(/^\d+(\.0+)?$/).nullable(),
				salePrice: decimal.nullish(),
				sellerId: z.string().optional(),
			}),
		)
		.max(100),
});

/** Whole numbers; that texts are refused is a guess (reference/babyshop-vinculum.md 9). */
const inventoryPriceStatus = z.strictObject({
	moderationIdsList: z.array(z.number().int()).min(1).max(100),
});

const rowAnswer = ({ id, sku, requested, price, status }: Row) => ({
	moderationId: id,
	sku,
	requestedInvQty: requested?.toFixed(3) ?? null,
	approvedInvQty: status === 'Approved' ? (requested?.toFixed(3) ?? null) : null,
	status,
	requestedSalePrice: price,
});

/** A vendor's code may stand for several SKUs: all of them get the figure, which is a guess (reference/babyshop-vinculum.md 7). */
const skusOf = (world: World, seller: string, code: string): readonly string[] => {
	const { inventoryKey } = world.settings;
	const products = world.catalog.of(seller).filter((product) => product[inventoryKey] === code);
	// It names no SKU, and that nothing of the call is taken then is a guess (reference/babyshop-vinculum.md 9).
	if (products.length === 0) throw new Refused(304, 'SKU and seller are not known together');
	return products.map(({ sku }) => sku);
};

export const stockOperations: readonly Operation[] = [
	{
		name: 'inventoryPriceUpdate',
		answer(world, seller, body) {
			const { invPriceList } = parsed(inventoryPriceUpdate, body);
			if (invPriceList.length === 0) throw emptyRequest();
			const asked = invPriceList.map(({ sku, invQty, salePrice }) => ({
				seller,
				sku,
				requested: invQty === null ? null : Number(invQty),
				price: salePrice ?? null,
				skus: skusOf(world, seller, sku),
			}));
			const rows = asked.map(world.moderation.ask).map(rowAnswer);
			return listReply(world, 'skus', rows, 'stock_requested');
		},
	},
	{
		name: 'inventoryPriceStatus',
		answer(world, seller, body) {
			const { moderationIdsList } = parsed(inventoryPriceStatus, body);
			// One that is not known is left out, which is a guess (reference/babyshop-vinculum.md 9).
			const rows = moderationIdsList.flatMap(
				(id) => world.moderation.find(seller, String(id)) ?? [],
			);
			return listReply(world, 'skus', rows.map(rowAnswer));
		},
	},
];
