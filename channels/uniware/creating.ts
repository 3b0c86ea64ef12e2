import type { ChannelUpdate } from '../../domain/channelUpdate';
import { Failure, refused } from '../../domain/failure';
import type { HandOver, OmsReference } from '../../domain/oms';
import type { Http, UpdateSent } from '../connector';
import { part, reading, rows, sound, text, textOrNull } from '../fields';
import type { Fields, Reading } from '../fields';
import { attempt } from './answer';
import { handOverIn } from './cancelling';
import { orderInput } from './orderInput';
import { refusalOf } from './refusal';
import { createOrder } from './requests';
import { orderWithCode } from './saleOrders';
import { sellerOf } from './seller';
import type { UniwareOrder } from './types';

/** As Uniware takes it. */
export type SaleOrder = Readonly<Record<string, unknown>> & {
	readonly code: string;
	readonly saleOrderItems: readonly {
		readonly itemSku: string;
		readonly channelSaleOrderItemCode?: string;
	}[];
};

/** Units of each line that may be there beside the wanted ones: they were still wanted when the order was made. */
type Spare = ReadonlyMap<string, number>;

/** Most units of an order (reference/uniware-oker.md 2.1). */
const mostUnits = 5_000;

/** Uniware's order of an order that a channel sold, once. */
export async function create(http: Http, update: ChannelUpdate): Promise<UpdateSent> {
	const seller = sellerOf(http);
	const handOver = checked(update);
	const input = orderInput(handOver, seller);
	const made = await createOnce(http, input, seller.facility, spareOf(handOver));
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
	spare: Spare = new Map(),
): Promise<OmsReference & { readonly isNew: boolean }> {
	const { code } = saleOrder;
	const found = await orderWithCode(http, code);
	if (found !== null) return { ...same(found, saleOrder, spare), isNew: false };
	const answer = await attempt(http, createOrder(saleOrder, facility), `order ${code}`);
	if (!('name' in answer)) {
		const made = referenceOf(part(answer.from, 'saleOrderDetailDTO'));
		sound('uniware', answer.from);
		return { ...made, isNew: true };
	}
	if (answer.name !== 'DUPLICATE_SALE_ORDER') throw refusalOf(answer, `order ${code}`);
	const taken = await orderWithCode(http, code);
	if (taken !== null) return { ...same(taken, saleOrder, spare), isNew: false };
	throw new Failure(
		'unavailable',
		`uniware: says that it has order ${code}, and does not show it. Try again later.`,
	);
}

const referenceOf = (order: Reading<UniwareOrder>): OmsReference => {
	const id = text(order, 'code');
	return { id, number: textOrNull(order, 'displayOrderCode') || id };
};

/** What was ordered of each line and is not to leave any more. */
function spareOf({ order, lines }: HandOver): Spare {
	const open = new Map(lines.map(({ line, quantity }) => [line, quantity]));
	return new Map(order.lines.map(({ id, ordered }) => [id, ordered - (open.get(id) ?? 0)]));
}

interface Unit {
	readonly sku: string;
	readonly line: string;
}

/** By mark, SKUs and units, whatever became of them since. */
function same(raw: Fields, meant: SaleOrder, spare: Spare): OmsReference {
	const from = reading<UniwareOrder>(raw);
	const order = referenceOf(from);
	const there = rows(from, 'saleOrderItems').map((item) => ({
		sku: text(item, 'itemSku'),
		line: textOrNull(item, 'channelSaleOrderItemCode') ?? '',
	}));
	const mark = textOrNull(from, 'additionalInfo') ?? '';
	sound('uniware', from);
	const asked = meant.saleOrderItems.map(
		({ itemSku: sku, channelSaleOrderItemCode: line = '' }) => {
			return { sku, line };
		},
	);
	const [units, wanted] = [unitsOf(withoutSpare(there, asked, spare)), unitsOf(asked)];
	if (units !== wanted) throw other(order, `it has ${units}, not ${wanted}`);
	if (meant.additionalInfo !== undefined && mark !== meant.additionalInfo) {
		throw other(order, 'its additional info is not the mark of the hub');
	}
	return order;
}

function withoutSpare(there: readonly Unit[], wanted: readonly Unit[], spare: Spare) {
	return [...Map.groupBy(there, ({ line }) => line)].flatMap(([line, of]) => {
		const enough = wanted.filter((one) => one.line === line).length;
		return of.slice(0, Math.max(enough, of.length - (spare.get(line) ?? 0)));
	});
}

/** Such as `2 x TEE-RED-M, 1 x SCARF`. */
function unitsOf(units: readonly Unit[]): string {
	const counts = [...Map.groupBy(units, ({ sku }) => sku)].map(
		([sku, of]) => `${of.length} x ${sku}`,
	);
	return counts.sort().join(', ');
}

const other = ({ id }: OmsReference, why: string) =>
	refused(`uniware: has another order under the code ${id}: ${why}. Look at it in Uniware.`);

function checked(update: ChannelUpdate): HandOver {
	const { number } = update;
	const handOver = handOverIn(update);
	const units = handOver.lines.reduce((sum, { quantity }) => sum + quantity, 0);
	if (units === 0) throw refused(`uniware: order ${number} has no line that is open.`);
	if (units <= mostUnits) return handOver;
	throw refused(`uniware: order ${number} has ${units} units, more than Uniware takes. Split it.`);
}
