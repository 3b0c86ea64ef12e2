import type { Http, LatestOrders } from '../connector';
import { reading, rows, sound, text, textOrNull, timestampOrNull } from '../fields';
import { ask } from './answer';
import { faultless, nextPage, pageAt } from './paged';
import { readOrders } from './permissions';
import * as requests from './requests';
import type { IkasList, IkasOrder } from './types';

/** The newest orders first, or only those whose number fits. */
export async function latest(
	http: Http,
	number: string,
	position: string | null,
): Promise<LatestOrders> {
	const at = pageAt(position);
	const page = faultless(
		await ask(http, requests.latestOrders(number, at), readOrders),
		'listOrder',
	);
	const from = reading<IkasList<IkasOrder>>({ data: page.raws });
	const orders = rows(from, 'data').map((row) => ({
		id: text(row, 'id'),
		number: textOrNull(row, 'orderNumber'),
		placedAt: timestampOrNull(row, 'orderedAt'),
	}));
	sound('ikas', from);
	return { orders, next: nextPage(at, page) };
}
