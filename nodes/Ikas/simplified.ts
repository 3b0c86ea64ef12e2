import { major } from '../../domain/money';
import type { Order, Unreadable } from '../../domain/order';
import { many } from '../shared/row';

const simplified = ({ total, customer, shipTo, lines, ...order }: Order) => ({
	...order,
	total: major(total),
	currency: total.currency,
	customer: customer?.name ?? null,
	city: shipTo?.city ?? null,
	units: lines.reduce((units, { ordered, cancelled }) => units + ordered - cancelled, 0),
	skus: lines.map(({ sku }) => sku),
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
