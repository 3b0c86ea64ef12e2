import { z } from 'zod';
import { done } from './answers';
import { parsed } from './body';
import { date } from './dates';
import { type Operation, facilityOf } from './operation';
import { returnAnswer } from './orderAnswer';
import { changedByApi, orderWith } from './orderOperations';
import { Refused, invalid } from './refused';
import type { Return } from './returns';
import { receivedBack } from './shipping';
import { hasLeft } from './statuses';

const createBody = z.strictObject({
	saleOrderCode: z.string().min(1),
	reversePickItems: z
		.array(
			z.strictObject({
				saleOrderItemCode: z.string().min(1),
				reason: z.string().min(1).max(500),
				customerImageUrl: z.string().optional(),
				reversePickupAlternate: z.unknown(),
			}),
		)
		.min(1)
		.readonly(),
	actionCode: z.string().min(1),
	reversePickupCode: z.string().optional(),
	pickupAddress: z.unknown(),
	shippingAddress: z.unknown(),
	pickupInstruction: z.string().optional(),
	trackingNumber: z.string().optional(),
	shippingProviderCode: z.string().optional(),
	dimension: z.unknown(),
	returnFacilityCode: z.string().optional(),
	customFieldValues: z.unknown(),
});

const create: Operation = {
	name: 'reversePickup/create',
	path: '/oms/reversePickup/create',
	isOfFacility: true,
	answer(world, asked) {
		const given = parsed(createBody, asked.body);
		const codes = given.reversePickItems.map(({ saleOrderItemCode }) => saleOrderItemCode);
		const order = orderWith(world, given.saleOrderCode);
		for (const code of codes) {
			const item = order.items.find(({ input }) => input.code === code);
			if (!item) throw new Refused('INVALID_SALE_ORDER_ITEM_CODE', `There is no item ${code}`);
			if (item.reversePickup !== null) {
				throw new Refused(
					'REVERSE_PICKUP_ALREADY_CREATED_FOR_THIS_ITEM',
					`Item ${code} comes back with ${item.reversePickup}`,
				);
			}
			if (!hasLeft(item.status)) {
				throw new Refused('INVALID_SALE_ORDER_ITEM_STATE', `Item ${code} is ${item.status}`);
			}
		}
		const made = world.returns.create({
			type: 'CIR',
			status: 'CREATED',
			order: order.code,
			items: codes,
			facility: given.returnFacilityCode ?? facilityOf(asked),
			tracking: given.trackingNumber ?? null,
			provider: given.shippingProviderCode ?? null,
		});
		changedByApi(world, order.code, 'return_requested', (before) => ({
			...before,
			items: before.items.map((item) =>
				codes.includes(item.input.code)
					? { ...item, status: 'RETURN_REQUESTED', reversePickup: made.code }
					: item,
			),
		}));
		return done({ reversePickupCode: made.code, saleOrderItemCodes: codes }, 'return_requested');
	},
};

const searchBody = z.strictObject({
	returnType: z.enum(['CIR', 'RTO']),
	statusCode: z.string().optional(),
	forwardItemFacility: z.string().optional(),
	createdFrom: date.optional(),
	createdTo: date.optional(),
	updatedFrom: date.optional(),
	updatedTo: date.optional(),
});

const longestMs = 30 * 86_400_000;

/** One of the two, whole, and no longer than 30 days (reference/uniware-oker.md 2.6). */
const windowOf = (asked: z.infer<typeof searchBody>): ((one: Return) => boolean) => {
	const { createdFrom, createdTo, updatedFrom, updatedTo } = asked;
	const isByCreated = createdFrom !== undefined && createdTo !== undefined;
	const isByUpdated = updatedFrom !== undefined && updatedTo !== undefined;
	if (isByCreated === isByUpdated) throw invalid('Give created or updated, from and to');
	const [from, to] = isByCreated ? [createdFrom, createdTo] : [updatedFrom ?? 0, updatedTo ?? 0];
	if (to - from > longestMs) throw invalid('The date range is longer than 30 days');
	return ({ createdAt, updatedAt }) => {
		const at = isByCreated ? createdAt : updatedAt;
		return at >= from && at <= to;
	};
};

const search: Operation = {
	name: 'return/search',
	path: '/oms/return/search',
	answer(world, { body }) {
		const asked = parsed(searchBody, body);
		const isWithin = windowOf(asked);
		const rows = world.returns
			.all()
			.filter(({ type, status }) => type === asked.returnType && isOf(asked.statusCode, status))
			.filter(isWithin)
			.map(({ code, createdAt, updatedAt }) => ({
				code,
				created: world.date(createdAt),
				updated: world.date(updatedAt),
			}));
		return { ...done({ returnOrders: rows }), records: rows.length };
	},
};

const isOf = (wanted: string | undefined, status: string) =>
	wanted === undefined || wanted === status;

const conditions = ['GOOD_INVENTORY', 'BAD_INVENTORY', 'QC_REJECTED'];

const completeBody = z.strictObject({
	saleOrderCode: z.string().min(1),
	saleOrderItems: z
		.array(
			z.strictObject({
				code: z.string().min(1),
				status: z.string().optional(),
				shelfCode: z.string().optional(),
				reason: z.string().optional(),
			}),
		)
		.min(1)
		.readonly(),
});

/** What is good is stock again. That all items of a return have to be named at once is a guess. */
const complete: Operation = {
	name: 'returns/complete',
	path: '/oms/returns/complete',
	isOfFacility: true,
	answer(world, asked) {
		const { saleOrderCode, saleOrderItems } = parsed(completeBody, asked.body);
		const order = orderWith(world, saleOrderCode);
		const codes = saleOrderItems.map(({ code }) => code);
		const isWhole = ({ items }: Return) => items.every((code) => codes.includes(code));
		const isOpenReturn = ({ status }: Return) => ['CREATED', 'NOT_RECEIVED'].includes(status);
		const open = world.returns.of(saleOrderCode).filter(isOpenReturn).filter(isWhole);
		const back = open.flatMap(({ items }) => items);
		if (back.length === 0 || codes.some((code) => !back.includes(code))) {
			throw new Refused(
				'INVALID_REVERSE_PICKUP_STATE',
				`Not all of ${codes.join(', ')} comes back`,
			);
		}
		for (const { status = 'GOOD_INVENTORY' } of saleOrderItems) {
			if (!conditions.includes(status)) throw invalid(`There is no status ${status}`, 'status');
		}
		changedByApi(world, order.code, 'returned', (before) => receivedBack(before, codes));
		for (const { code, type } of open) {
			world.returns.become(code, type === 'RTO' ? 'RECEIVED' : 'COMPLETE');
		}
		for (const { code, status = 'GOOD_INVENTORY' } of saleOrderItems) {
			const sku = order.items.find(({ input }) => input.code === code)?.input.itemSku ?? '';
			const { inventory, bad } = world.stock.shelfOf(facilityOf(asked), sku);
			const isGood = status === 'GOOD_INVENTORY';
			const figures = isGood ? { inventory: inventory + 1 } : { bad: bad + 1 };
			world.stock.change(facilityOf(asked), sku, figures);
		}
		return done({}, 'returned');
	},
};

export const returnOperations: readonly Operation[] = [
	create,
	complete,
	search,
	{
		name: 'return/get',
		path: '/oms/return/get',
		answer(world, { body }) {
			const shape = z.strictObject({
				shipmentCode: z.string().optional(),
				reversePickupCode: z.string().optional(),
			});
			const { reversePickupCode = '' } = parsed(shape, body);
			const found = world.returns.find(reversePickupCode);
			if (!found) {
				throw new Refused('INVALID_REVERSE_PICKUP_CODE', `There is no return ${reversePickupCode}`);
			}
			const { returnItems } = returnAnswer(world, found);
			return done({
				returnSaleOrderItems: returnItems,
				returnAddressDetailsList: [],
				returnSaleOrderValue: {
					saleOrderCode: found.order,
					statusCode: found.status,
					reversePickupCode: found.code,
				},
			});
		},
	},
];
