import type { HandOver } from '../../domain/oms';
import type { Http } from '../connector';
import { part, reading, sound, text } from '../fields';
import { ask } from './answer';
import { setCustomer } from './orderWrites';
import { refusalOf, refusalsIn } from './refusal';
import type { ShopifyData } from './types';

/** Makes the customer that all orders of the channel's account are sold to. Who is there already is only found. */
export async function customerOf(http: Http, handOver: HandOver): Promise<string> {
	const { data } = await ask(http, setCustomer(handOver));
	const from = reading<ShopifyData>(data);
	const payload = part(from, 'customerSet');
	const refusals = refusalsIn(payload);
	if (refusals.length > 0) {
		sound('shopify', from);
		const advice = 'Look at the customer in Shopify, then try the update again.';
		throw refusalOf(refusals, 'the customer that the order is sold to', advice);
	}
	const id = text(part(payload, 'customer'), 'id');
	sound('shopify', from);
	return id;
}
