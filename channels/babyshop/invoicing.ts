import type { ChannelUpdate } from '../../domain/channelUpdate';
import { refused } from '../../domain/failure';
import type { Http, UpdateSent } from '../connector';
import { reading } from '../fields';
import type { Fields } from '../fields';
import { attempt } from './answer';
import type { Answer } from './answer';
import type { MemoLine } from './memo';
import { invoicesIn, isCancelled, lookAt, openLines } from './orderState';
import type { OrderState } from './orderState';
import { refusalOf } from './refusals';
import type { Refused } from './refusals';
import * as requests from './requests';
import { checkPacked, sizeOf } from './shipment';
import { openCodes, readyCodes, statusLabel } from './statuses';
import { wordOrNull } from './values';
import { waits } from './waiting';

/** An update on its way. */
export interface Telling {
	readonly http: Http;
	readonly update: ChannelUpdate;
	/** What was changed on Babyshop, for a person to read. */
	readonly done: string[];
}

/** The order with a shipment of each open line, or what is waited for. A shipment that is there is used. */
export async function invoiced(
	telling: Telling,
	state: OrderState,
): Promise<OrderState | UpdateSent> {
	const bare = openLines(state).filter(({ invoice }) => invoice === null);
	if (bare.length === 0) return state;
	const { update } = telling;
	if (state.status === '1') {
		const why = 'it is Pending on Babyshop, which ships no order before it is confirmed';
		return waits(update, state, { minutes: 5, why });
	}
	if (!isShippable(state)) throw notShippable(update, state);
	checkPacked(update, state);
	const answer = await generate(telling, state, bare);
	const made = 'refusal' in answer ? null : invoiceIn(answer.body);
	if (made === null) return await madeAfterAll(telling, answer);
	telling.done.push(`shipment ${made} made`);
	return withInvoice(state, bare, made);
}

/** Once a part of the order is in a shipment, its status has gone on. */
const isShippable = (state: OrderState): boolean =>
	openCodes.includes(state.status) ||
	(readyCodes.includes(state.status) && invoicesIn(state).length > 0);

const unknownNumber = 101;

/** Under the order's other number where Babyshop does not know it by its own (reference/babyshop-vinculum.md 8.2). */
async function generate(
	{ http, update }: Telling,
	{ memo: { master } }: OrderState,
	bare: readonly MemoLine[],
): Promise<Answer | Refused> {
	const what = `the shipment of order ${update.number}`;
	const size = sizeOf(update);
	const under = async (number: string) =>
		await attempt(
			http,
			requests.generateInvoice(
				number,
				bare.map(({ id }) => id),
				size,
			),
			what,
		);
	const answer = await under(update.order);
	const isOther = master !== null && master !== update.order;
	const isUnknown = 'refusal' in answer && answer.refusal.code === unknownNumber;
	return isUnknown && isOther ? await under(master) : answer;
}

/** What became of it is not certain: the order says (reference/babyshop-vinculum.md 10). */
async function madeAfterAll(
	{ http, update, done }: Telling,
	answer: Answer | Refused,
): Promise<OrderState> {
	const state = await lookAt(http, update);
	const isMade = !isCancelled(state) && openLines(state).every(({ invoice }) => invoice !== null);
	if (isMade) {
		done.push(`shipment ${invoicesIn(state).join(', ')} made`);
		return state;
	}
	throw refusalOf('refusal' in answer ? answer.refusal : withoutNumber(update));
}

/** Success without a number counts as a fault that may pass. */
const withoutNumber = ({ number }: ChannelUpdate) => ({
	code: 324,
	words: 'it gives no invoice number',
	what: `the shipment of order ${number}`,
});

const invoiceIn = (body: Fields): string | null =>
	wordOrNull(reading<{ readonly invoiceNo: string | null }>(body), 'invoiceNo');

function withInvoice(state: OrderState, bare: readonly MemoLine[], invoice: string): OrderState {
	const ids = bare.map(({ id }) => id);
	const lines = state.memo.lines.map((line) =>
		ids.includes(line.id) ? { ...line, invoice, awb: null, carrier: null } : line,
	);
	return { ...state, memo: { ...state.memo, lines } };
}

const notShippable = ({ number, channelStatus }: ChannelUpdate, { status }: OrderState) =>
	refused(
		`babyshop: order ${number} is ${statusLabel(status)} on Babyshop, which makes no shipment of it then, so "${channelStatus}" was not told. Look at it in the seller panel.`,
	);
