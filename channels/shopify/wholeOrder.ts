import type { Http } from '../connector';
import { part, reading, rows, sound, text } from '../fields';
import type { Fields } from '../fields';
import { ask } from './answer';
import * as requests from './orderRequests';
import { nextIn, rawsIn } from './paged';
import { nodesIn } from './rowStates';
import type { ShopifyData, ShopifyFulfilment, ShopifyOrder } from './types';

const { few } = requests;

/** An order comes with a few of its lines and fulfilments and a few lines of each: where there may be more, they are asked for. */
export const whole = async (http: Http, raw: Fields): Promise<Fields> =>
	await withAllFulfilments(http, await withAllLineItems(http, raw));

async function withAllLineItems(http: Http, raw: Fields): Promise<Fields> {
	const order = reading<ShopifyOrder>(raw);
	const list = part(order, 'lineItems');
	const lines = [...rawsIn(list)];
	let after = nextIn(list);
	const id = text(order, 'id');
	sound('shopify', order);
	while (after !== null) {
		const { data } = await ask(http, requests.handOverLines(id, after));
		const from = reading<ShopifyData>(data);
		const more = part(part(from, 'order'), 'lineItems');
		lines.push(...rawsIn(more));
		after = nextIn(more);
		sound('shopify', from);
	}
	return { ...raw, lineItems: { nodes: lines, pageInfo: { hasNextPage: false, endCursor: null } } };
}

async function withAllFulfilments(http: Http, raw: Fields): Promise<Fields> {
	const order = reading<ShopifyOrder>(raw);
	const came = rows(order, 'fulfillments').map(({ fields }) => fields);
	const id = text(order, 'id');
	sound('shopify', order);
	const small = came.filter((one) => !isCrowded(one));
	const ids = came.length < few.fulfilments ? idsIn(came) : await idsOf(http, id);
	const lacking = ids.filter((one) => !idsIn(small).includes(one));
	if (lacking.length === 0) return raw;
	const fetched = await fulfilmentsOf(http, lacking);
	const known = new Map([...small, ...fetched].map((one) => [one.id, one]));
	return { ...raw, fulfillments: ids.flatMap((one) => known.get(one) ?? []) };
}

const idsIn = (fulfilments: readonly Fields[]): readonly string[] =>
	fulfilments.map(({ id }) => String(id));

function isCrowded(raw: Fields): boolean {
	const from = reading<ShopifyFulfilment>(raw);
	const isLong = nextIn(part(from, 'fulfillmentLineItems')) !== null;
	return isLong || rows(from, 'trackingInfo').length >= few.tracking;
}

async function idsOf(http: Http, order: string): Promise<readonly string[]> {
	const { data } = await ask(http, requests.fulfilmentIds(order));
	const from = reading<ShopifyData>(data);
	const ids = rows(part(from, 'order'), 'fulfillments').map((one) => text(one, 'id'));
	sound('shopify', from);
	return ids;
}

async function fulfilmentsOf(http: Http, ids: readonly string[]): Promise<readonly Fields[]> {
	const found: Fields[] = [];
	for (let start = 0; start < ids.length; start += requests.fulfilmentsPerCall) {
		const some = ids.slice(start, start + requests.fulfilmentsPerCall);
		const { data } = await ask(http, requests.fulfilmentsById(some));
		for (const raw of nodesIn(data)) found.push(await withAllLines(http, raw));
	}
	return found;
}

async function withAllLines(http: Http, raw: Fields): Promise<Fields> {
	const fulfilment = reading<ShopifyFulfilment>(raw);
	const list = part(fulfilment, 'fulfillmentLineItems');
	const lines = [...rawsIn(list)];
	let after = nextIn(list);
	const id = text(fulfilment, 'id');
	sound('shopify', fulfilment);
	while (after !== null) {
		const { data } = await ask(http, requests.fulfilmentLines(id, after));
		const from = reading<ShopifyData>(data);
		const more = part(part(from, 'fulfillment'), 'fulfillmentLineItems');
		lines.push(...rawsIn(more));
		after = nextIn(more);
		sound('shopify', from);
	}
	return { ...raw, fulfillmentLineItems: { nodes: lines } };
}
