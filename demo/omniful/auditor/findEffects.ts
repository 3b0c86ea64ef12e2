import type { OmnifulCall } from '../../../sandbox/omniful/types';
import type { Finding } from '../../auditor/facts';

/** What Omniful was made to do twice, or at all where it is the one to say, and what keeps the hub out of it. */
export const findEffects = (calls: readonly OmnifulCall[]): readonly Finding[] => [
	...findCancels(calls),
	...findWrites(calls),
	...findTokens(calls),
];

/** Asked for once more after Omniful has done it. */
const findCancels = (calls: readonly OmnifulCall[]): readonly Finding[] =>
	[...Map.groupBy(calls.filter(isCancel), ({ order }) => order)].flatMap(([order, all]) => {
		const done = all.findIndex(({ effect }) => effect !== null);
		const again = done < 0 ? [] : all.slice(done + 1);
		return again.map(({ seq }) =>
			doubled(`call ${seq} cancels ${order}, which is cancelled in Omniful already`),
		);
	});

const isCancel = ({ kind }: OmnifulCall) => kind === 'order/cancel';

/** Who is told by Omniful what there is never tells Omniful. */
const findWrites = (calls: readonly OmnifulCall[]): readonly Finding[] =>
	calls
		.filter(({ kind, effect }) => kind === 'stock/set' && effect !== null)
		.map(({ seq }) => doubled(`call ${seq} of the hub set the stock of Omniful`));

/** A refresh token is good once: who comes with a spent one has lost the one that took its place. */
const findTokens = (calls: readonly OmnifulCall[]): readonly Finding[] =>
	calls
		.filter(({ kind, status }) => kind === 'token' && status === 401)
		.map(({ seq, client }) => ({
			kind: 'lost',
			what: `call ${seq}: ${client} came to Omniful with a refresh token that is good no more`,
		}));

const doubled = (what: string): Finding => ({ kind: 'effectsDoubled', what });
