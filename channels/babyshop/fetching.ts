import type { Http } from '../connector';
import { ask } from './answer';
import { listIn } from './lists';
import { numberIn } from './mapper';
import * as requests from './requests';

/** Most orders that are asked for once more, alone, because the answer for many lacked them: calls are scarce. */
const mostAlone = 10;

/** Orders by their numbers, as they came. What the channel does not give is missing. */
export async function fetchOrders(
	http: Http,
	numbers: readonly string[],
): Promise<ReadonlyMap<string, unknown>> {
	const found = new Map<string, unknown>();
	const lacking: string[] = [];
	for (let start = 0; start < numbers.length; start += requests.fetchLimit) {
		const some = numbers.slice(start, start + requests.fetchLimit);
		await fetchSome(http, some, found);
		if (some.length > 1) lacking.push(...some.filter((number) => !found.has(number)));
	}
	for (const number of lacking.slice(0, mostAlone)) await fetchSome(http, [number], found);
	return found;
}

async function fetchSome(
	http: Http,
	numbers: readonly string[],
	found: Map<string, unknown>,
): Promise<void> {
	const what = numbers.length === 1 ? `order ${numbers[0]}` : `${numbers.length} orders`;
	const { body } = await ask(http, requests.ordersByNumber(numbers), what);
	for (const raw of listIn(body, 'orders')) {
		const number = numberIn(raw);
		if (number !== null && numbers.includes(number)) found.set(number, raw);
	}
}
