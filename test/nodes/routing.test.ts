import { connectedShop, picked, storePage } from '../support/shop';
import type { Shop } from '../support/shop';

const store = { store: picked('ikas') };
const order = { id: '1', statuses: ['payment:PAID', 'status:CREATED'] };

describe('Order Status Map', () => {
	let shop: Shop;
	beforeEach(async () => {
		shop = await connectedShop();
	});
	afterEach(() => shop.close());

	test('sends orders it knows one way and the others the other way', async () => {
		const unknown = { id: '2', statuses: ['status:DRAFT'] };
		const outputs = await shop.run('orderStatusMap', 'toHub', {
			parameters: store,
			items: [order, unknown],
		});
		expect(outputs).toEqual([
			[{ ...order, hubStatus: 'new_order' }],
			[{ ...unknown, hubStatus: null }],
		]);
	});

	test('marks every order of a page and keeps the page together', async () => {
		const begun = await shop.items('orderHub', 'sync:begin', { parameters: store });
		const page = { ...begun[0], orders: [order, { id: '2', statuses: ['status:DRAFT'] }] };
		const outputs = await shop.run('orderStatusMap', 'toHub', { items: [page] });
		expect(outputs).toMatchObject([
			[{ orders: [{ hubStatus: 'new_order' }, { hubStatus: null }] }],
		]);
	});

	test('goes on with the settings the run began with', async () => {
		const [begun] = await shop.items('orderHub', 'sync:begin', { parameters: store });
		const rows = [{ channelStatus: 'payment:PAID', hubStatus: 'on_hold' }];
		const parameters = storePage(shop, { channelStatusMapping: { rows } });
		await shop.run('ikas', 'store:saveSettings', { parameters });
		const items = [{ ...begun, orders: [order] }];
		expect(await shop.items('orderStatusMap', 'toHub', { items })).toMatchObject([
			{ orders: [{ hubStatus: 'new_order' }] },
		]);
	});

	test('says what the channel is told of a status of the hub', async () => {
		const outputs = await shop.run('orderStatusMap', 'toChannel', {
			parameters: store,
			items: [{ status: 'shipped' }, { status: 'packed' }],
		});
		expect(outputs).toEqual([
			[{ status: 'shipped', channelStatus: 'package:FULFILLED' }],
			[{ status: 'packed', channelStatus: null }],
		]);
	});

	test('takes rows of its own', async () => {
		const rows = [{ channelStatus: 'payment:PAID', hubStatus: 'created' }];
		const parameters = { source: 'rows', map: { rows } };
		expect(
			await shop.items('orderStatusMap', 'toHub', { parameters, items: [order] }),
		).toMatchObject([{ hubStatus: 'created' }]);
	});
});

describe('Hub Router', () => {
	let shop: Shop;
	beforeEach(async () => {
		shop = await connectedShop();
		shop.ikas.place([
			{ lines: [{ sku: 'A-1', quantity: 1 }] },
			{ lines: [{ sku: 'A-1', quantity: 50 }] },
		]);
		const items = await shop.items('ikas', 'order:getMany', { parameters: { simple: false } });
		const mapped = await shop.items('orderStatusMap', 'toHub', { parameters: store, items });
		await shop.run('orderHub', 'order:import', { parameters: store, items: mapped });
	});
	afterEach(() => shop.close());

	test('passes the item on with what was routed', async () => {
		const items = [{ run: { store: 'ikas' }, note: 'kept' }];
		expect(await shop.run('hubRouter', 'routeWaiting', { items })).toEqual([
			[{ ...items[0], routing: { assigned: 1, onHold: 1 } }],
		]);
	});

	test('gives each order with the reasons, if asked to', async () => {
		const parameters = { ...store, output: 'orders' };
		const [assigned, onHold] = await shop.run('hubRouter', 'routeWaiting', { parameters });
		expect(assigned).toMatchObject([
			{ decision: { hub: 'istanbul', verdicts: expect.any(Array) } },
		]);
		expect(onHold).toMatchObject([
			{ holdReason: 'inventory_not_present', decision: { hub: null } },
		]);
	});

	test('stops at the bound and leaves the rest waiting', async () => {
		const bounded = { parameters: { ...store, options: { most: 1 } } };
		const routedOnce = async () => {
			const [item] = await shop.items('hubRouter', 'routeWaiting', bounded);
			return item?.routing;
		};
		const routed = [await routedOnce(), await routedOnce(), await routedOnce()];
		expect(routed).toEqual(
			expect.arrayContaining([
				{ assigned: 1, onHold: 0 },
				{ assigned: 0, onHold: 1 },
				{ assigned: 0, onHold: 0 },
			]),
		);
	});
});
