import { openHub, type HubNodes } from '../support/hubNodes';
import { draft } from '../support/ledgers';
import { placed } from '../support/placed';
import { picked } from '../support/shop';
import { templateOf, tick } from '../support/templates';

const template = templateOf('hub/archive-orders');

describe('the template that archives closed orders of every store', () => {
	let hub: HubNodes;
	beforeEach(async () => {
		hub = await openHub();
		await hub.ledger.saveStore(draft({ code: 'other', account: 'other' }));
		for (const store of ['ikas-tr', 'other']) {
			await hub.ledger.importOrders(store, [placed('old'), placed('new')]);
			await hub.ledger.changeStatus(store, 'old', 'cancelled');
		}
		await hub.ledger.changeStatus('ikas-tr', 'new', 'on_hold');
		await hub.ledger.changeStatus('other', 'new', 'on_hold');
		await hub.sql('UPDATE orders SET updated_at = updated_at - 8640000000');
	});
	afterEach(() => hub.close());

	test('gives each as it was, and the hub still knows it', async () => {
		const { run, outputs } = await tick(template, hub.credentials);
		expect(run.data.resultData.error).toBeUndefined();
		expect(outputs('Archive Closed')[0]?.[0]).toMatchObject(
			['ikas-tr', 'other'].map((store) => ({
				...{ store, id: 'old', status: 'cancelled', order: { lines: [{ sku: 'A' }] } },
			})),
		);
		const order = { store: picked('ikas-tr'), orderId: picked('old') };
		const [shown] = await hub.items('orderHub', 'order:get', { parameters: order });
		expect(shown).toMatchObject({ status: 'cancelled', archivedAt: expect.any(String) });
		const [restored] = await hub.items('orderHub', 'order:restore', { parameters: order });
		expect(restored).not.toHaveProperty('archivedAt');
	});

	test('a store that fails stops no other', async () => {
		await hub.sql("UPDATE store_settings SET settings = '{' WHERE store = 'ikas-tr'");
		const { run, outputs } = await tick(template, hub.credentials);
		expect(run.data.resultData.error?.message).toMatch(/^ikas-tr: .*JSON/);
		expect(outputs('Archive Closed')[0]?.[0]).toMatchObject([{ store: 'other', id: 'old' }]);
	});
});
