import type { ChannelUpdate } from '../../domain/channelUpdate';
import { Failure, refused } from '../../domain/failure';
import type { HandOver, OmsReference } from '../../domain/oms';
import type { Http, UpdateSent } from '../connector';
import { part, reading, rows, sound, text, textOrNull } from '../fields';
import type { Fields, Reading } from '../fields';
import { attempt } from './answer';
import { orderInput } from './orderInput';
import { refusalOf } from './refusal';
import { createOrder } from './requests';
import { orderWithCode } from './saleOrders';
import { sellerOf } from './seller';
import type { UniwareOrder } from './types';

/** As Uniware takes it. */
export type SaleOrder = Readonly<Record<string, unknown>> & {
	readonly code: string;
	readonly saleOrderItems: readonly { readonly itemSku: string }[];
};

/** Most units of an order (reference/uniware-oker.md 2.1). */
const mostUnits = 5_000;

/** Uniware's order of an order that a channel sold, once. */
export async function create(http: Http, update: ChannelUpdate): Promise<UpdateSent> {
	const seller = sellerOf(http);
	const handOver = checked(update);
	const made = await createOnce(http, orderInput(handOver, seller), seller.facility);
	const { isNew, ...omsOrder } = made;
	const has = isNew ? 'has it' : 'had it already,';
	return {
		outcome: isNew ? 'sent' : 'already',
		detail: `Order ${update.number}: Uniware ${has} as ${omsOrder.id}.`,
		omsOrder,
	};
}

/**
 * Looks for the code first, and again where Uniware says that it has it: another sender may have been faster, or the answer to an
 * earlier try was lost. What it has must be what was meant.
 */
export async function createOnce(
	http: Http,
	saleOrder: SaleOrder,
	facility: string,
): Promise<OmsReference & { readonly isNew: boolean }> {
	const { code } = saleOrder;
	const found = await orderWithCode(http, code);
	if (found !== null) return { ...same(found, saleOrder), isNew: false };
	const answer = await attempt(http, createOrder(saleOrder, facility), `order ${code}`);
	if (!('name' in answer)) {
		const made = referenceOf(part(answer.from, 'saleOrderDetailDTO'));
		sound('uniware', answer.from);
		return { ...made, isNew: true };
	}
	if (answer.name !== 'DUPLICATE_SALE_ORDER') throw refusalOf(answer, `order ${code}`);
	const taken = await orderWithCode(http, code);
	if (taken !== null) return { ...same(taken, saleOrder), isNew: false };
	throw new Failure(
		'unavailable',
		`uniware: says that it has order ${code}, and does not show it. Try again later.`,
	);
}

const referenceOf = (order: Reading<UniwareOrder>): OmsReference => {
	const id = text(order, 'code');
	return { id, number: textOrNull(order, 'displayOrderCode') || id };
};

/** By mark, SKUs and units, whatever became of them since. */
function same(raw: Fields, meant: SaleOrder): OmsReference {
	const from = reading<UniwareOrder>(raw);
	const order = referenceOf(from);
	const units = unitsOf(rows(from, 'saleOrderItems').map((item) => text(item, 'itemSku')));
	const mark = textOrNull(from, 'additionalInfo') ?? '';
	sound('uniware', from);
	const wanted = unitsOf(meant.saleOrderItems.map(({ itemSku }) => itemSku));
	if (units !== wanted) throw other(order, `it has ${units}, not ${wanted}`);
	if (meant.additionalInfo !== undefined && mark !== meant.additionalInfo) {
		throw other(order, 'its additional info is not the mark of the hub');
	}
	return order;
}

/** Such as `2 x TEE-RED-M, 1 x SCARF`. */
function unitsOf(skus: readonly string[]): string {
	const counts = [...Map.groupBy(skus, (sku) => sku)].map(([sku, of]) => `${of.length} x ${sku}`);
	return counts.sort().join(', ');
}

const other = ({ id }: OmsReference, why: string) =>
	refused(`uniware: has another order under the code ${id}: ${why}. Look at it in Uniware.`);

function checked({ handOver, number }: ChannelUpdate): HandOver {
	if (handOver === undefined) throw refused(`uniware: nothing was handed over of order ${number}.`);
	const units = handOver.lines.reduce((sum, { quantity }) => sum + quantity, 0);
	if (units === 0) throw refused(`uniware: order ${number} has no line that is open.`);
	if (units <= mostUnits) return handOver;
	throw refused(`uniware: order ${number} has ${units} units, more than Uniware takes. Split it.`);
}
