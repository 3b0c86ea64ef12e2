import { z } from 'zod';
import { type Reply, reply } from './answers';
import { type Carriage, carrierOf, checkTracking, deliveryOf, needsTracking } from './carriage';
import {
	type Chosen,
	checkProcessable,
	checkStatus,
	chosen,
	packedItems,
	readyItems,
} from './chosen';
import type { Operation } from './operations';
import { type Order, packageOf } from './order';
import { packed, repacked, withStatus } from './packing';
import { badRequest, unprocessable } from './refused';
import { jsonBody } from './requestBody';
import type { World } from './world';

const carriage = {
	shippingProvider: z.string().optional(),
	trackingNumber: z.string().optional(),
} as const;

const deliveryTypes = z.enum(['dropship', 'pickup', 'send_to_warehouse']);

const packing = z.object({
	orderItems: packedItems,
	deliveryType: deliveryTypes,
	...carriage,
});

const readying = z.object({
	orderItems: readyItems,
	deliveryType: deliveryTypes.optional(),
	...carriage,
	accessKey: z.string().optional(),
	documentUrl: z.string().optional(),
	invoiceEncodedXml: z.string().optional(),
});

type Elements = z.infer<typeof readying>['orderItems'];

/** Only where that feature is on (reference/the-iconic-sellercenter.md 8): here it is off, and what is right is overlooked. */
const idsOf = (elements: Elements): readonly number[] =>
	elements.flatMap(({ id, serialNumber }) => {
		if (serialNumber !== undefined && !/^[A-Za-z0-9]{1,26}$/.test(serialNumber)) {
			throw badRequest('serialNumber must be 1 to 26 letters and digits');
		}
		return id === undefined ? [] : [id];
	});

export const confirmed = (ids: readonly number[], effect: string | null = null): Reply =>
	reply(200, { orderItemIds: ids }, effect);

/** A carrier with an API gives a number of its own, by and by (reference/the-iconic-sellercenter.md 9). */
const awaitTracking = ({ orders, now, settings }: World, order: Order, id: number) =>
	orders.later(now() + settings.trackingMs, order.id, {
		what: 'tracked',
		by: 'panel',
		change: (known) => {
			const made = known.packages.find((one) => one.id === id);
			if (!made || made.tracking !== null) return known;
			return repacked(known, id, () => ({ tracking: `API${id}` }));
		},
	});

/** The package that the items are, null where they are in none. Part of one, and more than one, is a guess. */
const currentPackage = ({ order, items }: Chosen): number | null => {
	const [id = null, ...others] = new Set(items.map((item) => item.package));
	const whole = order.items.filter((item) => item.package === id && item.status !== 'canceled');
	if (others.length > 0 || (id !== null && whole.length !== items.length)) {
		throw unprocessable('E023: The order items are not one package');
	}
	return id;
};

const packItems = (world: World, one: Chosen, said: Carriage): Reply => {
	checkStatus(one, ['pending']);
	checkProcessable(one);
	const twice = one.items.find((item) => item.package !== null);
	if (twice) throw unprocessable(`E073: Order item ${twice.id} is packed already`);
	const deliveryType = deliveryOf(one, said.deliveryType);
	const provider = carrierOf(world, one, { ...said, deliveryType });
	const { trackingNumber: tracking } = said;
	if (tracking !== undefined) checkTracking(world, tracking, { provider, package: null });
	else if (needsTracking(deliveryType, provider)) {
		throw unprocessable('E026: The tracking number is missing');
	}
	const made = {
		by: 'api',
		deliveryType,
		provider: provider?.name ?? null,
		tracking: tracking ?? null,
	} as const;
	const order = world.orders.byApi(one.order, 'packed', (known, context) =>
		packed(known, one.ids, { made, context }),
	);
	const id = order.packages.at(-1)?.id;
	if (provider?.apiIntegrationAvailable && tracking === undefined && id !== undefined) {
		awaitTracking(world, order, id);
	}
	return confirmed(one.ids, 'packed');
};

/** How the package goes: what it was packed with counts where the call says nothing, which is a guess. */
const readied = (world: World, one: Chosen, said: Carriage) => {
	const id = currentPackage(one);
	const [first] = one.items;
	const before = first ? packageOf(one.order, first) : null;
	const deliveryType = deliveryOf(one, said.deliveryType ?? before?.deliveryType);
	const shippingProvider = said.shippingProvider ?? before?.provider ?? undefined;
	const provider = carrierOf(world, one, { deliveryType, shippingProvider });
	if (said.trackingNumber !== undefined) {
		checkTracking(world, said.trackingNumber, { provider, package: id });
	} else if (needsTracking(deliveryType, provider)) {
		throw unprocessable('E026: The tracking number is missing');
	}
	return {
		id,
		made: {
			by: 'api',
			deliveryType,
			provider: provider?.name ?? null,
			tracking: said.trackingNumber ?? before?.tracking ?? null,
		} as const,
		waits: provider?.apiIntegrationAvailable ?? false,
	};
};

const makeReady = (world: World, one: Chosen, said: Carriage): Reply => {
	checkStatus(one, ['pending']);
	checkProcessable(one);
	const { id, made, waits } = readied(world, one, said);
	const order = world.orders.byApi(one.order, 'ready_to_ship', (known, context) => {
		const inPackage =
			id === null
				? packed(known, one.ids, { made, context })
				: repacked(known, id, ({ by }) => ({ ...made, by }));
		return withStatus(inPackage, one.ids, 'ready_to_ship');
	});
	const mine = id ?? order.packages.at(-1)?.id;
	if (waits && made.tracking === null && mine !== undefined) awaitTracking(world, order, mine);
	return confirmed(one.ids, 'ready_to_ship');
};

export const packingOperations: readonly Operation[] = [
	{
		name: 'setToPacked',
		at: 'POST /v2/orders/statuses/set-to-packed-by-marketplace',
		answer(world, { request }) {
			const { orderItems, ...said } = jsonBody(packing, request);
			const one = chosen(world, idsOf(orderItems));
			return one ? packItems(world, one, said) : confirmed([]);
		},
	},
	{
		name: 'setToReadyToShip',
		at: 'POST /v2/orders/statuses/set-to-ready-to-ship',
		answer(world, { request }) {
			const { orderItems, ...said } = jsonBody(readying, request);
			const one = chosen(world, idsOf(orderItems));
			return one ? makeReady(world, one, said) : confirmed([]);
		},
	},
];
