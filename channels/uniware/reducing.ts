import type { ChannelUpdate } from '../../domain/channelUpdate';
import { refused } from '../../domain/failure';
import type { HandOver, OmsReference } from '../../domain/oms';
import type { Http, UpdateSent } from '../connector';
import { attempt } from './answer';
import { codeOf, handOverIn, reasonOf } from './cancelling';
import { refusalOf } from './refusal';
import type { Refusal } from './refusal';
import { cancelUnits } from './requests';
import { unitsIn } from './units';
import type { Unit, UnitsSeen } from './units';
import { orderWithCode } from './saleOrders';

/** Units that are too many there: those that can be cancelled, least worked on first, and how many cannot. */
interface Surplus {
	readonly possible: readonly Unit[];
	readonly left: number;
	/** In a manifest, or whatever else Uniware says that it does not cancel any more. */
	readonly bound: number;
}

/** A unit may leave between the look and the cancel, and then Uniware cancels none of the call. */
const mostTries = 3;

/** Cancels units down to what the hub still wants: done once more it finds nothing to do. */
export async function reduce(http: Http, update: ChannelUpdate): Promise<UpdateSent> {
	const handOver = handOverIn(update);
	const code = codeOf(handOver);
	const done: Unit[] = [];
	let refusal: Refusal | null = null;
	for (let tries = 0; ; tries++) {
		const seen = await unitsOf(http, code);
		if (seen === null || seen.isCancelled) return already(update, seen);
		const surplus = surplusIn(seen, handOver);
		const { possible, left, bound } = surplus;
		if (possible.length === 0) {
			if (left + bound > 0) throw stuck(update, seen, surplus);
			return done.length > 0 ? sent(update, seen, done) : already(update, seen);
		}
		if (refusal !== null && tries >= mostTries) {
			throw refusalOf(refusal, `the cancel of units of order ${update.number}`);
		}
		if (refusal === null && tries > 0) throw unseen(update);
		refusal = await cancelled(http, code, { units: possible, reason: reasonOf(update) });
		if (refusal === null) done.push(...possible);
	}
}

async function cancelled(
	http: Http,
	code: string,
	{ units, reason }: { readonly units: readonly Unit[]; readonly reason: string },
): Promise<Refusal | null> {
	const codes = units.map((unit) => unit.code);
	const answer = await attempt(http, cancelUnits(code, codes, reason), `the cancel in ${code}`);
	return 'name' in answer ? answer : null;
}

async function unitsOf(http: Http, code: string): Promise<UnitsSeen | null> {
	const raw = await orderWithCode(http, code);
	return raw === null ? null : unitsIn(raw);
}

function surplusIn({ units }: UnitsSeen, { kept: wanted }: HandOver): Surplus {
	const surplus = wanted.flatMap(({ line, quantity }) => {
		const there = units.filter((unit) => unit.line === line && unit.state !== 'cancelled');
		return there.toSorted(byWork).slice(0, Math.max(0, there.length - quantity));
	});
	const count = (state: Unit['state']) => surplus.filter((unit) => unit.state === state).length;
	return {
		possible: surplus.filter(({ state }) => state === 'open'),
		left: count('left'),
		bound: count('bound'),
	};
}

const byWork = (one: Unit, other: Unit) => one.work - other.work;

const already = (update: ChannelUpdate, seen: UnitsSeen | null): UpdateSent =>
	seen === null
		? {
				outcome: 'already',
				detail: `Order ${update.number} is not in Uniware, so nothing of it is.`,
			}
		: {
				outcome: 'already',
				detail: `Order ${update.number} ${seen.isCancelled ? 'is cancelled in Uniware' : 'has no more in Uniware than is wanted'}.`,
				omsOrder: referenceOf(seen),
			};

function sent(update: ChannelUpdate, seen: UnitsSeen, units: readonly Unit[]): UpdateSent {
	const packed = units.filter(({ isInvoiced }) => isInvoiced).length;
	const back =
		packed === 0 ? '' : ` Of these ${packed} had an invoice: put away before it is stock again.`;
	return {
		outcome: 'sent',
		detail: `Order ${update.number}: cancelled ${said(units.length)} in Uniware.${back}`,
		omsOrder: referenceOf(seen),
	};
}

/** What could be cancelled is by then. */
function stuck({ number }: ChannelUpdate, { id }: UnitsSeen, { left, bound }: Surplus) {
	const order = `order ${number} (${id})`;
	if (left > 0) {
		return refused(
			`uniware: ${said(left)} of ${order} ${left === 1 ? 'was' : 'were'} dispatched from Uniware before the cancel came, and cannot be cancelled there. Handle it as a return.`,
		);
	}
	return refused(
		`uniware: ${said(bound)} of ${order} cannot be cancelled in Uniware any more, though not dispatched: look at the manifest of the package. Take it out there, then try again.`,
	);
}

const unseen = ({ number }: ChannelUpdate) =>
	refused(
		`uniware: took the cancel of units of order ${number}, and does not show them as cancelled. Look at it in Uniware.`,
	);

const said = (units: number) => `${units} ${units === 1 ? 'unit' : 'units'}`;

const referenceOf = ({ id, number }: UnitsSeen): OmsReference => ({ id, number });
