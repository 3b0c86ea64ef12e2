import { type Cancelling, whyNot } from './cancelling';
import { customerView } from './customerView';
import { gid, kindOf, numberIn } from './ids';
import { cancelInput, createOptions, inputOf, orderInput, orderUpdate } from './inputs';
import { isWithinReach, orderCreate, rawAddress } from './orderCreate';
import { orderView } from './orderView';
import type { RawOrder } from './raw';
import { type UserError, accessDenied, badRequest, notPlayed, userError } from './refusal';
import { isGranted } from './access';
import type { RootField } from './resolve';
import type { World } from './world';

const orderIn = (world: World, id: string): RawOrder | null => {
	const order = world.orders.find(numberIn('Order', id) ?? '');
	return order && isWithinReach(world, order) ? order : null;
};

const create: RootField = ({ world, api }, args) => {
	const input = inputOf(orderInput, args.order);
	const { inventoryBehaviour: behaviour } = args.options
		? inputOf(createOptions, args.options)
		: ({ inventoryBehaviour: 'BYPASS' } as const);
	const { made, errors } = orderCreate(world, input, { behaviour, version: api.version });
	return { order: made && orderView(world, made), userErrors: errors };
};

const noOrder = (field: readonly string[]) => userError(field, 'Order does not exist');

/** Lists replace what is there (reference/shopify.md 9). */
const update: RootField = ({ world }, args) => {
	const input = inputOf(orderUpdate, args.input);
	const order = orderIn(world, input.id);
	if (!order) return { order: null, userErrors: [noOrder(['id'])] };
	const { metafields = [], shippingAddress, id: _, ...given } = input;
	const owner = { type: 'ORDER', id: gid('Order', order.id) } as const;
	const inputs = metafields ?? [];
	const merged = world.metafields.merged(owner, order.metafields, { inputs, path: ['metafields'] });
	if (!merged.made) return { order: null, userErrors: merged.errors };
	const named = Object.entries(given).filter(([, value]) => value !== undefined);
	const changed = world.orders.edit(
		{
			...order,
			...Object.fromEntries(named),
			tags: given.tags ?? order.tags,
			customAttributes: given.customAttributes ?? order.customAttributes,
			shippingAddress: shippingAddress
				? rawAddress(shippingAddress, world.newId)
				: order.shippingAddress,
			metafields: merged.made,
		},
		{ what: 'edited', byApi: true },
	);
	return { order: orderView(world, changed), userErrors: [] };
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

const tagsOf = (given: unknown): readonly string[] =>
	[given]
		.flat()
		.flatMap((text) =>
			String(text)
				.split(',')
				.map((tag) => tag.trim()),
		)
		.filter(Boolean);

/** Of an order or a customer; a tag is the same in any case (reference/shopify.md 9). */
const retag =
	(change: (tags: readonly string[], given: readonly string[]) => readonly string[]): RootField =>
	({ world }, args) => {
		const id = String(args.id);
		const given = tagsOf(args.tags);
		const kind = kindOf(id);
		if (kind !== 'Order' && kind !== 'Customer') throw notPlayed(`tags of ${id}`);
		const scope = kind === 'Order' ? 'write_orders' : 'write_customers';
		if (!isGranted(world.settings.scopes, scope)) {
			throw accessDenied('tags field', `\`${scope}\` access scope.`);
		}
		const missing = { node: null, userErrors: [userError(['id'], `${kind} does not exist`)] };
		if (kind === 'Customer') {
			const customer = world.customers.find(numberIn('Customer', id));
			if (!customer) return missing;
			const kept = world.customers.keep({ ...customer, tags: change(customer.tags, given) });
			return { node: customerView(kept), userErrors: [] };
		}
		const order = orderIn(world, id);
		if (!order) return missing;
		const next = { ...order, tags: change(order.tags, given) };
		const kept = world.orders.edit(next, { what: 'edited', byApi: true });
		return { node: orderView(world, kept), userErrors: [] };
	};

const isAmong = (tags: readonly string[], tag: string) =>
	tags.some((one) => one.toLowerCase() === tag.toLowerCase());

export const orderMutations: Readonly<Record<string, RootField>> = {
	orderCreate: create,
	orderUpdate: update,
	orderCancel: cancel,
	tagsAdd: retag((tags, given) => [...tags, ...given.filter((tag) => !isAmong(tags, tag))]),
	tagsRemove: retag((tags, given) => tags.filter((tag) => !isAmong(given, tag))),
};
