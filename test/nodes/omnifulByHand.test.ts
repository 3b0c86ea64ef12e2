import type { IDataObject } from 'n8n-workflow';
import type { SettingsForm } from '../../nodes/channel/settingsForm';
import { asShown } from '../support/formAnswers';
import { omnifulPage, omnifulShops } from '../support/omnifulNodes';
import { picked } from '../support/shop';

const address = { address1: '1 King Fahd Road', city: 'Riyadh', country: 'Saudi Arabia' };

const orderNamed = (order_id: string, more: object = {}) =>
	({
		...{ order_id, hub_code: 'RUH', billing_address: address, shipping_address: address },
		order_items: [{ sku_code: 'TEE-M', quantity: 2, selling_price: 55 }],
		invoice: { currency: 'SAR', total: 110 },
		customer: { first_name: 'A.' },
		...{ payment_method: 'prepaid', is_cash_on_delivery: false, type: 'b2c', ...more },
	}) as unknown as IDataObject;

describe('Omniful by hand', () => {
	const at = omnifulShops();
	const act = (operation: string, parameters: IDataObject = {}) =>
		at.shop.act(operation, parameters);
	const on = (order: string, more: IDataObject = {}): IDataObject => ({
		orderId: picked(order),
		...more,
	});
	const made = async (id: string, more: object = {}) => {
		const [order] = await act('order:create', { order: orderNamed(id, more) });
		at.omniful.route();
		return String(order?.id);
	};

	test('creates an order once by its own ID, and reads it by either', async () => {
		const [first] = await act('order:create', { order: orderNamed('A') });
		expect(first).toMatchObject({ orderId: 'A', outcome: 'sent' });
		expect(await act('order:create', { order: orderNamed('A') })).toMatchObject([
			{ id: first?.id, outcome: 'already' },
		]);
		for (const id of ['A', String(first?.id)]) {
			expect(await act('order:get', on(id))).toMatchObject([{ id: first?.id }]);
		}
		await expect(act('order:get', on('nobody'))).rejects.toThrow(/no order with the ID/);
		expect(await act('order:getMany', { returnAll: true })).toHaveLength(1);
	});

	test('approves what waits for it, once, and cancels', async () => {
		at.omniful.set({ manualApproval: true });
		await made('A');
		expect(await act('order:approve', on('A'))).toMatchObject([{ order: 'A', outcome: 'sent' }]);
		expect(at.omniful.order('A').status).toBe('new_order');
		expect(await act('order:approve', on('A'))).toMatchObject([{ outcome: 'already' }]);
		await act('order:cancel', on('A'));
		expect(at.omniful.order('A')).toMatchObject({
			status: 'cancelled',
			cancelReason: 'Cancelled by Order Hub',
		});
	});

	test('books a shipment once, and gives its label', async () => {
		await made('A');
		await expect(act('shipment:create', on('A'))).rejects.toThrow(/not been packed yet/);
		at.omniful.advance('A', { to: 'packed' });
		const [booked] = await act('shipment:create', on('A'));
		expect(booked).toMatchObject({ outcome: 'sent', carrier: 'Aramex' });
		expect(await act('shipment:create', on('A'))).toMatchObject([
			{ outcome: 'already', tracking: booked?.tracking },
		]);
		expect(await act('shipment:get', on('A'))).toMatchObject([{ tracking: booked?.tracking }]);
		const [[label] = []] = await at.shop.runWhole('shipment:getLabel', { parameters: on('A') });
		expect(label?.binary?.data?.mimeType).toBe('application/pdf');
	});

	test('attaches a number of its own, and says how far it is', async () => {
		await made('A', { shipment_type: 'sales_channel_generated' });
		at.omniful.advance('A', { to: 'packed' });
		const own = { trackingNumber: 'OWN1', carrierTag: 'nobody' };
		expect(await act('shipment:attach', on('A', own))).toMatchObject([
			{ tracking: 'OWN1', carrier: 'Manual' },
		]);
		for (const status of ['dispatched', 'delivered']) {
			await act('shipment:setStatus', on('A', { shipmentStatus: status }));
		}
		expect(at.omniful.order('A').status).toBe('delivered');
	});

	test('brings back what was delivered, once', async () => {
		await made('A');
		at.omniful.advance('A', { to: 'delivered' });
		const back = on('A', {
			...{ returnNumber: 'R1', sku: 'TEE-M', quantity: '1', returnReason: 'Too small' },
		});
		const [first] = await act('return:create', back);
		expect(first).toMatchObject({ outcome: 'sent', return: expect.any(String) });
		expect(await act('return:create', back)).toMatchObject([
			{ outcome: 'already', return: first?.return },
		]);
		expect(await act('return:getMany', { returnAll: true })).toMatchObject([
			{ number: 'R1', order: 'A' },
		]);
	});

	test('shows stock at each hub, and sets it with a result for each row', async () => {
		expect(await act('stock:get', { listing: picked('TEE-M') })).toMatchObject([
			{ hub: 'RUH', available: 10, onHand: 10, reserved: 0 },
			{ hub: 'JED', available: 5 },
		]);
		const byItem = (name: string) => ({ __rl: true, mode: 'id', value: `={{ $json.${name} }}` });
		const rows = await at.shop.items('omnifulHub', 'stock:push', {
			parameters: {
				...{ listing: byItem('sku'), location: byItem('hub'), quantity: '={{ $json.quantity }}' },
			},
			items: [
				{ sku: 'TEE-M', hub: 'RUH', quantity: 20 },
				{ sku: 'NOTHING', hub: 'RUH', quantity: 1 },
				{ sku: 'TEE-M', hub: 'JED', quantity: 7 },
			],
		});
		expect(rows).toMatchObject([
			{ sku: 'TEE-M', outcome: 'stored', reason: null },
			{ sku: 'NOTHING', outcome: 'refused', reason: 'SKU not found' },
			{ hub: 'JED', outcome: 'stored' },
		]);
		const pushes = at.omniful.calls().filter(({ kind }) => kind === 'stock/set');
		expect(pushes).toHaveLength(2);
		expect(at.omniful.state().counts.stockRows).toBe(2);
	});

	test('sends 450 rows of a hub in three calls', async () => {
		const skus = Array.from({ length: 450 }, (_, row) => `S${row}`);
		at.omniful.seed(skus.map((sku) => ({ sku })));
		const rows = await at.shop.items('omnifulHub', 'stock:push', {
			parameters: {
				listing: { __rl: true, mode: 'id', value: '={{ $json.sku }}' },
				...{ location: picked('RUH'), quantity: '1' },
			},
			items: skus.map((sku) => ({ sku })),
		});
		expect(new Set(rows.map(({ outcome }) => outcome))).toEqual(new Set(['stored']));
		expect(at.omniful.calls().filter(({ kind }) => kind === 'stock/set')).toHaveLength(3);
	});

	test('sends a SKU that comes twice for a hub in two calls, the later figure last', async () => {
		await at.shop.items('omnifulHub', 'stock:push', {
			parameters: {
				listing: { __rl: true, mode: 'id', value: '={{ $json.sku }}' },
				...{ location: picked('RUH'), quantity: '={{ $json.quantity }}' },
			},
			items: [
				{ sku: 'TEE-M', quantity: 20 },
				{ sku: 'TEE-M', quantity: 7 },
			],
		});
		expect(at.omniful.calls().filter(({ kind }) => kind === 'stock/set')).toHaveLength(2);
		expect(await act('stock:get', { listing: picked('TEE-M') })).toMatchObject([{ onHand: 7 }, {}]);
	});

	describe('once a minute is used up', () => {
		const used = async (family: 'seller' | 'tenant', calls: number) => {
			const { host } = new URL(String(at.shop.stored.omnifulHubApi.apiUrl));
			const key = `omniful ${host} seller-client${family === 'tenant' ? ' tenant' : ''}`;
			const all = JSON.stringify(Array.from({ length: calls }, () => Date.now()));
			await at.shop.sql(`UPDATE quotas SET calls = '${all}' WHERE key = '${key}'`);
		};
		const asked = { seller: 'stock:get', tenant: 'seller:getMany' } as const;

		test.each([
			['seller', 60],
			['tenant', 120],
		] as const)('of the %s, after %i calls, asks no more', async (family, most) => {
			const ask = async () => await act(asked[family], { listing: picked('TEE-M') });
			await ask();
			await used(family, most - 1);
			await ask();
			await used(family, most);
			await expect(ask()).rejects.toThrow(/no call may be sent for another/);
			expect(at.omniful.calls().filter(({ status }) => status === 429)).toEqual([]);
		});

		test('the other family goes on', async () => {
			await used('seller', 60);
			expect(await act('seller:getMany')).toHaveLength(1);
		});
	});

	test('lists hubs and sellers', async () => {
		expect(await act('location:getMany')).toMatchObject([{ id: 'RUH', name: 'Riyadh' }, {}]);
		expect(await act('seller:getMany')).toMatchObject([{ seller: 'seller', isActive: true }]);
		at.shop.stored.omnifulHubApi.useTenant = false;
		await expect(act('seller:getMany')).rejects.toThrow(/Tenant Credentials/);
	});

	test.each<[string, () => IDataObject]>([
		['order:create', () => ({ order: orderNamed('NEW') })],
		['order:approve', () => on('A')],
		['order:cancel', () => on('A')],
		['shipment:create', () => on('A')],
		['stock:push', () => ({ listing: picked('TEE-L'), location: picked('RUH'), quantity: '4' })],
		[
			'return:create',
			() => on('A', { returnNumber: 'R1', sku: 'TEE-M', quantity: '1', returnReason: 'x' }),
		],
	])('a dry run of %s shows the request, and sends nothing', async (operation, given) => {
		at.omniful.set({ manualApproval: true });
		await made('A');
		const since = at.omniful.calls().length;
		const [shown] = await act(operation, { ...given(), dryRun: true });
		expect(shown).toMatchObject({ dryRun: true, request: { method: expect.any(String) } });
		expect(JSON.stringify(shown)).not.toMatch(/bearer/i);
		expect(at.omniful.calls(since).filter(({ effect }) => effect !== null)).toEqual([]);
	});
});

describe('the store page of Omniful', () => {
	const at = omnifulShops();
	const store = async () =>
		(await at.shop.items('orderHub', 'store:get', { parameters: { store: picked('omniful') } }))[0];

	test('connects the seller as the stock master of its hubs', async () => {
		expect(await store()).toMatchObject({
			...{ code: 'omniful', channel: 'omniful', account: 'seller-client' },
			settings: {
				...{ stockMaster: true, orderSync: true, catalogSync: true, inventorySync: true },
				locations: [
					{ id: 'RUH', name: 'Riyadh' },
					{ id: 'JED', name: 'Jeddah' },
				],
			},
		});
		const hubs = await at.shop.sql('SELECT stock_master FROM hubs');
		expect(new Set(hubs.map(({ stock_master: master }) => master))).toEqual(new Set(['omniful']));
	});

	test('is the same as a form', async () => {
		const [given] = await at.shop.act('store:getSettingsForm');
		const form = given as unknown as SettingsForm;
		expect(JSON.stringify(form.pages)).toContain('Jeddah');
		const answers = { ...asShown(form), intervalMinutes: 9 };
		const [saved] = await at.shop.act('store:saveSettings', {
			...{ settingsFrom: 'form', form, answers, changedBy: 'asha@acme.example' },
		} as unknown as IDataObject);
		expect(saved).toMatchObject({ version: 2, changes: [{ field: 'intervalMinutes' }] });
	});

	test('warns of nothing that an OMS has no need of', async () => {
		const [saved] = await at.shop.act('store:saveSettings', omnifulPage({ intervalMinutes: 7 }));
		expect(saved).toMatchObject({ version: 2, warnings: [] });
	});
});
