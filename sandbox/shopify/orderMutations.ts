import type { z } from 'zod';
import { type Cancelling, whyNot } from './cancelling';
import { gid } from './ids';
import { orderIn } from './nodes';
import { cancelInput, inputOf } from './inputs';
import { createOptions, orderInput, orderUpdate } from './orderInputs';
import { orderCreate, rawAddress } from './orderCreate';
import { orderView } from './orderView';
import type { RawOrder } from './raw';
import { type UserError, badRequest, userError } from './refusal';
import type { RootField } from './resolve';
import type { World } from './world';

const create: RootField = ({ world, api }, args) => {
	const input = inputOf(orderInput, args.order);
	const { inventoryBehaviour: behaviour } = args.options
		? inputOf(createOptions, args.options)
		: ({ inventoryBehaviour: 'BYPASS' } as const);
	const { made, errors } = orderCreate(world, input, { behaviour, version: api.version });
	return { order: made && orderView(world, made), userErrors: errors };
};

type Update = z.infer<typeof orderUpdate>;

/** What is not named stays, and lists replace what is there (reference/shopify.md 9). */
const updated = (world: World, order: RawOrder, input: Update): RawOrder => {
	const kept = (given: string | null | undefined, known: string | null) =>
		given === undefined ? known : given;
	const { shippingAddress } = input;
	return {
		...order,
		note: kept(input.note, order.note),
		email: kept(input.email, order.email),
		phone: kept(input.phone, order.phone),
		poNumber: kept(input.poNumber, order.poNumber),
		tags: input.tags ?? order.tags,
		customAttributes: input.customAttributes ?? order.customAttributes,
		shippingAddress: shippingAddress
			? rawAddress(shippingAddress, world.newId)
			: order.shippingAddress,
	};
};

const update: RootField = ({ world }, args) => {
	const input = inputOf(orderUpdate, args.input);
	const order = orderIn(world, input.id);
	if (!order) return { order: null, userErrors: [userError(['id'], 'Order does not exist')] };
	const owner = { type: 'ORDER', id: gid('Order', order.id) } as const;
	const given = { inputs: input.metafields ?? [], path: ['metafields'] };
	const { made: metafields, errors } = world.metafields.merged(owner, order.metafields, given);
	if (!metafields) return { order: null, userErrors: errors };
	const next = { ...updated(world, order, input), metafields };
	const kept = world.orders.edit(next, { what: 'edited', byApi: true });
	return { order: orderView(world, kept), userErrors: [] };
};

const refusedCancel = (error: UserError) => ({
	job: null,
	orderCancelUserErrors: [error],
	userErrors: [error],
});

/** Asynchronous: what becomes of it shows when the job is done, and an order that was shipped meanwhile stays as it is. */
const cancel: RootField = ({ world }, args) => {
	const input = inputOf(cancelInput, args);
	const { orderId, reason, restock, refund, refundMethod, staffNote } = input;
	const order = orderIn(world, orderId);
	if (refund !== undefined && refund !== null && refundMethod) {
		throw badRequest('refund and refundMethod exclude each other');
	}
	if (!order) return refusedCancel(userError(['orderId'], 'Order does not exist', 'NOT_FOUND'));
	if (staffNote && staffNote.length > 255) {
		return refusedCancel(userError(['staffNote'], 'is too long (maximum is 255)', 'INVALID'));
	}
	const why = whyNot(order);
	if (why) return refusedCancel(userError(['orderId'], why, 'INVALID'));
	const isRefunded = refundMethod?.originalPaymentMethodsRefund ?? refund ?? false;
	const cancelling: Cancelling = { reason, restock, refund: isRefunded, staffNote };
	const job = world.jobs.begin(() => {
		const now = world.orders.find(order.id);
		if (now && whyNot(now) === null) world.orders.cancel(now, cancelling, true);
	});
	return { job, orderCancelUserErrors: [], userErrors: [] };
};

export const orderMutations: Readonly<Record<string, RootField>> = {
	orderCreate: create,
	orderUpdate: update,
	orderCancel: cancel,
};
