import { refused } from '../../domain/failure';
import type { Http } from '../connector';
import { reading, rows, sound, text } from '../fields';
import { ask } from './answer';
import { markDelivered } from './shippingRequests';
import { orderWithCode } from './saleOrders';
import type { UniwareOrder } from './types';

/** All that was dispatched of the order, or the items that were named; answers which. */
export async function deliver(
	http: Http,
	code: string,
	named: readonly string[],
): Promise<readonly string[]> {
	const raw = await orderWithCode(http, code);
	if (raw === null) throw refused(`uniware: there is no order ${code}.`);
	const from = reading<UniwareOrder>(raw);
	const under = rows(from, 'saleOrderItems')
		.filter(({ fields }) => fields.statusCode === 'DISPATCHED')
		.map((item) => text(item, 'code'));
	sound('uniware', from);
	const items = named.length === 0 ? under : named;
	if (items.length === 0) {
		throw refused(`uniware: nothing of order ${code} is on its way. Look at it in Uniware.`);
	}
	await ask(http, markDelivered(code, items), `the delivery of order ${code}`);
	return items;
}
