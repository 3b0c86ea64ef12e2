import type { Instant } from '../../domain/instant';
import type { Http } from '../connector';
import { reading, rows, rowsOrNone, sound, text, textOrNull } from '../fields';
import { ask, attempt } from './answer';
import { refusalOf } from './refusal';
import { completeReturn, createReturn, returnsUpdated } from './shippingRequests';
import type { NewReturn, ReturnArrived, ReturnFilter } from './shippingRequests';
import { orderWithCode } from './saleOrders';
import { time } from './times';
import type { UniwareOrder } from './types';

export interface Returned {
	readonly return: string;
	readonly createdAt: Instant;
	readonly updatedAt: Instant;
}

/** Those that changed in a time of at most 30 days. */
export async function returnsIn(http: Http, filter: ReturnFilter): Promise<readonly Returned[]> {
	const { from } = await ask(http, returnsUpdated(filter), 'the returns');
	const found = rowsOrNone(from, 'returnOrders').map((row) => ({
		return: text(row, 'code'),
		createdAt: time(row, 'created'),
		updatedAt: time(row, 'updated'),
	}));
	sound('uniware', from);
	return found;
}

/** A reverse pickup of the items, once: what comes back already is named by the return that it comes back with. */
export async function requestReturn(
	http: Http,
	wanted: NewReturn,
	facility: string,
): Promise<{ readonly outcome: 'sent' | 'already'; readonly return: string }> {
	const what = `the return of order ${wanted.order}`;
	const answer = await attempt(http, createReturn(wanted, facility), what);
	if (!('name' in answer)) {
		const code = text(answer.from, 'reversePickupCode');
		sound('uniware', answer.from);
		return { outcome: 'sent', return: code };
	}
	const isThere = answer.name === 'REVERSE_PICKUP_ALREADY_CREATED_FOR_THIS_ITEM';
	const known = isThere ? await returnOf(http, wanted) : null;
	if (known === null) throw refusalOf(answer, what);
	return { outcome: 'already', return: known };
}

/** The one return that all of the items are in, or null. */
async function returnOf(http: Http, { order, items }: NewReturn): Promise<string | null> {
	const raw = await orderWithCode(http, order);
	if (raw === null) return null;
	const from = reading<UniwareOrder>(raw);
	const codes = rows(from, 'saleOrderItems')
		.filter((item) => items.includes(text(item, 'code')))
		.map((item) => textOrNull(item, 'reversePickupCode'));
	sound('uniware', from);
	const [first = null, ...others] = new Set(codes);
	return others.length === 0 ? first : null;
}

/** All units of a return have arrived, and are stock again where they are good; done once more it finds nothing to do. */
export async function takeReturn(
	http: Http,
	arrived: ReturnArrived,
	facility: string,
): Promise<'sent' | 'already'> {
	const what = `the return of order ${arrived.order}`;
	const answer = await attempt(http, completeReturn(arrived, facility), what);
	if (!('name' in answer)) return 'sent';
	if (await isBack(http, arrived)) return 'already';
	throw refusalOf(answer, what);
}

async function isBack(http: Http, { order, items }: ReturnArrived): Promise<boolean> {
	const raw = await orderWithCode(http, order);
	if (raw === null) return false;
	const from = reading<UniwareOrder>(raw);
	const back = rows(from, 'saleOrderItems').flatMap((item) =>
		text(item, 'statusCode') === 'RETURNED' ? [text(item, 'code')] : [],
	);
	sound('uniware', from);
	return items.every((code) => back.includes(code));
}
