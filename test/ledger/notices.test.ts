import type { Notice } from '../../ledger/syncShapes';
import { begun, engines, ikasStore } from '../support/ledgers';
import { omsDraft } from '../support/oms';

describe.each(engines)('notices on $engine', ({ open }) => {
	const hub = ikasStore(open);
	beforeEach(() => hub.ledger.saveStore(omsDraft()));

	const receive = (change: Partial<Notice> = {}) =>
		hub.ledger.receiveNotice({
			source: 'shopify acme.myshopify.com',
			id: 'w1',
			topic: 'inventory_levels/update',
			body: '{"available":3}',
			store: 'oms',
			due: ['stock'],
			...change,
		});
	const end = async () => {
		const run = await begun(hub.ledger, 'stock', 'oms');
		await hub.ledger.endSync(run, null);
	};
	const answer = async () => (await hub.ledger.beginSync('oms', 'stock')).answer;

	test('are kept once, however often they are delivered, each source for itself', async () => {
		expect(await receive()).toEqual({ isNew: true });
		expect(await receive({ body: 'again' })).toEqual({ isNew: false });
		expect(await receive({ source: 'another' })).toEqual({ isNew: true });
		expect(await hub.sql('SELECT source, id, topic, body FROM notices ORDER BY source')).toEqual([
			{ source: 'another', id: 'w1', topic: 'inventory_levels/update', body: '{"available":3}' },
			{
				source: 'shopify acme.myshopify.com',
				...{ id: 'w1', topic: 'inventory_levels/update', body: '{"available":3}' },
			},
		]);
	});

	test('let the syncs that they name begin at once, and no others', async () => {
		await end();
		expect(await answer()).toBe('notDue');
		await receive({ id: 'other', due: ['fulfilments'] });
		expect(await answer()).toBe('notDue');
		await receive();
		expect(await answer()).toBe('run');
	});

	test('that are delivered again make nothing due', async () => {
		await receive();
		await end();
		await receive();
		expect(await answer()).toBe('notDue');
	});

	test('that come while a sync is under way let it begin again when it has ended', async () => {
		const run = await begun(hub.ledger, 'stock', 'oms');
		await hub.sql('UPDATE sync_runs SET started_at = started_at - 1000');
		await receive();
		await hub.ledger.endSync(run, null);
		expect(await answer()).toBe('run');
		await hub.sql('UPDATE syncs SET lease_until = 1');
		await end();
		expect(await answer()).toBe('notDue');
	});

	test('shorten no wait after a failure', async () => {
		const run = await begun(hub.ledger, 'stock', 'oms');
		await hub.ledger.failSync(run, { kind: 'rateLimited', message: 'slow', retryAfterMs: 600_000 });
		await receive();
		expect(await answer()).toBe('notDue');
	});

	test('about no store are kept, and about one that is not there refused', async () => {
		expect(await receive({ store: null })).toEqual({ isNew: true });
		await expect(receive({ id: 'w2', store: 'elsewhere' })).rejects.toThrow(/no store/);
		expect(await hub.sql('SELECT id FROM notices')).toEqual([{ id: 'w1' }]);
	});

	test('are forgotten after seven days', async () => {
		await receive();
		await receive({ id: 'w2' });
		await hub.sql("UPDATE notices SET at = at - 7 * 24 * 3600000 - 1000 WHERE id = 'w1'");
		await receive({ id: 'w3' });
		expect(await hub.sql('SELECT id FROM notices ORDER BY id')).toEqual([
			{ id: 'w2' },
			{ id: 'w3' },
		]);
	});
});
