import type { IconicOrderState, OrderChangeKind } from '../../../sandbox/theIconic/stateTypes';
import type { IconicCall, IconicState } from '../../../sandbox/theIconic/types';
import type { Finding } from '../../auditor/facts';

/** What a client can make of an item only once. */
const once: readonly OrderChangeKind[] = [
	'packed',
	'ready_to_ship',
	'shipped',
	'delivered',
	'cancelled',
];

/** What The Iconic was made to do twice to one item. */
export const findEffects = (
	{ orders }: IconicState,
	calls: readonly IconicCall[],
): readonly Finding[] =>
	orders.flatMap((order) => [...beyondOnce(order), ...saidAgain(order, calls)]);

const beyondOnce = ({ number, items, history }: IconicOrderState): readonly Finding[] =>
	items.flatMap(({ id }) =>
		once.flatMap((what) => {
			const { length } = history.filter(
				(change) =>
					change.what === what && change.by === 'api' && change.items.some((one) => one.id === id),
			);
			return length > 1 ? [doubled(`order ${number}: item ${id} was ${what} ${length} times`)] : [];
		}),
	);

/** The same again, word for word, with nothing between. Papers may be printed as often as one likes. */
function saidAgain(
	{ number, items }: IconicOrderState,
	calls: readonly IconicCall[],
): readonly Finding[] {
	const ids = new Set(items.map(({ id }) => id));
	const taken = calls.filter(
		({ kind, effect, ...call }) =>
			effect !== null && kind !== 'exportDocument' && call.items.some((id) => ids.has(id)),
	);
	return taken
		.filter((call, at) => {
			const before = taken[at - 1];
			return before !== undefined && said(before) === said(call);
		})
		.map(({ kind }) => doubled(`order ${number}: ${kind} was taken twice word for word`));
}

const said = ({ kind, path, body }: IconicCall) => JSON.stringify([kind, path, body]);

const doubled = (what: string): Finding => ({ kind: 'effectsDoubled', what });
