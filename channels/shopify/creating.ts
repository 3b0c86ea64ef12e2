import type { ChannelUpdate } from '../../domain/channelUpdate';
import { Failure, refused } from '../../domain/failure';
import type { HandOver, OmsReference } from '../../domain/oms';
import type { Http, UpdateSent } from '../connector';
import { part, partOrNull, reading, sound, text } from '../fields';
import { ask } from './answer';
import { customerOf } from './customer';
import { isId } from './ids';
import { lookUp } from './lookingUp';
import { cancelOrder, createOrder, markOrder } from './orderWrites';
import { mostRows } from './paged';
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
	if (found.order !== null) {
		if (!found.isMarked) await mark(http, update, found.order);
		return already(update, found.order);
	}
	const customer = found.customer ?? (await customerOf(http, handOver));
	const created = await createdOf(http, handOver, customer);
	if ('refusals' in created) return await afterRefusal(http, update, created.refusals);
	const { isMarked, ...order } = created;
	return isMarked ? sent(update, order) : await afterDouble(http, update, order);
}

type Created =
	| (OmsReference & { readonly isMarked: boolean })
	| { readonly refusals: readonly Refusal[] };

async function createdOf(http: Http, handOver: HandOver, customer: string): Promise<Created> {
	const { data } = await ask(http, createOrder(handOver, customer));
	const from = reading<ShopifyData>(data);
	const payload = part(from, 'orderCreate');
	const refusals = refusalsIn(payload);
	const order = partOrNull(payload, 'order');
	const mark = order && partOrNull(order, 'metafield');
	const isMarked = mark?.fields.value === handOver.key;
	const created = order && { id: text(order, 'id'), number: text(order, 'name'), isMarked };
	sound('shopify', from);
	if (created !== null) return created;
	if (refusals.length > 0) return { refusals };
	throw new Failure('malformed', 'shopify: answered neither an order nor why not. Try again.');
}

/** Another sender may have been faster: then the mark was taken. */
async function afterRefusal(
	http: Http,
	update: ChannelUpdate,
	refusals: readonly Refusal[],
): Promise<UpdateSent> {
	const { order } = await lookUp(http, checked(update));
	if (order !== null) return already(update, order);
	if (refusals.some(({ message }) => /too many/i.test(message))) throw tooMany();
	const advice = 'Correct it where Shopify says, then try the update again.';
	throw refusalOf(refusals, `order ${update.number}`, advice);
}

/** Shopify may take a second order without the mark that is taken: nobody has said. It is taken back at once. */
async function afterDouble(
	http: Http,
	update: ChannelUpdate,
	double: OmsReference,
): Promise<UpdateSent> {
	const { order } = await lookUp(http, checked(update));
	if (order === null || order.id === double.id) {
		await mark(http, update, double);
		return sent(update, double);
	}
	const note = `Order Hub made it twice: the order is ${order.number}, ${order.id}.`;
	const { data } = await ask(http, cancelOrder(double.id, 'OTHER', note));
	const from = reading<ShopifyData>(data);
	const refusals = refusalsIn(part(from, 'orderCancel'), 'orderCancelUserErrors');
	sound('shopify', from);
	const advice = `Cancel ${double.id} in Shopify.`;
	if (refusals.length > 0) throw refusalOf(refusals, 'to take a double back', advice);
	return already(update, order);
}

async function mark(http: Http, update: ChannelUpdate, { id }: OmsReference): Promise<void> {
	const { data } = await ask(http, markOrder(id, checked(update)));
	const from = reading<ShopifyData>(data);
	const refusals = refusalsIn(part(from, 'metafieldsSet'));
	sound('shopify', from);
	const advice = `Look at the metafields of ${id} in Shopify.`;
	if (refusals.length > 0) throw refusalOf(refusals, `the mark of order ${update.number}`, advice);
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
		`shopify: order ${number} has SKU ${unknown.sku} as "${unknown.listing}", which is no variant of Shopify. Import its listings anew.`,
	);
}

const sent = ({ number }: ChannelUpdate, order: OmsReference): UpdateSent => ({
	outcome: 'sent',
	detail: `Order ${number}: Shopify has it as ${order.number}.`,
	omsOrder: order,
});

const already = ({ number }: ChannelUpdate, order: OmsReference): UpdateSent => ({
	outcome: 'already',
	detail: `Order ${number}: Shopify had it already, as ${order.number}.`,
	omsOrder: order,
});

/** Development stores take five orders a minute (reference/shopify.md 4). */
const tooMany = () =>
	new Failure('rateLimited', 'shopify: takes no more orders this minute. Wait 60 s.', 60_000);
