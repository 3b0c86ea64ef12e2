import { major } from '../../domain/money';
import type { Order, Unreadable } from '../../domain/order';
import { many } from '../shared/row';

const simplified = ({ id, number, placedAt, statuses, ...order }: Order) => ({
	id,
	number,
	placedAt,
	statuses,
	total: major(order.total),
	currency: order.total.currency,
	customer: order.customer?.name ?? null,
	city: order.shipTo?.city ?? null,
	units: order.lines.reduce((units, { ordered, cancelled }) => units + ordered - cancelled, 0),
	skus: order.lines.map(({ sku }) => sku),
});

/** Orders one by one; what could not be read comes last, with its reason. */
export const shown = (
	orders: readonly Order[],
	unreadable: readonly Unreadable[],
	simple: boolean,
) => [
	...many(simple ? orders.map(simplified) : orders),
	...many(unreadable.map(({ id, reason, raw }) => ({ id, unreadable: reason, raw }))),
];
