import { cancelled, placed, revised } from '../support/placed';
import { begun, draft, engines, ikasStore, page, settings } from '../support/ledgers';
import { omsDraft } from '../support/oms';
import { sendBack } from '../support/returning';

describe.each(engines)('how stores stand on $engine', ({ open }) => {
	const hub = ikasStore(open);

	const glance = async (code = 'ikas-tr') => {
		const { stores } = await hub.ledger.glanceAtStores(24);
		return stores.find((store) => store.code === code);
	};
	const stateOf = async (kind: string) =>
		(await glance())?.syncs.find((sync) => sync.kind === kind)?.state;

	/** Of all hours: the test may pass from one into the next. */
	const sums = async () =>
		((await glance())?.hours ?? []).reduce(
			(sum, { orders, failures }) => ({
				orders: sum.orders + orders,
				failures: sum.failures + failures,
			}),
			{ orders: 0, failures: 0 },
		);

	test('counts the orders by status, and follows every move', async () => {
		await hub.take(placed('1'), placed('2'), placed('3', { location: 'x' }));
		await hub.take(placed('4', { hubStatus: null }));
		expect(await glance()).toMatchObject({ orders: { created: 2 }, parked: 1, exceptions: 1 });
		await hub.route();
		expect((await glance())?.orders).toEqual({ new_order: 2 });
		await hub.take(cancelled(placed('1'), 5));
		await hub.ledger.changeStatus('ikas-tr', '2', 'shipped');
		expect((await glance())?.orders).toEqual({ cancelled: 1, shipped: 1 });
	});

	test('counts what came in this hour, and what failed', async () => {
		await hub.take(placed('1'), placed('2'), placed('3', { location: 'x' }));
		await hub.take(revised(placed('1'), 5, { tags: ['gift'] }));
		const failure = { kind: 'unavailable', message: 'ikas is down', retryAfterMs: null };
		await hub.ledger.failSync(await begun(hub.ledger, 'catalog'), failure);
		expect(await sums()).toEqual({ orders: 2, failures: 2 });
		expect((await glance())?.hours[0]?.hour).toMatch(/:00:00\.000Z$/);
	});

	test('leaves hours out that are longer past', async () => {
		await hub.take(placed('1'));
		await hub.sql('UPDATE store_hours SET hour = hour - 24');
		expect((await glance())?.hours).toEqual([]);
		await hub.sql('UPDATE store_hours SET hour = hour + 24');
	});

	test('counts an exception once for each time that it is news', async () => {
		const bad = { id: 'bad', reason: 'no orderedAt', raw: { id: 'bad' } };
		const run = await begun(hub.ledger);
		await hub.ledger.importPage(page(run, { unreadable: [bad] }));
		await hub.ledger.importPage(page(run, { unreadable: [bad] }));
		expect(await sums()).toMatchObject({ failures: 1 });
		await hub.ledger.importPage(page(run, { unreadable: [{ ...bad, raw: { id: 'bad', a: 1 } }] }));
		expect(await sums()).toMatchObject({ failures: 2 });
		await hub.take(placed('bad'));
		expect(await glance()).toMatchObject({ exceptions: 0 });
		expect(await sums()).toMatchObject({ failures: 2 });
	});

	test('counts the updates that wait', async () => {
		await hub.ledger.saveStore(
			draft({
				settings: settings({
					workspaceStatusMap: [{ hubStatus: 'shipped', channelStatus: 'package:FULFILLED' }],
				}),
			}),
		);
		await hub.take(placed('1'));
		await hub.route();
		await hub.ledger.changeStatus('ikas-tr', '1', 'shipped');
		expect(await glance()).toMatchObject({ updates: 1 });
		const standing = await hub.ledger.getStoreStanding('ikas-tr', 24);
		expect(standing).toMatchObject({ updates: 1, updatesSince: expect.any(String) });
		for (const claim of await hub.ledger.claimUpdates('ikas-tr', 1))
			await hub.ledger.completeUpdate(claim, 'told');
		expect(await glance()).toMatchObject({ updates: 0 });
	});

	test('counts the returns that wait for a person', async () => {
		const ids = ['1', '2', '3', '4', '5'];
		await hub.take(...ids.map((id) => placed(id, { hubStatus: 'delivered', location: 'loc-ist' })));
		const states = ['requested', 'approved', 'ordered', 'received', 'requested'] as const;
		for (const [at, state] of states.entries()) {
			await sendBack(hub.ledger, state, { order: ids[at] ?? '', code: `R${at}` });
		}
		expect(await glance()).toMatchObject({ returns: 4 });
		await hub.ledger.rejectReturn('R4', 'worn');
		expect(await glance()).toMatchObject({ returns: 3 });
		await hub.ledger.saveStore(draft({ code: 'ikas-de', account: 'merchant-2' }));
		expect(await glance('ikas-de')).toMatchObject({ returns: 0 });
		expect(await hub.ledger.getStoreStanding('ikas-tr', 24)).toMatchObject({ returns: 3 });
	});

	test('says how each sync stands', async () => {
		expect(await stateOf('orders')).toBe('never');
		expect(await stateOf('stock')).toBe('off');
		const run = await begun(hub.ledger);
		expect(await stateOf('orders')).toBe('running');
		await hub.ledger.endSync(run, null);
		expect(await stateOf('orders')).toBe('waiting');
		await hub.sql("UPDATE syncs SET due_at = due_at - 20 * 60000 WHERE kind = 'orders'");
		expect(await stateOf('orders')).toBe('late');
		const again = await begun(hub.ledger);
		await hub.ledger.failSync(again, { kind: 'unavailable', message: 'down', retryAfterMs: null });
		expect(await stateOf('orders')).toBe('failing');
		await hub.sql('UPDATE syncs SET due_at = 0');
		await begun(hub.ledger);
		await hub.sql('UPDATE syncs SET failures = 0, lease_until = 1');
		expect(await stateOf('orders')).toBe('failing');
		await hub.ledger.saveStore(draft({ settings: settings({ orderSync: false }) }));
		expect(await stateOf('orders')).toBe('off');
	});

	test('prices that nobody uploaded are late never', async () => {
		await hub.sql(
			"INSERT INTO syncs (store, kind, fence, due_at, failures) VALUES ('ikas-tr', 'prices', 0, 1, 0)",
		);
		expect(await stateOf('prices')).toBe('waiting');
	});

	test('shows the last run of a store with what it counted, and how far it read', async () => {
		const run = await begun(hub.ledger);
		await hub.ledger.importPage(
			page(run, { orders: [placed('1'), placed('2', { hubStatus: null })] }),
		);
		await hub.ledger.endSync(run, null);
		const { syncs, ...standing } = await hub.ledger.getStoreStanding('ikas-tr', 24);
		expect(standing).toMatchObject({
			...{ code: 'ikas-tr', channel: 'ikas', account: 'merchant-1', sellerName: 'Acme' },
			...{ orders: { created: 1 }, parked: 1, updatesSince: null },
		});
		expect(syncs.find(({ kind }) => kind === 'orders')).toMatchObject({
			...{ state: 'waiting', why: null, readUpTo: '2026-03-02T11:00:00.000Z' },
			lastRun: { state: 'done', pages: 1, counts: { created: 1, parked: 1, exceptions: 0 } },
		});
		// Only a store that is a stock master has those.
		expect(syncs.map(({ kind }) => kind)).not.toContain('stock');
		await hub.ledger.saveStore(draft({ settings: settings({ catalogSync: false }) }));
		const later = await hub.ledger.getStoreStanding('ikas-tr', 24);
		expect(later.syncs.find(({ kind }) => kind === 'catalog')).toMatchObject({
			...{ state: 'off', why: 'Catalog Sync is switched off in the store settings.' },
		});
	});

	test('keeps stores apart, and shows those where nothing happened', async () => {
		await hub.ledger.saveStore(omsDraft());
		await hub.take(placed('1'));
		expect(await glance('oms')).toMatchObject({
			...{ orders: {}, hours: [], parked: 0, exceptions: 0, returns: 0, updates: 0 },
		});
		expect(await hub.ledger.getStoreStanding('oms', 24)).toMatchObject({ orders: {}, hours: [] });
		await expect(hub.ledger.getStoreStanding('elsewhere', 24)).rejects.toThrow(/no store/);
	});
});
