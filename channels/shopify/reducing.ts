import type { ChannelUpdate } from '../../domain/channelUpdate';
import { refused } from '../../domain/failure';
import type { HandOver, OmsLine, OmsReference } from '../../domain/oms';
import type { Http, UpdateSent } from '../connector';
import { part, partOrNull, reading, rows, sound, text, textOrNull } from '../fields';
import { ask } from './answer';
import { handOverIn } from './cancelling';
import { edit } from './editing';
import { reducible } from './editRequests';
import { lookUp } from './lookingUp';
import { omsLineOf } from './omsLines';
import { nextIn } from './paged';
import { refusalOf } from './refusal';
import type { ShopifyData } from './types';

interface State extends OmsReference {
	readonly isCancelled: boolean;
	readonly lines: readonly (OmsLine & { readonly id: string })[];
}

/** Units of a line that are too many there; of those that have left none can be taken off. */
interface Surplus {
	readonly line: string;
	readonly kept: number;
	readonly units: number;
	readonly possible: number;
}

/** Takes off what is cancelled, down to what the hub still wants: done once more it finds nothing to do. */
export async function reduce(http: Http, update: ChannelUpdate): Promise<UpdateSent> {
	const handOver = handOverIn(update);
	const state = await stateOf(http, handOver);
	if (state === null || state.isCancelled) return already(update, state);
	const surplus = surplusIn(state, handOver);
	if (surplus.length === 0) return already(update, state);
	const edits = surplus
		.filter(({ possible }) => possible > 0)
		.map(({ line, kept, possible }) => ({ line, quantity: kept - possible }));
	const refusals = edits.length === 0 ? [] : await edit(http, state.id, edits);
	if (refusals.length === 0) {
		if (surplus.some(isStuck)) throw left(update, state, surplus);
		return sent(update, state, unitsOf(surplus));
	}
	const now = await stateOf(http, { ...handOver, id: state.id });
	const rest = now === null || now.isCancelled ? [] : surplusIn(now, handOver);
	if (rest.length === 0) return already(update, now);
	if (rest.every(({ possible }) => possible === 0)) throw left(update, state, rest);
	const advice = 'Take the units off in Shopify by hand.';
	throw refusalOf(refusals, `the edit of order ${named(update, state)}`, advice);
}

const isStuck = ({ units, possible }: Surplus) => units > possible;

const unitsOf = (surplus: readonly Surplus[]) => surplus.reduce((sum, { units }) => sum + units, 0);

function surplusIn({ lines }: State, { kept: wanted }: HandOver): readonly Surplus[] {
	const wantedOf = new Map(wanted.map(({ line, quantity }) => [line, quantity]));
	return lines.flatMap(({ id, of, kept, open }) => {
		// What the hub does not know any more is nobody's to take off.
		const enough = of.reduce(
			(sum, { line, quantity }) => sum + Math.min(quantity, wantedOf.get(line) ?? quantity),
			0,
		);
		const units = kept - enough;
		return units <= 0 ? [] : [{ line: id, kept, units, possible: Math.min(units, open) }];
	});
}

/** Null where Shopify has no such order. */
async function stateOf(http: Http, handOver: HandOver): Promise<State | null> {
	const id = handOver.id ?? (await lookUp(http, handOver)).order?.id ?? null;
	if (id === null) return null;
	const lines: State['lines'][number][] = [];
	for (let after: string | null = null; ; ) {
		const { data } = await ask(http, reducible(id, after));
		const from = reading<ShopifyData>(data);
		const order = partOrNull(from, 'order');
		if (order === null) return null;
		const list = part(order, 'lineItems');
		for (const row of rows(list, 'nodes')) {
			const line = omsLineOf(row);
			if (line !== null) lines.push({ ...line, id: text(row, 'id') });
		}
		after = nextIn(list);
		const isCancelled = textOrNull(order, 'cancelledAt') !== null;
		const state = { id: text(order, 'id'), number: text(order, 'name'), isCancelled, lines };
		sound('shopify', from);
		if (after === null) return state;
	}
}

const already = (update: ChannelUpdate, order: State | null): UpdateSent =>
	order === null
		? {
				outcome: 'already',
				detail: `Order ${update.number} is not in Shopify, so nothing of it is.`,
			}
		: {
				outcome: 'already',
				detail: `Order ${named(update, order)} ${order.isCancelled ? 'is cancelled in Shopify' : 'has no more in Shopify than is wanted'}.`,
				omsOrder: { id: order.id, number: order.number },
			};

const sent = (update: ChannelUpdate, order: State, units: number): UpdateSent => ({
	outcome: 'sent',
	detail: `Order ${named(update, order)}: took ${unitsText(units)} off in Shopify, back into stock.`,
	omsOrder: { id: order.id, number: order.number },
});

/** What can be taken off is off by then. */
const left = (update: ChannelUpdate, order: State, surplus: readonly Surplus[]) => {
	const stuck = surplus.reduce((sum, { units, possible }) => sum + units - possible, 0);
	return refused(
		`shopify: ${unitsText(stuck)} of order ${named(update, order)} ${stuck === 1 ? 'was' : 'were'} shipped from Shopify before the cancel came, and cannot be taken off there. Handle it as a return.`,
	);
};

const unitsText = (units: number) => `${units} ${units === 1 ? 'unit' : 'units'}`;

/** With what Shopify calls it, where that differs. */
const named = ({ number }: ChannelUpdate, order: OmsReference) =>
	number === order.number ? `${number} (${order.id})` : `${number} (${order.number}, ${order.id})`;
