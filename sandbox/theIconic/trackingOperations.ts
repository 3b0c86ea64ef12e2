import { z } from 'zod';
import { reply } from './answers';
import { checkFixed, checkTracking, providerNamed } from './carriage';
import { type Chosen, checkStatus, chosen } from './chosen';
import { itemAnswer } from './itemAnswer';
import type { Asked, Operation } from './operations';
import { type Package, packageOf } from './order';
import { repacked } from './packing';
import { notFound, unprocessable } from './refused';
import { jsonBody } from './requestBody';
import type { World } from './world';

const trackingCode = z.object({ trackingCode: z.string() });
const shippingProvider = z.object({
	shippingProvider: z.string(),
	trackingCode: z.string().optional(),
});

interface InPackage {
	readonly one: Chosen;
	readonly made: Package;
}

/** The whole package changes, while it is ready to ship (reference/the-iconic-sellercenter.md 8). */
const packageIn = (world: World, { params }: Asked): InPackage => {
	const { orderItemId = '' } = params;
	// That a path which names no item is not found is a guess.
	if (!/^\d+$/.test(orderItemId)) throw notFound(`order item ${orderItemId}`);
	const one = chosen(world, [Number(orderItemId)]);
	if (!one) throw notFound(`order item ${orderItemId}`);
	checkStatus(one, ['ready_to_ship']);
	const [item] = one.items;
	const made = item ? packageOf(one.order, item) : null;
	// Where the marketplace collects there is nothing to track: a guess (reference/the-iconic-sellercenter.md 4).
	if (made?.deliveryType === 'pickup') {
		throw unprocessable('E091: The tracking is not settable for this delivery type');
	}
	if (!made) throw unprocessable(`E073: Order item ${orderItemId} is not packed`);
	return { one, made };
};

export const trackingOperations: readonly Operation[] = [
	{
		name: 'setTrackingCode',
		at: 'POST /v2/order-item/{orderItemId}/tracking-code',
		answer(world, asked) {
			const { trackingCode: tracking } = jsonBody(trackingCode, asked.request);
			const { one, made } = packageIn(world, asked);
			const provider = world.provider(made.provider);
			checkTracking(world, tracking, { provider, package: made.id });
			if (tracking === made.tracking) return reply(200, undefined);
			world.orders.byApi(one.order, 'tracking_changed', (order) =>
				repacked(order, made.id, () => ({ tracking })),
			);
			return reply(200, undefined, 'tracking_changed');
		},
	},
	{
		name: 'setShippingProvider',
		at: 'POST /v2/order-item/{orderItemId}/shipping-provider',
		/** Without a tracking code the one before stays: a guess (reference/the-iconic-sellercenter.md 8). */
		answer(world, asked) {
			const said = jsonBody(shippingProvider, asked.request);
			const { one, made } = packageIn(world, asked);
			const provider = providerNamed(world, said.shippingProvider);
			checkFixed(one.order, provider);
			const tracking = said.trackingCode ?? made.tracking;
			if (tracking !== null) checkTracking(world, tracking, { provider, package: made.id });
			const order = world.orders.byApi(one.order, 'provider_changed', (known) =>
				repacked(known, made.id, () => ({ provider: provider.name, tracking })),
			);
			const item = order.items.find(({ id }) => one.ids.includes(id));
			if (!item) throw notFound('order item');
			return reply(200, itemAnswer(order, item, world.writing), 'provider_changed');
		},
	},
];
