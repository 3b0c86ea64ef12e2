import type { UniwareCall, UniwareState } from '../../../sandbox/uniware/types';
import type { Finding } from '../../auditor/facts';

/** What Uniware was made to do twice, or at all where it is the one to say. */
export const findEffects = (
	{ orders }: UniwareState,
	calls: readonly UniwareCall[],
): readonly Finding[] => [
	...findCancels(calls),
	...findWrites(calls),
	...orders
		.filter(({ history, cancelsTold }) => {
			const byDesk = history.filter(({ what, by }) => what === 'cancelled' && by === 'desk');
			return cancelsTold > byDesk.length;
		})
		.map(({ code }) =>
			doubled(`Uniware was to tell the channel of the cancel of ${code}, as the hub does`),
		),
];

/** The same units, word for word. */
const findCancels = (calls: readonly UniwareCall[]): readonly Finding[] =>
	[...Map.groupBy(calls.filter(isCancel), ({ body }) => JSON.stringify(body)).values()]
		.filter(({ length }) => length > 1)
		.map(([call, ...again]) =>
			doubled(`${call?.order} was cancelled in Uniware ${again.length + 1} times word for word`),
		);

const isCancel = ({ kind, effect }: UniwareCall) => kind === 'saleOrder/cancel' && effect !== null;

/** Who is told by Uniware what there is never tells Uniware. */
const findWrites = (calls: readonly UniwareCall[]): readonly Finding[] =>
	calls
		.filter(({ kind, effect }) => kind.startsWith('inventory/adjust') && effect !== null)
		.map(({ seq }) => doubled(`call ${seq} of the hub adjusted the stock of Uniware`));

const doubled = (what: string): Finding => ({ kind: 'effectsDoubled', what });
