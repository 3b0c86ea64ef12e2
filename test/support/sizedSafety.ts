import type { Ledger } from '../../ledger/ledger';
import { begun, draft, settings } from './ledgers';
import { line, placed } from './placed';

/** The furnished store sizes its safety stock: another one sells A too, 31 units an hour, and is asked every 5 minutes. */
export async function sizeSafety(ledger: Ledger) {
	await ledger.saveStore(draft({ settings: settings({ sizeSafety: true }) }));
	await ledger.saveStore(
		draft({ code: 'ikas-de', account: 'merchant-2', settings: settings({ intervalMinutes: 5 }) }),
	);
	for (const store of ['ikas-tr', 'ikas-de'])
		await ledger.importListings(store, [{ id: 'listing-A', sku: 'A', title: 'Shirt' }]);
	const sold = placed('sold', { hubStatus: 'cancelled', lines: [line('1', 'A', 186)] });
	await ledger.importOrders('ikas-de', [{ ...sold, placedAt: new Date().toISOString() }]);
	const { run } = await ledger.getStockChanges(await begun(ledger, 'inventory'), 100);
	await ledger.endSync(run, null);
}
