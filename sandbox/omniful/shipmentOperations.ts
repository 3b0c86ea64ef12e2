import { z } from 'zod';
import { done, listed } from './answers';
import { money, parsed } from './body';
import type { Operation } from './operation';
import type { Order, Shipment } from './order';
import { labelPath } from './orderAnswer';
import { changedByApi, ofChannel } from './orderOperations';
import { pageOf } from './query';
import { Refused } from './refused';
import type { World } from './world';

const couriers = [
	{ name: 'Aramex', tag: 'aramex' },
	{ name: 'DHL Express', tag: 'dhl_express' },
	{ name: 'Manual', tag: 'manual' },
];

/** An unknown tag becomes `manual` (reference/omniful.md 1.8). */
const courierOf = (tag: string) =>
	couriers.find((one) => one.tag === tag) ?? { name: 'Manual', tag: 'manual' };

const bookingBody = z.strictObject({
	number_of_boxes: z.number().int().min(1),
	weight: money.optional(),
	remarks: z.string().optional(),
});

const awbBody = z.strictObject({
	awb_number: z.string().min(1),
	courier_partner: z.strictObject({ tag: z.string().min(1) }),
	tracking_url: z.string().optional(),
	awb_label: z.string().url().optional(),
	package_details: z
		.strictObject({
			number_of_boxes: z.number().int().min(1).optional(),
			weight: money.optional(),
			dimensions: z.strictObject({ length: money, breadth: money, height: money }).optional(),
			remarks: z.string().optional(),
		})
		.optional(),
});

const statusBody = z.strictObject({
	shipment_status: z.enum([
		'dispatched',
		'in_transit',
		'out_for_delivery',
		'delivered',
		'return_to_origin',
	]),
});

const checkShippable = ({ status, input, shipment }: Order, ofChannelAlone: boolean) => {
	const isOfChannel = input.shipment_type.startsWith('sales_channel');
	if (isOfChannel !== ofChannelAlone) {
		throw new Refused(`shipment type is ${input.shipment_type}`);
	}
	if (shipment !== null && !ofChannelAlone) throw new Refused('shipment already exists');
	// Unpaid is no hold, and blocks this alone (reference/omniful.md 2.2).
	if (input.payment_method === 'pending') throw new Refused('payment is pending');
	if (status === 'packed' || status === 'ready_to_ship') return;
	throw new Refused('This order has not been packed yet.', 400, 'REQUEST_INVALID');
};

const shipmentReply = (order: Order, shipment: Shipment) =>
	done(
		{
			oms_order_id: order.id,
			status: 'Ready To Ship',
			awb_number: shipment.awb,
			awb_label: shipment.label ?? '',
			tracking_url: shipment.trackingUrl,
			shipping_partner_tag: shipment.courier.tag,
			shipping_partner_name: shipment.courier.name,
			shipping_partner_status: 'created',
			number_of_boxes: shipment.boxes,
			weight: shipment.weight ?? 0,
			courier_partner: shipment.courier,
		},
		'shipment',
	);

const withShipment = (world: World, order: Order, shipment: Shipment) => {
	changedByApi(world, order, 'booked', (before) => ({
		...before,
		shipment,
		status: 'ready_to_ship',
	}));
	return shipmentReply(order, shipment);
};

const book: Operation = {
	name: 'shipment/create',
	method: 'POST',
	path: '/v1/orders/:order/shipment',
	family: 'seller',
	needs: 'orderSync',
	answer(world, asked) {
		const { number_of_boxes: boxes, weight = null } = parsed(bookingBody, asked.body);
		const order = ofChannel(world, asked);
		checkShippable(order, false);
		const awb = `AWB${order.id.slice(-8)}`;
		return withShipment(world, order, {
			awb,
			label: `${asked.origin}${labelPath}${awb}.pdf`,
			trackingUrl: `https://track.example/${awb}`,
			courier: courierOf('aramex'),
			boxes,
			weight,
			createdAt: world.now(),
			deliveryStatus: 'ready_to_ship',
		});
	},
};

const attach: Operation = {
	name: 'shipment/attach',
	method: 'PUT',
	path: '/v1/orders/:order/shipment',
	family: 'seller',
	needs: 'orderSync',
	answer(world, asked) {
		const given = parsed(awbBody, asked.body);
		const order = ofChannel(world, asked);
		checkShippable(order, true);
		return withShipment(world, order, {
			awb: given.awb_number,
			label: given.awb_label ?? null,
			trackingUrl: given.tracking_url ?? '',
			courier: courierOf(given.courier_partner.tag),
			boxes: given.package_details?.number_of_boxes ?? 1,
			weight: given.package_details?.weight ?? null,
			createdAt: world.now(),
			deliveryStatus: 'ready_to_ship',
		});
	},
};

/** The order goes along: which status becomes which is a guess (reference/omniful.md 2.3). */
const moved = (order: Order, to: string, now: number): Order => {
	const next = order.shipment && { ...order.shipment, deliveryStatus: to };
	if (to === 'delivered') {
		const shippedAt = order.shippedAt ?? now;
		return { ...order, shipment: next, status: 'delivered', shippedAt, deliveredAt: now };
	}
	if (to === 'return_to_origin') return { ...order, shipment: next, status: 'return_to_origin' };
	return { ...order, shipment: next, status: 'shipped', shippedAt: order.shippedAt ?? now };
};

const setStatus: Operation = {
	name: 'shipment/status',
	method: 'PUT',
	path: '/v1/orders/:order/shipment/status',
	family: 'seller',
	needs: 'orderSync',
	answer(world, asked) {
		const { shipment_status: to } = parsed(statusBody, asked.body);
		const order = ofChannel(world, asked);
		if (order.shipment === null) throw new Refused('shipment not found');
		if (!order.input.shipment_type.startsWith('sales_channel')) {
			throw new Refused(`shipment type is ${order.input.shipment_type}`);
		}
		changedByApi(world, order, to, (before) => moved(before, to, world.now()));
		return done({ status: to }, 'shipment_status');
	},
};

export const shipmentOperations: readonly Operation[] = [
	book,
	attach,
	setStatus,
	{
		name: 'couriers/list',
		method: 'GET',
		path: '/v1/courier_partners',
		family: 'seller',
		answer(_, { query }) {
			const { rows, meta } = pageOf(couriers, query);
			return listed(rows, meta);
		},
	},
];
