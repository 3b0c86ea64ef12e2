import { z } from 'zod';
import { packedByHand } from './allocating';
import { done } from './answers';
import { codeList, parsed } from './body';
import { date } from './dates';
import { type Operation, facilityOf } from './operation';
import { type Package, type SaleOrder, itemsIn, packageIn } from './order';
import { packageAnswer } from './orderAnswer';
import { changedByApi } from './orderOperations';
import { pageOf, searchOptions } from './paging';
import { Refused } from './refused';
import { isOpen } from './statuses';
import type { World } from './world';

interface Found {
	readonly order: SaleOrder;
	readonly package: Package;
}

const noPackage = (code: string) =>
	new Refused('INVALID_SHIPPING_PACKAGE_CODE', `There is no package ${code}`);

export const packageNamed = ({ orders }: World, code: string): Found => {
	const order = orders.ofPackage(code);
	const found = order && packageIn(order, code);
	if (!order || !found) throw noPackage(code);
	return { order, package: found };
};

/** The same in one facility: others do not see it. */
export const packageOfFacility = (world: World, code: string, facility: string): Found => {
	const found = packageNamed(world, code);
	if (found.package.facility !== facility) throw noPackage(code);
	return found;
};

const range = z.strictObject({
	start: date.optional(),
	end: date.optional(),
	textRange: z.string().optional(),
});

const searchBody = z.strictObject({
	shippingPackageCode: z.string().optional(),
	saleOrderCode: z.string().optional(),
	channelCode: z.string().optional(),
	statuses: codeList.optional(),
	createTime: range.optional(),
	dispatchTime: range.optional(),
	updatedSinceInMinutes: z.number().int().min(1).optional(),
	onHold: z.boolean().optional(),
	containsCancelledItems: z.boolean().optional(),
	shippingProvider: z.string().optional(),
	shippingMethod: z.string().optional(),
	trackingNumber: z.string().optional(),
	invoiceCode: z.string().optional(),
	cashOnDelivery: z.boolean().optional(),
	paymentReconciled: z.boolean().optional(),
	itemTypeSkuCode: z.string().optional(),
	searchOptions: searchOptions.optional(),
});

const isWanted = (
	{ order, package: one }: Found,
	asked: z.infer<typeof searchBody>,
	now: number,
) => {
	const { updatedSinceInMinutes: minutes, statuses } = asked;
	return [
		asked.shippingPackageCode === undefined || one.code === asked.shippingPackageCode,
		asked.saleOrderCode === undefined || order.code === asked.saleOrderCode,
		asked.channelCode === undefined || order.input.channel === asked.channelCode,
		statuses === undefined || statuses.includes(one.status),
		asked.shippingProvider === undefined || one.provider === asked.shippingProvider,
		asked.trackingNumber === undefined || one.tracking === asked.trackingNumber,
		asked.invoiceCode === undefined || one.invoice === asked.invoiceCode,
		asked.cashOnDelivery === undefined || order.input.cashOnDelivery === asked.cashOnDelivery,
		minutes === undefined || one.updatedAt >= now - minutes * 60_000,
	].every(Boolean);
};

const packagesIn = ({ orders }: World, facility: string): readonly Found[] =>
	orders
		.all()
		.flatMap((order) => order.packages.map((one) => ({ order, package: one })))
		.filter(({ package: { facility: at } }) => at === facility);

const createBody = z.strictObject({ saleOrderCode: z.string(), saleOrderItemCodes: codeList });

/** Made by hand, of items that are in no package yet. */
const create: Operation = {
	name: 'shippingPackage/create',
	path: '/oms/shippingPackage/create',
	isOfFacility: true,
	answer(world, asked) {
		const { saleOrderCode, saleOrderItemCodes } = parsed(createBody, asked.body);
		const facility = facilityOf(asked);
		const order = changedByApi(world, saleOrderCode, 'allocated', (before) => {
			const placed = {
				...before,
				items: before.items.map((item) =>
					saleOrderItemCodes.includes(item.input.code) && item.package === null
						? { ...item, facility }
						: item,
				),
			};
			const items = placed.items.filter(
				({ input, package: packed, status }) =>
					saleOrderItemCodes.includes(input.code) && packed === null && isOpen(status),
			);
			if (items.length < saleOrderItemCodes.length || items.length === 0) {
				throw new Refused('INVALID_SALE_ORDER_ITEM_CODE', 'An item is not to be packed');
			}
			const next = packedByHand(world, placed, items);
			if (next.packages.length > before.packages.length) return next;
			throw new Refused('INVENTORY_NOT_FOUND_AT_EXPECTED_LOCATION', 'There is no stock of it');
		});
		return done({ shippingPackageCode: order.packages.at(-1)?.code }, 'allocated');
	},
};

export const packageOperations: readonly Operation[] = [
	create,
	{
		name: 'shippingPackage/search',
		path: '/oms/shippingPackage/search',
		isOfFacility: true,
		answer(world, asked) {
			const wanted = parsed(searchBody, asked.body);
			const rows = packagesIn(world, facilityOf(asked)).filter((one) =>
				isWanted(one, wanted, world.now()),
			);
			return pageOf(rows, wanted.searchOptions, ({ order, package: one }) =>
				packageAnswer(world, order, one),
			);
		},
	},
	{
		name: 'shippingPackage/getShippingPackages',
		path: '/oms/shippingPackage/getShippingPackages',
		isOfFacility: true,
		answer(world, asked) {
			const { statusCode } = parsed(z.strictObject({ statusCode: z.string() }), asked.body);
			const codes = packagesIn(world, facilityOf(asked))
				.filter(({ package: { status } }) => status === statusCode)
				.map(({ package: { code } }) => code);
			return { ...done({ shippingPackages: codes }), records: codes.length };
		},
	},
	{
		name: 'shippingPackage/getShippingPackageDetails',
		path: '/oms/shippingPackage/getShippingPackageDetails',
		answer(world, { body }) {
			const shape = z.strictObject({ shippingPackageCode: z.string() });
			const { order, package: one } = packageNamed(world, parsed(shape, body).shippingPackageCode);
			const { code, status: statusCode, manifest: shippingManifestCode } = one;
			const saleOrderItems = itemsIn(order, code).map(({ input, status }) => ({
				code: input.code,
				itemSku: input.itemSku,
				statusCode: status,
			}));
			return done({
				shippingPackageDetailDTO: {
					...{ code, statusCode, shippingManifestCode, saleOrderCode: order.code, saleOrderItems },
				},
			});
		},
	},
];
