import { refused } from '../domain/failure';
import { edited, type Edited, type HubEdit } from '../domain/hubEdit';
import type { HoldReason } from '../domain/hubStatus';
import { oneLine } from '../domain/oneLine';
import type { Order } from '../domain/order';
import { mapBack } from '../domain/statusMap';
import { announceReduced } from './announcing';
import { thereOf, withUnitsThere } from './countedThere';
import { tell } from './events';
import { checkOwn } from './handedOver';
import { replaceLines } from './lines';
import { storeOf } from './lookups';
import { getOrder, orderRow, type OrderRow } from './orders';
import { asWaiting, beginAnew, checkOnHold } from './releasing';
import { routeOrders } from './routing';
import type { OrderEdited } from './orderShapes';
import type { Store } from './storeShapes';
import { first, run, type Work } from './statement';

/** What no person has to say yes to is routed at once by what it is now. */
const goesOn: readonly (HoldReason | null)[] = [
	'inventory_not_present',
	'sku_not_valid',
	'not_able_to_route',
];

/** Changes lines and address of an order on hold, and routes it unless a person holds it: all of it or nothing. */
export function* editOrder(
	code: string,
	id: string,
	edit: HubEdit,
	by: string | null = null,
): Work<OrderEdited> {
	const order = yield* orderRow(code, id);
	checkOnHold(order, 'edited');
	yield* checkOwn(order, 'cannot be edited');
	yield* checkAllHere(order);
	const store = yield* storeOf(code);
	const had = JSON.parse(order.body) as Order;
	const change = edited(had, edit);
	if (typeof change === 'string') {
		throw refused(`Order ${order.number} was not edited: ${change}`);
	}
	const body = JSON.stringify(withUnitsThere(change.order, thereOf(had)));
	yield* run('UPDATE orders SET body = ?, updated_at = {now} WHERE id = ?', body, order.id);
	yield* replaceLines(order.id, change.order);
	yield* beginAnew(order.id);
	yield* tell(code, [
		{ type: 'order_edited', order: order.id, detail: oneLine(change.said.join('; ')), by },
	]);
	yield* announceReduced(store, order, leftOf(change));
	if (goesOn.includes(order.hold_reason))
		yield* routeOrders(store, [{ ...asWaiting(order), body }]);
	return { ...(yield* getOrder(code, id)), notTold: notTold(store, change) };
}

/** What has left is no longer to be changed. */
function* checkAllHere({ id, number }: OrderRow): Work<void> {
	const left = yield* first(
		'SELECT line_id FROM order_lines WHERE order_id = ? AND shipped > 0',
		id,
	);
	if (left === undefined) return;
	throw refused(`Order ${number} was not edited: some of it has left already.`);
}

const leftOf = ({ reduced, order }: Edited) =>
	reduced.map((one) => {
		const line = order.lines.find(({ id }) => id === one.line);
		return { ...one, left: line === undefined ? 0 : line.ordered - line.cancelled };
	});

/** What differs from the channel from now on, for a person to do there. */
function notTold({ channel, settings }: Store, { untold, reduced }: Edited): readonly string[] {
	const isTold =
		settings.automatedCancellation && mapBack('cancelled', settings.workspaceStatusMap) !== null;
	const units = isTold
		? []
		: reduced.map(({ line, quantity }) => `${quantity} less of line ${line}`);
	return [...untold, ...units].map((what) => `${channel} is not told: ${what}.`);
}
