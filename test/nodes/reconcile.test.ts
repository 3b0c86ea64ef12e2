import { ledgerIn } from '../../nodes/shared/ledgerOf';
import type { Executed } from '../support/engine';
import { ikasGoods } from '../support/ikasGoods';
import { store, templateOf, templatedShop } from '../support/templates';

const template = templateOf('ikas/reconcile');
const hourMs = 3_600_000;
const order = { lines: [{ sku: 'A-1', quantity: 1 }] };

describe('the template that compares ikas with the hub', () => {
	const at = templatedShop({ options: { overlapMinutes: 0 } });
	const { offer } = ikasGoods(() => at.shop);

	const due = async (name: string) => {
		await at.becomeDue();
		return await at.tick(templateOf(name));
	};
	const syncOrders = () => due('ikas/sync-orders');
	const push = () => due('ikas/push-inventory');
	const reconcile = () => due('ikas/reconcile');

	/** The sync looks back over nothing, but ikas tells its time in whole seconds. */
	const pass = (ms = 5_000) => at.shop.ikas.clock.advance(ms);

	/** What n8n does with a run that is handed over. */
	const goOn = (name: string) => (before: Executed) =>
		at.tick(templateOf(name), { node: 'Go On With a Run', items: [...before.handedOver] });

	const found = async () => {
		const ledger = await ledgerIn(at.shop.stored.orderHubLedgerApi);
		const events = await ledger.getEvents({ stores: [], types: ['gap_found'], limit: 10 });
		return events.map(({ detail }) => detail);
	};

	/** As a restored disk would have it: the hub knows nothing of the order. */
	const forget = async (id: string) => {
		const whose = `(SELECT id FROM orders WHERE channel_id = '${id}')`;
		await at.sql(
			`DELETE FROM parcel_lines WHERE parcel_id IN (SELECT id FROM parcels WHERE order_id IN ${whose})`,
		);
		for (const table of ['parcels', 'reservations', 'order_lines', 'events'])
			await at.sql(`DELETE FROM ${table} WHERE order_id IN ${whose}`);
		await at.sql(`DELETE FROM orders WHERE channel_id = '${id}'`);
	};

	test('brings back an order that the hub has lost, tells of it, and counts the hour', async () => {
		const [lost, kept] = at.shop.ikas.place([order, order]);
		pass();
		await syncOrders();
		await forget(lost?.id ?? '');
		await syncOrders();
		expect(await at.hub('order:getMany')).toMatchObject([{ id: kept?.id }]);
		const { outputs } = await reconcile();
		expect(outputs('End Orders')).toMatchObject([
			[[{ answer: 'done', counts: { created: 1 }, routing: { assigned: 1 } }]],
		]);
		expect(await at.hub('order:get', { orderId: lost?.id })).toMatchObject([
			{ number: lost?.number, status: 'new_order', hub: 'istanbul' },
		]);
		expect(await found()).toEqual([lost?.id]);
		expect(await at.hub('reconciliation:getMany')).toMatchObject([{ channel: 2, hub: 1, gaps: 1 }]);
		await reconcile();
		expect(await at.hub('reconciliation:getMany')).toMatchObject([{ channel: 2, hub: 2, gaps: 0 }]);
	});

	test('goes on where there are more orders than one page holds, in a fresh execution after its share', async () => {
		await at.reopen({ options: { pagesPerExecution: 2 } });
		at.shop.ikas.place(Array.from({ length: 430 }, () => order));
		await at.tick(templateOf('ikas/sync-orders')).then(goOn('ikas/sync-orders'));
		const first = await reconcile();
		expect(first.outputs('Get References')).toHaveLength(2);
		expect(first.outputs('End Stock')).toHaveLength(1);
		expect(first.handedOver).toMatchObject([{ run: { kind: 'reconcile' } }]);
		const second = await goOn('ikas/reconcile')(first);
		expect(second.outputs('End Orders')).toMatchObject([[[{ answer: 'done' }]]]);
		expect(second.outputs('Begin Stock')).toEqual([]);
	});

	test('finds an order that ikas showed later than the sync looks back', async () => {
		at.shop.ikas.setFaults({ seed: 2, lateRows: 1, lateMs: hourMs });
		const [late] = at.shop.ikas.place([order]);
		at.shop.ikas.setFaults({});
		pass();
		const [punctual] = at.shop.ikas.place([order]);
		pass();
		await syncOrders();
		pass(hourMs);
		await syncOrders();
		expect(await at.hub('order:getMany')).toMatchObject([{ id: punctual?.id }]);
		await reconcile();
		expect(await found()).toEqual([late?.id]);
		expect(await at.hub('order:getMany')).toHaveLength(2);
	});

	test('costs one call for the orders and one for the stock where nothing is wrong', async () => {
		at.shop.ikas.place([order, order]);
		offer('A-1');
		await syncOrders();
		const calls = await at.callsOf(reconcile);
		expect(calls.map(({ fields }) => fields.at(-1)).sort()).toEqual([
			'listOrder',
			'listProductStockLocation',
		]);
		expect(await found()).toEqual([]);
		expect(await at.callsOf(() => at.tick(template))).toEqual([]);
	});

	test('lists stock that was changed on ikas by hand, and the next push sets it right', async () => {
		offer('A-1');
		const items = await at.shop.items('ikas', 'listing:getMany');
		await at.shop.run('orderHub', 'listing:import', { parameters: store, items });
		await push();
		const location = at.shop.locations[0] ?? '';
		at.shop.ikas.setStock([{ sku: 'A-1', location, quantity: 99 }]);
		const { outputs } = await reconcile();
		expect(outputs('End Stock')).toMatchObject([[[{ answer: 'done' }]]]);
		expect(await at.hub('stock:getDrift')).toMatchObject([
			{ sku: 'A-1', location, quantity: 99, confirmed: 10 },
		]);
		await push();
		expect(at.shop.ikas.stock().map(({ quantity }) => quantity)).toEqual([10, 10]);
		await reconcile();
		expect(await at.hub('stock:getDrift')).toEqual([]);
	});

	test('compares the stock soon, also where the orders cannot be read', async () => {
		await syncOrders();
		at.shop.ikas.setScopes(['READ_INVENTORIES']);
		const { run } = await reconcile();
		expect(run.data.resultData.error?.message).toMatch(/tried again at 20/);
		const { outputs } = await at.tick(template);
		expect(outputs('Begin Orders')).toMatchObject([[[], [{ answer: 'notDue' }]]]);
		expect(outputs('End Stock')).toMatchObject([[[{ answer: 'done' }]]]);
	});
});
