import type { StoreSettings } from '../../domain/store';
import { always, draft, engines, ikasStore, settings } from '../support/ledgers';
import { cancelled, line, placed, revised } from '../support/placed';

describe.each(engines)('availability on $engine', ({ open }) => {
	const hub = ikasStore(open);

	const save = (change: Partial<StoreSettings>) =>
		hub.ledger.saveStore(draft({ settings: settings(change) }));
	const offered = async (sku = 'A', store = 'ikas-tr') => {
		const [found] = await hub.ledger.getAvailability(store, [sku]);
		return found;
	};
	/** Total, held back, and what there is at each hub. */
	const figures = async (sku = 'A', store = 'ikas-tr') => {
		const found = await offered(sku, store);
		const at = found?.hubs.map(({ hub: code, available }) => `${code} ${available}`);
		return [found?.total, found?.heldBack, ...(at ?? [])];
	};
	const unmapped = { hubStatus: null, statuses: ['payment:WAITING'] };
	const otherStore = (change: Partial<StoreSettings> = {}) =>
		hub.ledger.saveStore(
			draft({ code: 'ikas-de', account: 'merchant-2', settings: settings(change) }),
		);

	test('is what is on hand, less what is reserved and kept for safety, by hub and location', async () => {
		await hub.take(placed('1', { location: 'loc-ist' }));
		await hub.route();
		await hub.ledger.setStock([
			{ seller: 'acme', sku: 'A', hub: 'ankara', onHand: 10, safetyStock: 3 },
		]);
		expect(await offered()).toEqual({
			store: 'ikas-tr',
			sku: 'A',
			total: 15,
			heldBack: 0,
			hubs: [
				{ hub: 'ankara', location: 'loc-ank', available: 7 },
				{ hub: 'istanbul', location: 'loc-ist', available: 8 },
			],
		});
	});

	test('answers every SKU in the order asked, also one that nobody has', async () => {
		const found = await hub.ledger.getAvailability('ikas-tr', ['Z', 'B', 'A']);
		expect(found.map(({ sku, total }) => [sku, total])).toEqual([
			['Z', 0],
			['B', 20],
			['A', 20],
		]);
	});

	test('is never below nothing, so that one hub does not eat what another has', async () => {
		await hub.ledger.setStock([
			{ seller: 'acme', sku: 'A', hub: 'ankara', onHand: 2, safetyStock: 9 },
		]);
		expect(await figures()).toEqual([10, 0, 'ankara 0', 'istanbul 10']);
	});

	test('is nothing at a hub whose stock is not offered, and its orders still go there', async () => {
		await save({ inventoryHubs: ['istanbul'] });
		expect(await figures()).toEqual([10, 0, 'ankara 0', 'istanbul 10']);
		await hub.take(placed('1', { location: 'loc-ank' }));
		await hub.route();
		expect(await hub.order('1')).toMatchObject({ status: 'new_order', hub: 'ankara' });
	});

	test('is nothing at a closed hub', async () => {
		const istanbul = { code: 'istanbul', name: 'İstanbul', latitude: null, longitude: null };
		await hub.ledger.saveHub({ ...istanbul, active: false, ...always });
		expect(await figures()).toEqual([10, 0, 'ankara 10', 'istanbul 0']);
	});

	test('counts only hubs that the store maps', async () => {
		await save({ hubMap: [{ location: 'loc-ank', hub: 'ankara' }] });
		expect(await figures()).toEqual([10, 0, 'ankara 10']);
	});

	test('is told less the buffer and no more than the cap, at each location', async () => {
		await hub.ledger.setStock([{ seller: 'acme', sku: 'A', hub: 'ankara', onHand: 1 }]);
		await save({ stockBuffer: 2, stockCap: 5 });
		expect(await figures()).toEqual([5, 0, 'ankara 0', 'istanbul 5']);
	});

	test('is one figure where the channel has no locations, with buffer and cap taken once', async () => {
		const hubMap = ['istanbul', 'ankara'].map((code) => ({ location: '', hub: code }));
		await save({ locations: [], hubMap, stockBuffer: 2 });
		expect(await figures()).toEqual([18, 0, 'ankara 10', 'istanbul 10']);
		await save({ locations: [], hubMap, stockCap: 12 });
		expect((await offered())?.total).toBe(12);
	});

	test.each([
		['parked for its status', unmapped],
		['parked for its location', { location: 'loc-izm' }],
		['an exception for its location', { location: 'loc-nowhere' }],
		['unreadable for a person', { placedAt: '2026-03-05 noon' }],
		['waiting for a hub', {}],
		['on hold', { hubStatus: 'on_hold' as const }],
	])('an order that is %s holds back what it wants, where most is left', async (_, change) => {
		await hub.ledger.setStock([{ seller: 'acme', sku: 'A', hub: 'ankara', onHand: 12 }]);
		await hub.take(placed('1', change));
		expect(await figures()).toEqual([20, 2, 'ankara 10', 'istanbul 10']);
		expect(await figures('B')).toEqual([20, 0, 'ankara 10', 'istanbul 10']);
	});

	test.each([
		['parked', { ...unmapped, location: 'loc-ist' }],
		['waiting for a hub', { location: 'loc-ist' }],
		['on hold', { hubStatus: 'on_hold' as const, location: 'loc-ist' }],
	])('an order that is %s with a mapped location holds back there', async (_, change) => {
		await hub.ledger.setStock([{ seller: 'acme', sku: 'A', hub: 'ankara', onHand: 12 }]);
		await hub.take(placed('1', change));
		expect(await figures()).toEqual([20, 2, 'ankara 12', 'istanbul 8']);
	});

	test('an order that was placed before the connection, is cancelled or has no SKU holds nothing back', async () => {
		await hub.take(
			placed('1', { placedAt: '2026-02-01T00:00:00.000Z' }),
			placed('2', { hubStatus: 'cancelled', location: 'loc-izm' }),
			placed('3', { lines: [line('1', null, 2)] }),
			placed('4', { ...unmapped, lines: [line('1', 'A', 2, 2)] }),
		);
		expect(await figures()).toEqual([20, 0, 'ankara 10', 'istanbul 10']);
	});

	test('what was held back is free again when the order comes in, is cancelled or dismissed', async () => {
		const [parked, nowhere] = [placed('1', unmapped), placed('2', { location: 'loc-nowhere' })];
		await hub.take(parked, nowhere, placed('3', { location: 'loc-izm' }));
		expect((await figures())[1]).toBe(6);
		await hub.take(revised(parked, 5, { hubStatus: 'cancelled' }));
		expect((await figures())[1]).toBe(4);
		const [exception] = await hub.ledger.getExceptions('ikas-tr', 1);
		await hub.ledger.dismissException(exception?.id ?? 0, 'a test order');
		expect((await figures())[1]).toBe(2);
		await hub.take(cancelled(placed('3', { location: 'loc-izm' }), 5));
		expect(await hub.sql('SELECT * FROM held_back')).toEqual([]);
	});

	test('an order that came in counts once: waiting first, then by its reservation', async () => {
		await hub.take(placed('1', unmapped));
		await hub.take(revised(placed('1'), 5, { hubStatus: 'new_order' }));
		expect((await figures()).slice(0, 2)).toEqual([18, 2]);
		await hub.route();
		expect((await figures()).slice(0, 2)).toEqual([18, 0]);
	});

	test('a newer revision of a parked order holds back what it wants now', async () => {
		await hub.take(placed('1', unmapped));
		await hub.take(revised(placed('1', unmapped), 5, { lines: [line('1', 'B', 3)] }));
		await hub.take(placed('1', unmapped));
		expect((await figures())[1]).toBe(0);
		expect((await figures('B'))[1]).toBe(3);
	});

	test('an order that holds back more than there is leaves nothing, and takes nothing away', async () => {
		await hub.take(placed('1', { ...unmapped, lines: [line('1', 'A', 99)] }));
		expect(await figures()).toEqual([0, 20, 'ankara 0', 'istanbul 0']);
	});

	test('other stores of the seller see it too, as far as the demanding store may ship from there', async () => {
		await save({ hubMap: [{ location: 'loc-ist', hub: 'istanbul' }] });
		await otherStore();
		await hub.take(placed('1', { ...unmapped, lines: [line('1', 'A', 15)] }));
		expect(await figures('A', 'ikas-de')).toEqual([10, 10, 'ankara 10', 'istanbul 0']);
	});

	test('a store may hold nothing back, which leaves the demand of the others', async () => {
		await otherStore();
		await hub.ledger.importOrders('ikas-de', [placed('1', unmapped)]);
		await hub.take(placed('1', unmapped), placed('2'));
		expect((await figures())[1]).toBe(6);
		await save({ holdBack: false });
		expect((await figures())[1]).toBe(2);
	});

	test('counts more orders than are read at once', async () => {
		const many = (from: number) =>
			Array.from({ length: 300 }, (_, at) =>
				placed(`${from + at}`, { lines: [line('1', 'A', 1)] }),
			);
		await hub.ledger.setStock([{ seller: 'acme', sku: 'A', hub: 'ankara', onHand: 5_000 }]);
		for (const from of [0, 300, 600]) await hub.take(...many(from));
		await hub.sql(`INSERT INTO held_back (store, channel_id, sku, listing, hub, quantity)
			WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 2500)
			SELECT 'ikas-tr', CAST(n AS TEXT), 'A', '', NULL, 1 FROM numbers`);
		expect((await figures())[1]).toBe(3_400);
	});

	test('an unknown store is refused', async () => {
		await expect(hub.ledger.getAvailability('ikas-fr', ['A'])).rejects.toThrow(/no store/);
	});
});
