import type { HandOver, OmsReference } from '../../domain/oms';
import type { Http } from '../connector';
import { part, partOrNull, reading, rows, sound, text } from '../fields';
import type { Reading } from '../fields';
import { ask, askInPart } from './answer';
import type { Answer } from './answer';
import { defineMark, handedOver } from './orderWrites';
import { refusalOf, refusalsIn } from './refusal';
import type { ShopifyData, ShopifyOrder } from './types';

/** What Shopify has of an order before it is created. */
export interface Found {
	readonly order: OmsReference | null;
	/** Whether the order has the hub's mark, by which its fulfilments are found. */
	readonly isMarked: boolean;
	/** Its id of whom the order is sold to, null before the first one. */
	readonly customer: string | null;
}

const owners = { ORDER: 'orderDefinitions', CUSTOMER: 'customerDefinitions' } as const;

/** By the mark, which Shopify finds at once. A store that lacks the definitions of the marks gets them first. */
export async function lookUp(http: Http, handOver: HandOver): Promise<Found> {
	const request = handedOver(handOver);
	const first = await askInPart(http, request);
	const lacking = lackingIn(first);
	if (lacking.length === 0 && first.faults.length === 0) return foundIn(first, handOver);
	for (const owner of lacking) await define(http, owner);
	return foundIn(await ask(http, request), handOver);
}

function lackingIn({ data }: Answer) {
	const from = reading<ShopifyData>(data);
	const lacking = (['ORDER', 'CUSTOMER'] as const).filter(
		(owner) => rows(part(from, owners[owner]), 'nodes').length === 0,
	);
	sound('shopify', from);
	return lacking;
}

function foundIn({ data }: Answer, { key }: HandOver): Found {
	const from = reading<ShopifyData>(data);
	const customer = partOrNull(from, 'customerByIdentifier');
	const marked = partOrNull(from, 'orderByIdentifier');
	// Its search finds words, whatever their case: only the whole key counts.
	const searched = rows(part(from, 'orders'), 'nodes').find(
		({ fields }) => fields.sourceIdentifier === key,
	);
	const order = marked ?? searched;
	const found = {
		order: order === undefined ? null : referenceOf(order),
		isMarked: marked !== null,
		customer: customer && text(customer, 'id'),
	};
	sound('shopify', from);
	return found;
}

const referenceOf = (order: Reading<ShopifyOrder>): OmsReference => ({
	id: text(order, 'id'),
	number: text(order, 'name'),
});

/** Somebody else may define it at the same time. */
async function define(http: Http, owner: 'ORDER' | 'CUSTOMER'): Promise<void> {
	const { data } = await ask(http, defineMark(owner));
	const from = reading<ShopifyData>(data);
	const refusals = refusalsIn(part(from, 'metafieldDefinitionCreate'));
	sound('shopify', from);
	const grave = refusals.filter(({ code }) => code !== 'TAKEN');
	if (grave.length === 0) return;
	const advice = 'Look under Settings > Custom data in Shopify.';
	throw refusalOf(grave, 'the metafield by which orders are found again', advice);
}
