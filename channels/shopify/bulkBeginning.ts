import { Failure } from '../../domain/failure';
import type { Http } from '../connector';
import { part, partOrNull, reading, rows, sound } from '../fields';
import { ask } from './answer';
import { bulkOperationIn } from './bulkOperation';
import { newestBulk, runBulk } from './bulkRequests';
import { known } from './knownClock';
import { accountIn } from './paged';
import { refusalsIn, wordsOf } from './refusal';
import type { ShopifyData } from './types';

/** The operation that goes on, or why there is none; `isFull` where others have to end first. */
type Outcome = { readonly id: string } | { readonly why: string; readonly isFull: boolean };

type Begun = Outcome & { readonly account: string; readonly clock: number };

/** Begins one, or joins one of the same query that is under way: a run that died had begun it. */
export async function beginBulk(http: Http, query: string): Promise<Begun> {
	const { data, clock } = await ask(http, newestBulk());
	const from = reading<ShopifyData>(data);
	const account = accountIn(from);
	const open = rows(part(from, 'bulkOperations'), 'nodes')
		.map(bulkOperationIn)
		.find((one) => isOpen(one.status) && one.query === query);
	sound('shopify', from);
	const outcome = open === undefined ? await begun(http, query) : { id: open.id };
	return { ...outcome, account, clock: known(clock) };
}

const isOpen = (status: string) => status === 'CREATED' || status === 'RUNNING';

/** Both codes say that others are under way (reference/shopify.md 6). */
const fullCodes = ['OPERATION_IN_PROGRESS', 'LIMIT_REACHED'];

async function begun(http: Http, query: string): Promise<Outcome> {
	const [asked] = await Promise.allSettled([ask(http, runBulk(query))]);
	if (asked.status === 'rejected') return unable(asked.reason);
	const from = reading<ShopifyData>(asked.value.data);
	const payload = part(from, 'bulkOperationRunQuery');
	const refusals = refusalsIn(payload);
	const bulk = partOrNull(payload, 'bulkOperation');
	const id = bulk === null ? null : bulkOperationIn(bulk).id;
	sound('shopify', from);
	if (id !== null && refusals.length === 0) return { id };
	const isFull = refusals.some(({ code }) => fullCodes.includes(code ?? ''));
	const why = isFull
		? 'other bulk operations of this app are under way on Shopify'
		: `Shopify runs no bulk operation: ${wordsOf(refusals)}`;
	return { why, isFull };
}

/** Not every token may run one (reference/shopify.md 6): what it may read, it may read page by page. */
function unable(reason: unknown): Outcome {
	const isRefused = reason instanceof Failure && ['unauthorised', 'rejected'].includes(reason.kind);
	if (!isRefused) throw reason;
	return { why: `Shopify runs no bulk operation: ${reason.message}`, isFull: false };
}
