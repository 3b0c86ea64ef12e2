import type { ChannelUpdate } from '../../domain/channelUpdate';
import { Failure, refused } from '../../domain/failure';
import type { HandOver, OmsReference } from '../../domain/oms';
import type { Http, UpdateSent } from '../connector';
import { part, partOrNull, reading, sound, text } from '../fields';
import { ask } from './answer';
import { isId } from './ids';
import { lookUp } from './lookingUp';
import { mostRows } from './paged';
import { createOrder, setCustomer } from './orderWrites';
import { refusalOf, refusalsIn } from './refusal';
import type { Refusal } from './refusal';
import type { ShopifyData } from './types';

/**
 * Shopify's order of an order that a channel sold, once: `orderCreate` has no key against doubling, so it is looked for by
 * its mark first, and again where Shopify refuses a second one.
 */
export async function create(http: Http, update: ChannelUpdate): Promise<UpdateSent> {
	const handOver = checked(update);
	const found = await lookUp(http, handOver);
	if (found.order !== null) return already(update, found.order);
	const customer = found.customer ?? (await customerOf(http, handOver));
	const made = await createdOf(http, handOver, customer);
	if ('refusals' in made) return await afterRefusal(http, update, handOver, made.refusals);
	return {
		outcome: 'sent',
		detail: `Order ${update.number}: Shopify has it as ${made.number}.`,
		omsOrder: made,
	};
}

/** Another sender may have been faster: then the mark was taken. */
async function afterRefusal(
	http: Http,
	update: ChannelUpdate,
	handOver: HandOver,
	refusals: readonly Refusal[],
): Promise<UpdateSent> {
	const { order } = await lookUp(http, handOver);
	if (order !== null) return already(update, order);
	const advice = 'Correct it where Shopify says, then try the update again.';
	throw refusalOf(refusals, `order ${update.number}`, advice);
}

async function createdOf(
	http: Http,
	handOver: HandOver,
	customer: string,
): Promise<OmsReference | { readonly refusals: readonly Refusal[] }> {
	const { data } = await ask(http, createOrder(handOver, customer));
	const from = reading<ShopifyData>(data);
	const payload = part(from, 'orderCreate');
	const refusals = refusalsIn(payload);
	const order = partOrNull(payload, 'order');
	const reference = order && { id: text(order, 'id'), number: text(order, 'name') };
	sound('shopify', from);
	if (reference !== null) return reference;
	if (refusals.length > 0) return { refusals };
	throw new Failure('malformed', 'shopify: answered neither an order nor why not. Try again.');
}

async function customerOf(http: Http, handOver: HandOver): Promise<string> {
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

function checked({ handOver, number }: ChannelUpdate): HandOver {
	if (handOver === undefined) throw refused(`shopify: nothing was handed over of order ${number}.`);
	const { lines } = handOver;
	if (lines.length === 0) throw refused(`shopify: order ${number} has no line that is open.`);
	if (lines.length >= mostRows) {
		throw refused(`shopify: order ${number} has more lines than Shopify takes. Split it.`);
	}
	const unknown = lines.find(({ listing }) => !isId('ProductVariant', listing));
	if (unknown === undefined) return handOver;
	throw refused(
		`shopify: "${unknown.listing}" of SKU ${unknown.sku} is no variant of Shopify. Import its listings anew.`,
	);
}

const already = ({ number }: ChannelUpdate, order: OmsReference): UpdateSent => ({
	outcome: 'already',
	detail: `Order ${number}: Shopify had it already, as ${order.number}.`,
	omsOrder: order,
});
