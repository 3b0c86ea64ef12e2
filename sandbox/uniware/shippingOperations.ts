import { z } from 'zod';
import { done } from './answers';
import { codeList, parsed } from './body';
import { type Operation, facilityOf } from './operation';
import { changedByApi } from './orderOperations';
import { packageOfFacility } from './packageOperations';
import { Refused } from './refused';
import { delivered, dispatched, withCourier } from './shipping';

const named = z.strictObject({ shippingPackageCode: z.string().min(1) });

const courier = { shippingProviderCode: z.string(), trackingNumber: z.string() };

const forceBody = named.extend({
	shippingProviderCode: z.string().optional(),
	trackingNumber: z.string().optional(),
	skipDetailing: z.boolean().optional(),
	skipChannelInvoicing: z.boolean().optional(),
	invoiceCode: z.string().optional(),
	channelProductIdToTax: z.record(z.unknown()).optional(),
});

const deliveredBody = z.strictObject({
	saleOrderCode: z.string().min(1),
	saleOrderItemCodes: codeList,
	podCode: z.string().optional(),
});

export const shippingOperations: readonly Operation[] = [
	{
		name: 'shippingPackage/allocateShippingProvider',
		path: '/oms/shippingPackage/allocateShippingProvider',
		isOfFacility: true,
		answer(world, asked) {
			const given = parsed(named.extend(courier), asked.body);
			const { shippingPackageCode: code, shippingProviderCode: provider } = given;
			const { order } = packageOfFacility(world, code, facilityOf(asked));
			changedByApi(world, order.code, 'courier_allocated', (before) =>
				withCourier(before, code, { provider, tracking: given.trackingNumber }),
			);
			return done({ shippingPackageCode: code }, 'courier_allocated');
		},
	},
	{
		name: 'shippingPackage/dispatch',
		path: '/oms/shippingPackage/dispatch',
		isOfFacility: true,
		answer(world, asked) {
			const { shippingPackageCode: code } = parsed(named, asked.body);
			const { order } = packageOfFacility(world, code, facilityOf(asked));
			changedByApi(world, order.code, 'dispatched', (before) =>
				dispatched(before, code, { at: world.now(), isForced: false }),
			);
			return done({ shippingPackageCode: code, cancelledOnChannel: false }, 'dispatched');
		},
	},
	{
		name: 'shippingPackage/forceDispatch',
		path: '/oms/shippingPackage/forceDispatch',
		isOfFacility: true,
		answer(world, asked) {
			const given = parsed(forceBody, asked.body);
			const { shippingPackageCode: code, shippingProviderCode, trackingNumber } = given;
			const { order, package: one } = packageOfFacility(world, code, facilityOf(asked));
			changedByApi(world, order.code, 'dispatched', (before) => {
				const provider = shippingProviderCode ?? one.provider;
				const tracking = trackingNumber ?? one.tracking;
				const next = withCourier(before, code, { provider, tracking });
				return dispatched(next, code, { at: world.now(), isForced: true });
			});
			return done({ shippingPackageCode: code }, 'dispatched');
		},
	},
	{
		name: 'saleOrderItem/markDelivered',
		path: '/saleOrderItem/markDelivered',
		answer(world, { body }) {
			const { saleOrderCode, saleOrderItemCodes } = parsed(deliveredBody, body);
			changedByApi(world, saleOrderCode, 'delivered', (order) => {
				const items = order.items.filter(({ input }) => saleOrderItemCodes.includes(input.code));
				if (items.length < saleOrderItemCodes.length) {
					throw new Refused('INVALID_SALE_ORDER_ITEM_CODE', 'There is no such item');
				}
				return delivered(order, items, world.now());
			});
			return done({}, 'delivered');
		},
	},
];
