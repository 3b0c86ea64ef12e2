import type { Http } from '../connector';
import { partOrNull, reading, sound } from '../fields';
import type { Fields } from '../fields';
import { ask } from './answer';
import { beginBulk } from './bulkBeginning';
import { bulkPart } from './bulkFile';
import { bulkOperationIn } from './bulkOperation';
import type { BulkOperation } from './bulkOperation';
import type { BulkBegun, BulkPosition, BulkWanted, PagedInstead } from './bulkPosition';
import { bulkState, cancelBulk } from './bulkRequests';
import { known } from './knownClock';
import { accountIn } from './paged';
import type { ShopifyData } from './types';

/** A part of the result, or nothing yet. */
export interface BulkPage {
	readonly account: string;
	readonly rows: readonly Fields[];
	readonly next: BulkPosition | null;
	/** Since the operation was begun, by Shopify's clock: no row was read before. */
	readonly ageMs: number;
	/** When it is worth to look again. */
	readonly waitMs: number | null;
}

const minuteMs = 60_000;

/** One asks while it is under way, and none more: the answer costs points. */
const lookAgainMs = minuteMs / 2;

/** Longer than that a walk over pages takes no more. */
const patienceMs = 20 * minuteMs;

const mostTries = 3;

/** Dates of answers have whole seconds. */
const secondMs = 1_000;

/** What the query asks for, wherever the walk stands. Every answer of it is safe to be asked for again. */
export const bulkPage = async (
	http: Http,
	query: string,
	position: BulkBegun | BulkWanted,
): Promise<BulkPage> =>
	position.at === 'begun'
		? await follow(http, query, position)
		: await begin(http, query, position);

async function follow(http: Http, query: string, position: BulkBegun): Promise<BulkPage> {
	const { account, bulk, clock } = await stateOf(http, position.id);
	const anew = (why: string) => beginAnew(http, query, { position, why, account, clock });
	if (bulk === null) return await anew('Shopify does not know it any more');
	if (bulk.query !== query) return await begin(http, query, wantedAt(clock, 1, null));
	const ageMs = clock + secondMs - bulk.createdAt;
	const waits = { account, rows: [], ageMs, waitMs: lookAgainMs };
	if (['CREATED', 'RUNNING'].includes(bulk.status)) {
		if (ageMs <= patienceMs) return { ...waits, next: position };
		await ask(http, cancelBulk(position.id));
		const why = `bulk operation ${position.id} of Shopify has not ended within ${patienceMs / minuteMs} minutes`;
		return { ...waits, waitMs: null, next: paged(why) };
	}
	if (bulk.status !== 'COMPLETED') return await anew(endOf(bulk));
	if (bulk.url === null || bulk.rows === 0) return await anew('its result is empty');
	const found = await bulkPart(http, { url: bulk.url, from: position.from, bytes: bulk.bytes });
	if (typeof found === 'string') return await anew(found);
	const lines = position.lines + found.rows.length;
	if (found.next !== null) {
		const next = { ...position, from: found.next, lines };
		return { ...waits, rows: found.rows, next, waitMs: null };
	}
	if (lines !== bulk.rows) return await anew(`its file has ${lines} rows, not ${bulk.rows}`);
	return { ...waits, rows: found.rows, next: null, waitMs: null };
}

async function stateOf(http: Http, id: string) {
	const { data, clock } = await ask(http, bulkState(id));
	const from = reading<ShopifyData>(data);
	const account = accountIn(from);
	const found = partOrNull(from, 'bulkOperation');
	const bulk: BulkOperation | null = found && bulkOperationIn(found);
	sound('shopify', from);
	return { account, bulk, clock: known(clock) };
}

const endOf = ({ status, errorCode }: BulkOperation) =>
	`it ended as ${status}${errorCode === null ? '' : ` (${errorCode})`}`;

interface Lost {
	readonly position: BulkBegun;
	readonly why: string;
	readonly account: string;
	readonly clock: number;
}

/** A few times, and then page by page: there is always a way on. */
async function beginAnew(http: Http, query: string, { position, why, account, clock }: Lost) {
	const said = `bulk operation ${position.id} of Shopify came to nothing: ${why}`;
	const next = wantedAt(clock, position.tries + 1, said);
	if (next.tries <= mostTries) return await begin(http, query, next);
	return { account, rows: [], next: paged(said), ageMs: 0, waitMs: null };
}

const wantedAt = (since: number, tries: number, why: string | null): BulkWanted => ({
	at: 'wanted',
	...{ since, tries, why },
});

const paged = (why: string): PagedInstead => ({ at: 'paged', after: null, why });

async function begin(http: Http, query: string, position: BulkWanted): Promise<BulkPage> {
	const { account, clock, ...begun } = await beginBulk(http, query);
	const waits = { account, rows: [], ageMs: 0, waitMs: lookAgainMs };
	const { tries, why } = position;
	if ('id' in begun) {
		const said = tries === 1 ? null : why;
		return { ...waits, next: { at: 'begun', id: begun.id, from: 0, lines: 0, tries, why: said } };
	}
	if (begun.isFull && clock - position.since <= patienceMs / 2) {
		return { ...waits, waitMs: minuteMs, next: { ...position, why: why ?? begun.why } };
	}
	return { ...waits, waitMs: null, next: paged(begun.why) };
}
