import { type ConnectionArguments, inOrder } from './connection';
import { gid, numberIn } from './ids';
import { moneyBag } from './money';
import { totals } from './newOrder';
import { type OrderEditing, calculatedLineId, withQuantity } from './orderEdits';
import { orderView } from './orderView';
import type { RawLine } from './raw';
import { userError } from './refusal';
import type { RootField } from './resolve';
import { shippedUnits } from './shipping';
import type { World } from './world';

const lineView =
	({ order, restocks }: OrderEditing) =>
	(line: RawLine) => ({
		__typename: 'CalculatedLineItem',
		id: calculatedLineId(line.id),
		sku: line.sku,
		title: line.title,
		variantTitle: line.variantTitle,
		quantity: line.currentQuantity,
		editableQuantity: line.currentQuantity - shippedUnits(order, line.id),
		restocking: restocks.has(line.id),
		originalUnitPriceSet: moneyBag(line.price, order.currency),
		discountedUnitPriceSet: moneyBag(line.price, order.currency),
	});

const calculated = (world: World, editing: OrderEditing) => {
	const { order } = editing;
	const now = totals(order, (line) => line.currentQuantity);
	return {
		__typename: 'CalculatedOrder',
		id: gid('CalculatedOrder', editing.id),
		originalOrder: () => orderView(world, world.orders.find(order.id) ?? order),
		lineItems: (args: ConnectionArguments) =>
			inOrder(order.lines, args, { type: 'CalculatedLineItem', view: lineView(editing) }),
		subtotalPriceSet: moneyBag(now.subtotal, order.currency),
		totalPriceSet: moneyBag(now.total, order.currency),
	};
};

const session = ({ id }: OrderEditing) => ({
	__typename: 'OrderEditSession',
	id: `gid://shopify/OrderEditSession/${id}`,
});

const begin: RootField = ({ world }, args) => {
	const order = world.orders.find(numberIn('Order', String(args.id)) ?? '');
	const failed = (message: string) => ({
		calculatedOrder: null,
		orderEditSession: null,
		userErrors: [userError(['id'], message)],
	});
	if (!order) return failed('The order does not exist.');
	if (order.cancelledAt !== null) return failed('The order cannot be edited.');
	const editing = world.edits.keep({ id: world.newId(), order, restocks: new Set() });
	return {
		calculatedOrder: calculated(world, editing),
		orderEditSession: session(editing),
		userErrors: [],
	};
};

/** Only fewer units are played: more would claim stock, of which nothing is known (reference/shopify.md 9). */
const setQuantity: RootField = ({ world }, args) => {
	const editing = world.edits.find(String(args.id));
	const lineId = numberIn('CalculatedLineItem', String(args.lineItemId)) ?? '';
	const line = editing?.order.lines.find(({ id }) => id === lineId);
	const failed = (field: string, message: string) => ({
		calculatedOrder: null,
		calculatedLineItem: null,
		orderEditSession: null,
		userErrors: [userError([field], message)],
	});
	if (!editing) return failed('id', 'The calculated order does not exist.');
	if (!line) return failed('lineItemId', 'The line item does not exist.');
	const quantity = Number(args.quantity);
	if (quantity < shippedUnits(editing.order, lineId) || quantity > line.currentQuantity) {
		return failed('quantity', 'The quantity is not possible.');
	}
	const restocks = new Set(editing.restocks);
	if (args.restock) restocks.add(lineId);
	const order = withQuantity(editing.order, lineId, quantity);
	const next = world.edits.keep({ ...editing, order, restocks });
	const left = order.lines.find(({ id }) => id === lineId);
	return {
		calculatedOrder: calculated(world, next),
		calculatedLineItem: left && lineView(next)(left),
		orderEditSession: session(next),
		userErrors: [],
	};
};

const commit: RootField = ({ world }, args) => {
	const editing = world.edits.find(String(args.id));
	const before = world.orders.find(editing?.order.id ?? '');
	if (!editing || !before) {
		const userErrors = [userError(['id'], 'The calculated order does not exist.')];
		return { order: null, successMessages: [], userErrors };
	}
	const failed = (message: string) => ({
		...{ order: null, successMessages: [], userErrors: [userError(['id'], message)] },
	});
	if (before.cancelledAt !== null) return failed('The order cannot be edited.');
	const lines = editing.order.lines.filter(({ id, currentQuantity }) =>
		before.lines.some((one) => one.id === id && one.currentQuantity !== currentQuantity),
	);
	// What has left meanwhile cannot be taken off any more.
	if (lines.some(({ id, currentQuantity }) => currentQuantity < shippedUnits(before, id))) {
		return failed('The quantity is not possible.');
	}
	world.edits.end(editing.id);
	const next = lines.reduce(
		(order, { id, currentQuantity }) => withQuantity(order, id, currentQuantity),
		before,
	);
	const restocks = (id: string) => editing.restocks.has(id);
	const order = world.orders.reduce(before, next, { restocks, byApi: true });
	return { order: orderView(world, order), successMessages: ['Order updated'], userErrors: [] };
};

export const orderEditMutations: Readonly<Record<string, RootField>> = {
	orderEditBegin: begin,
	orderEditSetQuantity: setQuantity,
	orderEditCommit: commit,
};
