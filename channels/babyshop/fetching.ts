import type { Http } from '../connector';
import { attempt } from './answer';
import { listIn } from './lists';
import { numberIn } from './mapper';
import { refusalOf } from './refusals';
import * as requests from './requests';

/** Most orders that are asked for once more, alone, because the answer for many lacked them: calls are scarce. */
const mostAlone = 10;

/** Most calls for one page that may be refused: to find one order that the channel cannot give takes seven of them. */
const mostRefused = 14;

/** What was fetched so far. */
interface Fetching {
	readonly http: Http;
	readonly found: Map<string, unknown>;
	/** Numbers that were asked for alone, and refused. */
	readonly refused: Set<string>;
	refusals: number;
}

/** Orders by their numbers, as they came. What the channel does not give is missing. */
export async function fetchOrders(
	http: Http,
	numbers: readonly string[],
): Promise<ReadonlyMap<string, unknown>> {
	const fetching: Fetching = { http, found: new Map(), refused: new Set(), refusals: 0 };
	const lacking: string[] = [];
	for (let start = 0; start < numbers.length; start += requests.fetchLimit) {
		const some = numbers.slice(start, start + requests.fetchLimit);
		await fetchSome(fetching, some);
		if (some.length > 1) lacking.push(...some.filter((number) => isLacking(fetching, number)));
	}
	for (const number of lacking.slice(0, mostAlone)) await fetchSome(fetching, [number]);
	return fetching.found;
}

const isLacking = ({ found, refused }: Fetching, number: string): boolean =>
	!found.has(number) && !refused.has(number);

/** An order for which the channel refuses the call is missing, and costs no other: calls are halved until it stands alone. */
async function fetchSome(fetching: Fetching, numbers: readonly string[]): Promise<void> {
	const [first = ''] = numbers;
	const what = numbers.length === 1 ? `order ${first}` : `${numbers.length} orders`;
	const answer = await attempt(fetching.http, requests.ordersByNumber(numbers), what);
	if ('body' in answer) return keep(fetching, numbers, listIn(answer.body, 'orders'));
	if (++fetching.refusals > mostRefused) throw refusalOf(answer.refusal);
	if (numbers.length === 1) return void fetching.refused.add(first);
	const middle = Math.ceil(numbers.length / 2);
	await fetchSome(fetching, numbers.slice(0, middle));
	await fetchSome(fetching, numbers.slice(middle));
}

function keep({ found }: Fetching, numbers: readonly string[], raws: readonly unknown[]): void {
	for (const raw of raws) {
		const number = numberIn(raw);
		if (number !== null && numbers.includes(number)) found.set(number, raw);
	}
}
