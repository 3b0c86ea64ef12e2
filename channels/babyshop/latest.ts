import type { Http, LatestOrders } from '../connector';
import { ask } from './answer';
import { orderRows } from './orderRows';
import { nextPage, pageAt } from './paged';
import * as requests from './requests';
import { sellerOf } from './seller';
import { openCodes, readyCodes } from './statuses';

/** Orders that have not left yet, the newest of each page first, or only those whose number fits: nothing can be searched for. */
export async function latest(
	http: Http,
	number: string,
	position: string | null,
): Promise<LatestOrders> {
	const at = pageAt(position);
	const request = requests.ordersIn([...openCodes, ...readyCodes], at);
	const { body } = await ask(http, request, 'the list of orders');
	const rows = orderRows(body, sellerOf(http).timeZone);
	const orders = rows
		.flatMap(({ id, placedAt }) => (id === null ? [] : [{ id, number: id, placedAt }]))
		.filter(({ id }) => id.toLowerCase().includes(number.toLowerCase()))
		.toSorted((left, right) => (right.placedAt ?? '').localeCompare(left.placedAt ?? ''));
	return { orders, next: nextPage(at, rows.length) };
}
