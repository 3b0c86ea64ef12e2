import { ledgerAsMaster } from '../domain/stockMaster';
import { first, type Work } from './statement';

/** The store of the OMS that is the stock master of the store's hubs and ships its orders; null where the ledger does. */
export function* omsOf(store: string): Work<string | null> {
	const found = yield* first<{ master: string }>(
		`SELECT h.stock_master AS master FROM store_places p JOIN hubs h ON h.code = p.hub
		WHERE p.store = ? AND h.stock_master NOT IN (?, p.store) LIMIT 1`,
		store,
		ledgerAsMaster,
	);
	return found?.master ?? null;
}
