import type { ChannelUpdate } from '../../domain/channelUpdate';
import { refused } from '../../domain/failure';
import type { Instant } from '../../domain/instant';
import type { Http } from '../connector';
import { isFields, reading, sound } from '../fields';
import { ask } from './answer';
import { linesOf } from './lines';
import { listIn } from './lists';
import { memoOf, numberIn } from './mapper';
import { memoIn, memoText } from './memo';
import type { Memo, MemoLine } from './memo';
import * as requests from './requests';
import { cancelledCodes, leftCodes } from './statuses';
import type { BabyshopOrder } from './types';
import { word } from './values';

/** An order as far as changes of it are decided by it. */
export interface OrderState {
	/** A code; a value that nobody knew passes through. */
	readonly status: string;
	readonly memo: Memo;
	/** The channel's clock when it answered, or null where it did not say. */
	readonly clock: Instant | null;
}

type Named = Pick<ChannelUpdate, 'order' | 'number' | 'memo'>;

/** The order as Babyshop has it now: under its other number where it does not know it by its own. */
export async function lookAt(http: Http, { order, number, memo }: Named): Promise<OrderState> {
	const master = memoIn(memo)?.master ?? null;
	const others = master === null || master === order ? [] : [master];
	for (const asked of [order, ...others]) {
		const { body, clock } = await ask(http, requests.ordersByNumber([asked]), `order ${number}`);
		const raws = listIn(body, 'orders');
		const under = (name: string) => raws.find((raw) => numberIn(raw) === name);
		// A master number may stand for several orders: then the order's own number decides.
		const found = under(order) ?? under(asked);
		if (isFields(found)) return { ...stateIn(found), clock };
	}
	throw refused(`babyshop: Babyshop has no order ${number}. Look whether it is in another store.`);
}

function stateIn(raw: Readonly<Record<string, unknown>>): Omit<OrderState, 'clock'> {
	const from = reading<BabyshopOrder>(raw);
	const status = word(from, 'orderStatus');
	// No amount is looked at here, so that no currency matters.
	const common = { currency: '', isCancelled: cancelledCodes.includes(status) };
	const memo = memoOf(from, linesOf(from, common));
	sound('babyshop', from);
	return { status, memo };
}

/** Lines of which something is still wanted. */
export const openLines = ({ memo }: OrderState): readonly MemoLine[] =>
	memo.lines.filter(({ open }) => open > 0);

/** As a whole: by its status, or because nothing of it is wanted any more. */
export const isCancelled = (state: OrderState): boolean =>
	cancelledCodes.includes(state.status) || openLines(state).length === 0;

/** The courier has it, or had it. */
export const hasLeft = ({ status }: OrderState): boolean => leftCodes.includes(status);

/** Of the open lines, each once. */
export const invoicesIn = (state: OrderState): readonly string[] => [
	...new Set(openLines(state).flatMap(({ invoice }) => (invoice === null ? [] : [invoice]))),
];

/** What one invoice of the channel stands for: goods that leave under one tracking number. */
export interface Shipment {
	readonly invoice: string;
	readonly awb: string;
	readonly carrier: string | null;
	/** IDs of the lines in it. */
	readonly lines: readonly string[];
}

/** Of the open lines, as far as they have a tracking number. */
export function shipmentsIn(state: OrderState): readonly Shipment[] {
	const shipments = new Map<string, Shipment>();
	for (const { id, invoice, awb, carrier } of openLines(state)) {
		if (invoice === null || awb === null) continue;
		const lines = [...(shipments.get(invoice)?.lines ?? []), id];
		shipments.set(invoice, { invoice, awb, carrier, ...shipments.get(invoice), lines });
	}
	return [...shipments.values()];
}

export const memoTextOf = ({ memo }: OrderState): string => memoText(memo);
