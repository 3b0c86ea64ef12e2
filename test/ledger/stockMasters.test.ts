import { always, draft, engines, ikasStore, settings } from '../support/ledgers';
import { omsDraft } from '../support/oms';
import { line, placed } from '../support/placed';

describe.each(engines)('the stock master of hubs on $engine', ({ open }) => {
	const hub = ikasStore(open);

	const masters = async () =>
		(await hub.ledger.getHubs()).map(({ code, stockMaster }) => `${code} ${stockMaster}`);
	const izmir = { code: 'izmir', name: 'İzmir', active: true, latitude: null, longitude: null };
	const onlyAnkara = { hubMap: [{ location: 'loc-ank', hub: 'ankara' }] };
	const onlyIstanbul = { hubMap: [{ location: 'oms-ist', hub: 'istanbul' }] };
	const saveChannel = (change: Parameters<typeof settings>[0]) =>
		hub.ledger.saveStore(draft({ settings: settings(change) }));
	const orders = (count: number) =>
		hub.take(
			...Array.from({ length: count }, (_, at) =>
				placed(`${at}`, { number: `N${100 + at}`, location: 'loc-ist' }),
			),
		);

	test('is the ledger, until the store of an OMS maps them, and again when it does no more', async () => {
		expect(await masters()).toEqual(['ankara ledger', 'istanbul ledger']);
		await hub.ledger.saveStore(omsDraft());
		expect(await masters()).toEqual(['ankara oms', 'istanbul oms']);
		await hub.ledger.saveStore(omsDraft({ stockMaster: false }));
		expect(await masters()).toEqual(['ankara ledger', 'istanbul ledger']);
		const by = { changedBy: 'ayse', reason: 'again' };
		await hub.ledger.restoreStore({ code: 'oms', version: 1, ...by });
		expect(await masters()).toEqual(['ankara oms', 'istanbul oms']);
		await hub.ledger.restoreStore({ code: 'oms', version: 2, ...by });
		expect(await masters()).toEqual(['ankara ledger', 'istanbul ledger']);
	});

	test('a hub that is saved keeps its master, and a new one has the ledger', async () => {
		await hub.ledger.saveStore(omsDraft());
		const [ankara] = await hub.ledger.getHubs();
		const saved = await hub.ledger.saveHub({
			...izmir,
			code: 'ankara',
			name: 'Ankara 2',
			...always,
		});
		expect(saved).toMatchObject({ name: 'Ankara 2', stockMaster: ankara?.stockMaster });
		expect(await hub.ledger.saveHub({ ...izmir, ...always })).toMatchObject({
			stockMaster: 'ledger',
		});
		expect(await masters()).toEqual(['ankara oms', 'istanbul oms', 'izmir ledger']);
	});

	test('a hub that another OMS is the master of is refused, with both names', async () => {
		await hub.ledger.saveStore(omsDraft());
		const other = omsDraft({}, { code: 'oms-2', account: 'other.myshopify.com' });
		await expect(hub.ledger.saveStore(other)).rejects.toThrow(
			'Store "oms-2" was not saved: a hub has one stock master, and another OMS has hub "ankara" of store "oms", hub "istanbul" of store "oms". Unmap it there first, or take it out of Hub Mapping here.',
		);
		expect(await masters()).toEqual(['ankara oms', 'istanbul oms']);
	});

	test('is not changed while orders are open there: it says how many and the first ten', async () => {
		await orders(12);
		await hub.ledger.setStock([{ seller: 'acme', sku: 'A', hub: 'istanbul', onHand: 100 }]);
		await hub.route();
		await expect(hub.ledger.saveStore(omsDraft())).rejects.toThrow(
			/"ankara", "istanbul" would change, and 12 orders are still open there: N100, N101, .*N109 and 2 more\. Ship or cancel them/,
		);
		for (let at = 0; at < 12; at++) {
			await hub.ledger.changeStatus('ikas-tr', `${at}`, at % 2 === 0 ? 'shipped' : 'cancelled');
		}
		await hub.ledger.saveStore(omsDraft());
		expect(await masters()).toEqual(['ankara oms', 'istanbul oms']);
	});

	test('is not given back while orders are open there either, nor while one is handed over', async () => {
		const giveBack = () => hub.ledger.saveStore(omsDraft({ stockMaster: false }));
		await hub.ledger.saveStore(omsDraft());
		await orders(1);
		await hub.route();
		await expect(giveBack()).rejects.toThrow(/1 order is still open there: N100/);
		for (const table of ['reservations', 'parcel_lines', 'parcels']) {
			await hub.sql(`DELETE FROM ${table}`);
		}
		await hub.sql("UPDATE orders SET hub = NULL, status = 'on_hold'");
		await expect(giveBack()).rejects.toThrow(/1 order is still open there: N100/);
		await hub.sql("DELETE FROM outbox WHERE store = 'oms'");
		await hub.sql(
			"INSERT INTO oms_orders (order_id, oms, key) SELECT id, 'oms', 'ikas merchant-1 0' FROM orders",
		);
		await expect(giveBack()).rejects.toThrow(/1 order is still open there: N100/);
		expect(await masters()).toEqual(['ankara oms', 'istanbul oms']);
		await hub.sql('DELETE FROM oms_orders');
		await giveBack();
	});

	test('what waits on hold for goods is looked at again under the new one', async () => {
		await hub.take(placed('1', { lines: [line('1', 'A', 99)] }));
		await hub.route();
		expect((await hub.order('1')).holdReason).toBe('inventory_not_present');
		await hub.ledger.saveStore(omsDraft());
		expect((await hub.order('1')).status).toBe('created');
	});

	test("open orders at other hubs are in nobody's way", async () => {
		await saveChannel(onlyAnkara);
		await hub.take(placed('1', { location: 'loc-ank' }));
		await hub.route();
		await hub.ledger.saveStore(omsDraft(onlyIstanbul));
		expect(await masters()).toEqual(['ankara ledger', 'istanbul oms']);
	});

	test('all hubs of a store have the same one: a save of the store, or of the OMS, that mixes them is refused', async () => {
		await expect(hub.ledger.saveStore(omsDraft(onlyIstanbul))).rejects.toThrow(
			'Store "oms" was not saved: Hub Mapping of store "ikas-tr" would hold hubs of different stock masters: hub "ankara" of the ledger, hub "istanbul" of store "oms". A store sells from hubs of one master: take the others out of its map.',
		);
		await saveChannel(onlyAnkara);
		await hub.ledger.saveStore(omsDraft(onlyIstanbul));
		await expect(saveChannel({})).rejects.toThrow(/hubs of different stock masters/);
		expect(await masters()).toEqual(['ankara ledger', 'istanbul oms']);
	});

	test('a store of another seller cannot sell from its hubs', async () => {
		await hub.ledger.saveStore(omsDraft());
		await hub.ledger.saveSeller({ code: 'beta', name: 'Beta' });
		const other = draft({
			...{ code: 'beta', account: 'merchant-2' },
			settings: settings({ seller: 'beta' }),
		});
		await expect(hub.ledger.saveStore(other)).rejects.toThrow(/belongs to another seller/);
	});

	test('its figures are not changed by hand: the OMS is told instead', async () => {
		await hub.ledger.saveStore(omsDraft());
		const place = { seller: 'acme', sku: 'A', hub: 'istanbul' };
		await expect(hub.ledger.setStock([{ ...place, onHand: 3 }])).rejects.toThrow(
			'Stock of SKU "A" at hub "istanbul": store "oms" is the stock master of this hub. Change it there: the next stock sync brings it here. No stock was changed.',
		);
		const adjustment = { ...place, change: 1, reason: 'found', reference: null };
		await expect(hub.ledger.adjustStock([adjustment])).rejects.toThrow(/Change it there/);
		expect(await hub.ledger.getStock('acme', 'A')).toMatchObject([{ onHand: 10 }, { onHand: 10 }]);
	});

	test('an OMS says what may be promised: what the ledger kept for safety is let go', async () => {
		const safe = { seller: 'acme', sku: 'A', hub: 'istanbul', onHand: 10, safetyStock: 4 };
		await hub.ledger.setStock([safe]);
		await hub.ledger.saveStore(omsDraft());
		expect(await hub.ledger.getStock('acme', 'A')).toMatchObject([
			{ hub: 'ankara' },
			{ hub: 'istanbul', safetyStock: 0, available: 10 },
		]);
	});

	test('a store that is called as the ledger cannot be one', async () => {
		await expect(hub.ledger.saveStore(omsDraft({}, { code: 'ledger' }))).rejects.toThrow(
			/Use another store code/,
		);
	});
});
