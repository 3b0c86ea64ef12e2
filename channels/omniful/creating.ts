import type { ChannelUpdate } from '../../domain/channelUpdate';
import { Failure, refused } from '../../domain/failure';
import type { HandOver } from '../../domain/oms';
import type { Http, UpdateSent } from '../connector';
import { number, part, reading, rows, sound, text } from '../fields';
import type { Fields } from '../fields';
import { attempt } from './answer';
import { referenceOf } from './cancelling';
import { orderInput } from './orderInput';
import { orderOf, rowIn } from './orderRows';
import type { OrderRow } from './orderRows';
import { isTaken, refusalOf } from './refusal';
import { createOrder } from './requests';
import { sellerOf } from './seller';
import type { OmnifulOrder } from './types';

/** Omniful's order of an order that a channel sold, once. */
export async function create(http: Http, update: ChannelUpdate): Promise<UpdateSent> {
	const handOver = checked(update);
	const { isNew, order } = await createOnce(http, orderInput(handOver, sellerOf(http)), (found) =>
		checkSame(found, handOver),
	);
	const omsOrder = referenceOf(order);
	const has = isNew ? 'has it' : 'had it already,';
	return {
		outcome: isNew ? 'sent' : 'already',
		detail: `Order ${update.number}: Omniful ${has} as ${order.orderId}.`,
		omsOrder,
	};
}

/**
 * An order id is taken for ever, so nothing has to be looked for first: that it is there already means that another sender was
 * faster, or that the answer to an earlier try was lost. What is there must be what was meant. The status of the answer to a
 * create is not reliable, and is not read (reference/omniful.md 1.3, 1.5).
 */
export async function createOnce(
	http: Http,
	order: object & { readonly order_id: string },
	check: (found: Fields) => void = () => {},
): Promise<{ readonly isNew: boolean; readonly order: OrderRow }> {
	const { order_id: id } = order;
	const answer = await attempt<OmnifulOrder>(http, createOrder(order));
	if (!('words' in answer)) {
		const made = rowIn(part(answer.from, 'data'));
		sound('omniful', answer.from);
		return { isNew: true, order: made };
	}
	if (!isTaken(answer)) throw refusalOf(answer, `order ${id}`);
	const found = await orderOf(http, id);
	if (found === null) {
		throw new Failure(
			'unavailable',
			`omniful: says that it has order ${id}, and does not show it. Try again later.`,
		);
	}
	check(found);
	const from = reading<OmnifulOrder>(found);
	const row = rowIn(from);
	sound('omniful', from);
	return { isNew: false, order: row };
}

/** By the mark, SKUs and units: at least what is still to leave, at most what was bought. */
function checkSame(found: Fields, { key, order, lines }: HandOver): void {
	const from = reading<OmnifulOrder>(found);
	const there = rowIn(from);
	const items = rows(from, 'order_items').map((item) => ({
		sku: text(item, 'sku_code'),
		quantity: number(item, 'quantity'),
	}));
	sound('omniful', from);
	if (there.key !== key) throw other(there, 'it does not have the mark of the hub');
	const listingOf = new Map(lines.map(({ line, listing }) => [line, listing]));
	const bought = order.lines.map(({ id, sku, ordered: quantity }) => ({
		sku: listingOf.get(id) ?? sku ?? '',
		quantity,
	}));
	const wanted = lines.map(({ listing: sku, quantity }) => ({ sku, quantity }));
	const [least, has, most] = [wanted, items, bought].map(unitsBySku);
	for (const sku of new Set([...(least?.keys() ?? []), ...(has?.keys() ?? [])])) {
		const [units, min, max] = [has, least, most].map((of) => of?.get(sku) ?? 0);
		if (Number(units) < Number(min) || Number(units) > Math.max(Number(min), Number(max))) {
			throw other(there, `it has ${units} of ${sku}, not ${min}`);
		}
	}
}

function unitsBySku(rowsOf: readonly { readonly sku: string; readonly quantity: number }[]) {
	const units = new Map<string, number>();
	for (const { sku, quantity } of rowsOf) units.set(sku, (units.get(sku) ?? 0) + quantity);
	return units;
}

const other = ({ orderId }: OrderRow, why: string) =>
	refused(`omniful: has another order under ${orderId}: ${why}. Look at it in Omniful.`);

function checked({ handOver, number: name }: ChannelUpdate): HandOver {
	if (handOver === undefined) throw refused(`omniful: nothing was handed over of order ${name}.`);
	if (handOver.lines.length > 0) return handOver;
	throw refused(`omniful: order ${name} has no line that is open.`);
}
