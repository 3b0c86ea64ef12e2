import type { Http, LatestOrders } from '../connector';
import { isFields, reading } from '../fields';
import { ask, fieldsOf } from './answer';
import { orderIdIn } from './mapper';
import { nextPlace, offsetAt, paged } from './paged';
import * as requests from './requests';
import type { IconicOrder } from './types';
import { instantIn, wordOrNull } from './values';

const limit = 50;

/** The newest orders first, or only those with this number. */
export async function latest(
	http: Http,
	number: string,
	position: string | null,
): Promise<LatestOrders> {
	const offset = offsetAt(position);
	const request =
		number === '' ? requests.latestOrders(offset, limit) : requests.ordersByNumber(number);
	const page = paged(fieldsOf(await ask(http, request, 'the list of orders')), { offset, limit });
	const orders = page.raws.flatMap((raw) => {
		const id = orderIdIn(raw);
		const from = reading<IconicOrder>(isFields(raw) ? raw : {});
		const placedAt = instantIn(from.fields.createdAt);
		return id === null ? [] : [{ id, number: wordOrNull(from, 'number'), placedAt }];
	});
	return { orders, next: number === '' ? nextPlace(offset, page) : null };
}
