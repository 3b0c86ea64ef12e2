import { titled } from '../../domain/titled';
import type { StoreGlance } from '../../ledger/overviewShapes';
import { plural } from './words';

export type Tone = 'bad' | 'warn' | 'note' | 'good' | 'off';

export interface Health {
	readonly tone: Tone;
	/** The worst first; said in a line. */
	readonly said: string;
	/** The smaller, the sooner somebody should look. */
	readonly rank: number;
}

const healths: readonly {
	readonly tone: Tone;
	readonly said: (store: StoreGlance) => string | null;
}[] = [
	{ tone: 'bad', said: (store) => syncsThat(store, 'failing', 'sync fails', 'syncs fail') },
	{ tone: 'warn', said: (store) => syncsThat(store, 'late', 'sync is late', 'syncs are late') },
	{
		tone: 'warn',
		said: ({ exceptions }) => (exceptions === 0 ? null : plural(exceptions, 'exception')),
	},
	{
		tone: 'note',
		said: ({ orders }) =>
			onHold(orders) === 0 ? null : `${plural(onHold(orders), 'order')} on hold`,
	},
	{
		tone: 'note',
		said: ({ returns }) => (returns === 0 ? null : `${plural(returns, 'return')} waiting`),
	},
	{
		tone: 'off',
		said: ({ syncs }) =>
			syncs.every(({ state }) => state === 'off' || state === 'never') ? 'No sync has begun' : null,
	},
	{ tone: 'good', said: () => 'All well' },
];

/** What there is to say of the store that matters most. */
export function healthOf(store: StoreGlance): Health {
	const found = healths.flatMap(({ tone, said }, rank) => {
		const words = said(store);
		return words === null ? [] : [{ tone, said: words, rank }];
	});
	return found[0] ?? { tone: 'good', said: '', rank: healths.length };
}

export const isProblem = ({ tone }: Health): boolean => tone === 'bad' || tone === 'warn';

export const onHold = (orders: StoreGlance['orders']): number => orders.on_hold ?? 0;

function syncsThat({ syncs }: StoreGlance, state: string, does: string, doAll: string) {
	const kinds = syncs.filter((sync) => sync.state === state).map(({ kind }) => titled(kind));
	if (kinds.length === 0) return null;
	return `${kinds.join(', ')} ${kinds.length === 1 ? does : doAll}`;
}
