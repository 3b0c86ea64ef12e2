import type { Scene } from '../scene';
import { look } from '../syncs';

/** What a person is to see to, as a store would not take what it was told. */
export const refusedOf = ({ site: { ledger, store } }: Scene, effect: string): readonly number[] =>
	look<{ id: number }>(
		ledger,
		`SELECT id FROM exceptions WHERE store = ? AND kind = 'update_refused' AND state = 'open'
		AND reference IN (SELECT CAST(rowid AS TEXT) FROM outbox WHERE effect = ?)`,
		store,
		effect,
	).map(({ id }) => id);
