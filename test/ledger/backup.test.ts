import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openLedger } from '../../ledger/openLedger';
import { furnish } from '../support/ledgers';
import { placed } from '../support/placed';

const store = 'ikas-tr';

describe('a copy of the embedded ledger', () => {
	let folder: string;
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'order-hub-'));
	});
	afterEach(() => rmSync(folder, { recursive: true }));

	it('that SQLite makes while orders come in goes on from where it was made', async () => {
		const file = join(folder, 'default.sqlite');
		const copy = join(folder, 'copy.sqlite');
		const ledger = await openLedger({ engine: 'sqlite', file });
		await furnish(ledger);
		await ledger.importOrders(store, [placed('1')]);
		await ledger.routeWaiting(store, 50);
		// As docs/production.md has it.
		const stranger = new DatabaseSync(file);
		stranger.prepare('VACUUM INTO ?').run(copy);
		stranger.close();
		await ledger.importOrders(store, [placed('2')]);
		await ledger.close();
		copyFileSync(copy, file);

		const restored = await openLedger({ engine: 'sqlite', file });
		const again = await restored.importOrders(store, [placed('1'), placed('2')]);
		await restored.routeWaiting(store, 50);
		await restored.changeStatus(store, '2', 'shipped', {});
		const units = await restored.getStock('acme', 'A');
		await restored.close();
		expect(again.map(({ outcome }) => outcome)).toEqual(['unchanged', 'created']);
		expect(units.reduce((sum, { onHand }) => sum + onHand, 0)).toBe(18);
		expect(units.reduce((sum, { reserved }) => sum + reserved, 0)).toBe(2);
	});
});
