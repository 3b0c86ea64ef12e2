import type { IDataObject } from 'n8n-workflow';
import { saleOrder } from '../sandbox/support/uniwareTenant';
import { pickFrom } from '../support/engine';
import { picked } from '../support/shop';
import { uniwareShops } from '../support/uniwareNodes';

const node = 'n8n-nodes-order-hub.uniwareHub';

describe('Uniware Hub, by hand', () => {
	const at = uniwareShops();

	const act = async (operation: string, parameters: IDataObject = {}) =>
		await at.shop.act(operation, parameters);
	const main = { facility: picked('WH_MAIN') };
	const on = (code: string, more: IDataObject = {}) => ({ orderId: picked(code), ...more });
	const effects = (since: number) => at.uniware.calls(since).flatMap(({ effect }) => effect ?? []);
	const lastCall = () => at.uniware.calls().at(-1)?.seq ?? 0;

	/** An order of the tenant's own, whose goods are found. */
	const placed = (code: string, quantity = 2) => {
		at.uniware.place([
			{ code, channel: 'ORDER_HUB', facility: 'WH_MAIN', lines: [{ sku: 'TEE-M', quantity }] },
		]);
		at.uniware.allocate(code);
		return at.uniware.order(code).packages[0]?.code ?? '';
	};
	const onPackage = (code: string, more: IDataObject = {}) => ({
		...main,
		packageCode: code,
		...more,
	});

	test('lists facilities, items and orders', async () => {
		placed('A');
		expect(await act('location:getMany')).toMatchObject([{ id: 'WH_MAIN' }, { id: 'WH_SOUTH' }]);
		expect(await act('listing:getMany', { returnAll: true })).toMatchObject([
			{ id: 'TEE-M', sku: 'TEE-M' },
			{ id: 'TEE-L' },
		]);
		expect(await act('order:get', on('A'))).toMatchObject([{ id: 'A', units: 2 }]);
		const many = async (filters: IDataObject) =>
			await act('order:getMany', { returnAll: true, filters });
		const hourAgo = new Date(at.uniware.clock.now() - 3_600_000).toISOString();
		for (const filters of [{}, { changedAfter: hourAgo }]) {
			expect(await many(filters)).toMatchObject([{ id: 'A' }]);
		}
		await expect(act('order:get', on('B'))).rejects.toThrow(/no order with the ID/);
	});

	test.each(['searchLocations', 'searchOrders', 'searchListings'])(
		'%s has something to pick from',
		async (method) => {
			placed('A');
			const found = await pickFrom(node, at.shop.credentials, method);
			expect(found.length).toBeGreaterThan(0);
		},
	);

	test('creates an order by its code, once, and refuses another one of the same code', async () => {
		const order = saleOrder('MINE', [
			{
				code: '1',
				itemSku: 'TEE-M',
				shippingMethodCode: 'STD',
				totalPrice: 499,
				sellingPrice: 499,
			},
		]).saleOrder as unknown as IDataObject;
		expect(await act('order:create', { saleOrder: order })).toEqual([
			{ id: 'MINE', number: 'MINE', outcome: 'sent' },
		]);
		expect(await act('order:create', { saleOrder: JSON.stringify(order) })).toMatchObject([
			{ id: 'MINE', outcome: 'already' },
		]);
		const other = { ...order, saleOrderItems: [{ itemSku: 'TEE-L' }] } as IDataObject;
		await expect(act('order:create', { saleOrder: other })).rejects.toThrow(/1 x TEE-M, not/);
		await expect(act('order:create', { saleOrder: { code: 'X' } })).rejects.toThrow(/no code, or/);
		expect(at.uniware.state().orders).toHaveLength(1);
	});

	test('finds orders by number, status and channel, as many as were asked for', async () => {
		for (const code of ['A', 'B', 'C']) placed(code, 1);
		at.uniware.advance('B', { to: 'dispatched' });
		const find = async (lookFor: IDataObject, limit = 50) =>
			(await act('order:find', { lookFor, limit })).map(({ order }) => order);
		expect(await find({ status: 'COMPLETE' })).toEqual(['B']);
		at.uniware.place([{ code: 'D', displayCode: '1007', lines: [{ sku: 'TEE-L' }] }]);
		expect(await find({ number: '1007', channel: 'CUSTOM' })).toEqual(['D']);
		expect(await find({ number: '1007', channel: 'ORDER_HUB' })).toEqual([]);
		expect(await find({}, 2)).toHaveLength(2);
	});

	test('holds, releases, verifies and cancels', async () => {
		placed('A');
		await act('order:hold', on('A'));
		expect(at.uniware.order('A').isOnHold).toBe(true);
		await act('order:release', on('A'));
		expect(at.uniware.order('A').isOnHold).toBe(false);
		at.uniware.place([{ code: 'V', lines: [{ sku: 'TEE-M' }], verified: false }]);
		await act('order:verify', on('V'));
		expect(at.uniware.order('V').status).toBe('CREATED');
		expect(await act('order:cancel', on('A'))).toMatchObject([{ id: 'A', outcome: 'sent' }]);
		expect(await act('order:cancel', on('A'))).toMatchObject([{ outcome: 'already' }]);
		expect(at.uniware.order('A')).toMatchObject({ status: 'CANCELLED', cancelsTold: 0 });
	});

	test('makes a label once and gives it again, with the invoice', async () => {
		const code = placed('A');
		const print = async (operation: string) =>
			(await at.shop.runWhole(operation, { parameters: onPackage(code) })).flat()[0];
		const made = await print('package:createLabel');
		expect(made?.json).toMatchObject({
			package: code,
			invoice: `INV-${code}`,
			fileName: `${code}-label.pdf`,
		});
		const textOf = (item: typeof made) =>
			Buffer.from(item?.binary?.data?.data ?? '', 'base64').toString();
		expect(textOf(made)).toContain(`label ${code}`);
		const since = lastCall();
		expect(textOf(await print('package:createLabel'))).toBe(textOf(made));
		expect(textOf(await print('package:getLabel'))).toBe(textOf(made));
		expect(textOf(await print('package:getInvoice'))).toContain(`invoice INV-${code}`);
		expect(effects(since)).toEqual([]);
		await expect(act('package:getLabel', onPackage(placed('B')))).rejects.toThrow(
			/INVOICE_NOT_GENERATED/,
		);
	});

	test('puts packages in a manifest, each with its result, and closes it once', async () => {
		const [one, raw] = [placed('A'), placed('B')];
		await act('package:createLabel', onPackage(one));
		const [made] = await act('manifest:create', main);
		const manifestCode = String(made?.manifest);
		const both = { ...main, manifestCode, packageCodes: `${one}, ${raw}` };
		expect(await act('manifest:addPackages', both)).toMatchObject([
			{ manifest: manifestCode, package: one, outcome: 'added' },
			{
				package: raw,
				outcome: 'refused',
				reason: expect.stringMatching(/INVALID_SHIPPING_PACKAGE/),
			},
		]);
		expect(await act('manifest:addPackages', both)).toMatchObject([{ outcome: 'added' }, {}]);
		expect(await act('manifest:close', { ...main, manifestCode })).toMatchObject([
			{ manifest: manifestCode, outcome: 'sent', packages: [one] },
		]);
		expect(await act('manifest:close', { ...main, manifestCode })).toMatchObject([
			{ outcome: 'already' },
		]);
		expect(at.uniware.order('A').status).toBe('COMPLETE');
	});

	test('dispatches a package once, and takes what was delivered back once', async () => {
		const code = placed('A');
		await expect(act('package:dispatch', onPackage(code))).rejects.toThrow(/INVALID_PACKAGE_STATE/);
		await act('package:createLabel', onPackage(code));
		expect(await act('package:dispatch', onPackage(code))).toMatchObject([{ outcome: 'sent' }]);
		expect(await act('package:dispatch', onPackage(code))).toMatchObject([{ outcome: 'already' }]);
		expect(await act('package:getMany', { ...main, filters: { order: 'A' } })).toMatchObject([
			{ package: code, order: 'A', status: 'DISPATCHED', carrier: 'DELHIVERY' },
		]);
		expect(await act('fulfilment:markDelivered', on('A'))).toMatchObject([
			{ order: 'A', items: ['1-1', '1-2'] },
		]);
		const back = on('A', { ...main, itemCodes: '1-1', returnReason: 'Too small' });
		const [made] = await act('return:create', back);
		expect(made).toMatchObject({ outcome: 'sent', return: expect.any(String) });
		expect(await act('return:create', back)).toMatchObject([
			{ outcome: 'already', return: made?.return },
		]);
		const now = at.uniware.clock.now();
		const days = (count: number) => new Date(now + count * 86_400_000).toISOString();
		expect(
			await act('return:getMany', { changedAfter: days(-1), changedBefore: days(1) }),
		).toMatchObject([{ return: made?.return }]);
	});

	test('saves a SKU: creates it first, and edits it then', async () => {
		const item = (itemName: string, more: IDataObject = {}) => ({
			...{ sku: 'CAP', itemName, category: 'DEFAULT', enabled: true },
			moreFields: { basePrice: 12, more: '{ "hsnCode": "6505" }' },
			...more,
		});
		expect(await act('listing:save', item('Cap'))).toEqual([{ sku: 'CAP', outcome: 'created' }]);
		expect(await act('listing:save', item('Blue Cap'))).toMatchObject([{ outcome: 'edited' }]);
		expect(await act('listing:getMany', { returnAll: true })).toContainEqual(
			expect.objectContaining({ id: 'CAP', title: 'Blue Cap' }),
		);
		const { body } = at.uniware.calls().find(({ kind }) => kind === 'itemType/edit') ?? {};
		expect(body).toEqual({
			itemType: {
				...{ skuCode: 'CAP', categoryCode: 'DEFAULT', name: 'Blue Cap', enabled: true },
				...{ basePrice: 12, hsnCode: '6505' },
			},
		});
		await expect(act('listing:save', item('Cap', { category: 'HATS' }))).rejects.toThrow(
			/HATS.*INVALID_CATEGORY_CODE/,
		);
		await expect(act('listing:save', item(''))).rejects.toThrow(/itemName: it is empty/);
	});

	test('allocates a courier, and dispatches by force once', async () => {
		const code = placed('A');
		const courier = { courier: 'BLUEDART', trackingNumber: 'BD-1' };
		await act('package:allocateCourier', onPackage(code, courier));
		expect(at.uniware.order('A').packages).toMatchObject([
			{ status: 'CREATED', provider: 'BLUEDART', tracking: 'BD-1' },
		]);
		await expect(
			act('package:allocateCourier', onPackage(code, { courier: 'BLUEDART' })),
		).rejects.toThrow(/trackingNumber: it is empty/);
		const none = { courier: '', trackingNumber: '' };
		expect(await act('package:forceDispatch', onPackage(code, none))).toMatchObject([
			{ package: code, outcome: 'sent' },
		]);
		expect(await act('package:forceDispatch', onPackage(code, none))).toMatchObject([
			{ outcome: 'already' },
		]);
		expect(at.uniware.order('A').packages).toMatchObject([
			{ status: 'DISPATCHED', provider: 'BLUEDART', tracking: 'BD-1' },
		]);
	});

	test('dispatches packages with a manifest of their own, each with its result, also once more', async () => {
		const [one, raw] = [placed('A'), placed('B')];
		await act('package:createLabel', onPackage(one));
		const given = { ...main, courier: 'DELHIVERY', packageCodes: `${one}, ${raw}` };
		const ends = [
			{ package: one, outcome: 'dispatched', reason: null },
			{
				package: raw,
				outcome: 'refused',
				reason: expect.stringMatching(/INVALID_SHIPPING_PACKAGE/),
			},
		];
		expect(await act('manifest:createAndClose', given)).toMatchObject(ends);
		expect(await act('manifest:createAndClose', given)).toMatchObject(ends);
		expect(at.uniware.order('A').status).toBe('COMPLETE');
		await expect(act('manifest:createAndClose', { ...given, courier: '' })).rejects.toThrow(
			/courier: it is empty/,
		);
	});

	test('completes a return once, and what is good is stock again', async () => {
		const code = placed('A');
		await act('package:forceDispatch', onPackage(code, { courier: 'DHL', trackingNumber: 'T' }));
		const back = on('A', { ...main, itemCodes: '1-1' });
		await act('return:create', { ...back, returnReason: 'Too small' });
		const stock = () =>
			at.uniware.stock().find(({ sku, facility }) => sku === 'TEE-M' && facility === 'WH_MAIN')
				?.inventory;
		expect(stock()).toBe(8);
		const whole = { ...back, condition: 'GOOD_INVENTORY' };
		expect(await act('return:complete', whole)).toMatchObject([{ order: 'A', outcome: 'sent' }]);
		expect(await act('return:complete', whole)).toMatchObject([{ outcome: 'already' }]);
		expect(stock()).toBe(9);
		await expect(act('return:complete', { ...whole, itemCodes: '1-2' })).rejects.toThrow(
			/INVALID_REVERSE_PICKUP_STATE/,
		);
	});

	test('holds single units, and lets them go', async () => {
		placed('A');
		const held = () => at.uniware.order('A').items.map(({ isOnHold }) => isOnHold);
		expect(await act('order:hold', on('A', { heldCodes: '1-2' }))).toEqual([
			{ order: 'A', items: ['1-2'], outcome: 'sent' },
		]);
		expect([held(), at.uniware.order('A').isOnHold]).toEqual([[false, true], false]);
		await act('order:release', on('A', { heldCodes: '1-2' }));
		expect(held()).toEqual([false, false]);
	});

	test('shows what a facility has, and adjusts it with a result for each row', async () => {
		expect(await act('stock:get', { listing: picked('TEE-M'), ...main })).toEqual([
			{
				...{ sku: 'TEE-M', facility: 'WH_MAIN', inventory: 10, openSale: 0, blocked: 0 },
				available: 10,
			},
		]);
		const expressions = {
			listing: { __rl: true, mode: 'id', value: '={{ $json.sku }}' },
			...main,
			adjustment: '={{ $json.how }}',
		};
		const rows = await at.shop.items('uniwareHub', 'stock:adjust', {
			parameters: expressions,
			items: [
				{ sku: 'TEE-M', how: 'REPLACE', quantity: 20 },
				{ sku: 'NOTHING', how: 'REPLACE', quantity: 1 },
				{ sku: 'TEE-L', how: 'ADD', quantity: 4 },
				{ sku: 'TEE-L', how: 'REMOVE', quantity: 1 },
			],
		});
		expect(rows).toMatchObject([
			{ sku: 'TEE-M', outcome: 'stored', reason: null },
			{ sku: 'NOTHING', outcome: 'refused', reason: expect.stringMatching(/INVALID_ITEM_TYPE/) },
			{ outcome: 'stored' },
			{ outcome: 'stored' },
		]);
		const kept = at.uniware.stock().filter(({ facility }) => facility === 'WH_MAIN');
		expect(kept.map(({ sku, inventory }) => `${sku} ${inventory}`)).toEqual([
			'TEE-M 20',
			'TEE-L 6',
		]);
	});

	test('does not add twice where nobody knows whether it arrived, and replaces again', async () => {
		const row = (adjustment: string) => ({
			...{ listing: picked('TEE-L'), ...main, adjustment, quantity: '4' },
		});
		at.uniware.setFaults({ dropAfter: 1, only: 'inventory/adjust/bulk', forTheNext: 1 });
		await expect(act('stock:adjust', row('ADD'))).rejects.toThrow(/nobody knows/);
		expect(at.uniware.stock().find(({ sku }) => sku === 'TEE-L')?.inventory).toBe(7);
		at.uniware.setFaults({ dropAfter: 1, only: 'inventory/adjust/bulk', forTheNext: 1 });
		expect(await act('stock:adjust', row('REPLACE'))).toMatchObject([{ outcome: 'stored' }]);
		expect(at.uniware.stock().find(({ sku }) => sku === 'TEE-L')?.inventory).toBe(4);
	});

	test.each<[string, (code: string) => IDataObject]>([
		['order:cancel', () => on('A')],
		['order:hold', () => on('A')],
		['order:create', () => ({ saleOrder: saleOrder('NEW').saleOrder as unknown as IDataObject })],
		['package:createLabel', (code) => onPackage(code)],
		['package:dispatch', (code) => onPackage(code)],
		['package:forceDispatch', (code) => onPackage(code)],
		['listing:save', () => ({ sku: 'CAP', itemName: 'Cap', category: 'DEFAULT' })],
		['manifest:create', () => main],
		['stock:adjust', () => ({ listing: picked('TEE-L'), ...main, quantity: '4' })],
		['return:create', () => on('A', { ...main, itemCodes: '1-1', returnReason: 'x' })],
	])('a dry run of %s shows the request, and sends nothing', async (operation, given) => {
		const code = placed('A');
		const since = lastCall();
		const [shown] = await act(operation, { ...given(code), dryRun: true });
		expect(shown).toMatchObject({ dryRun: true, request: { method: 'POST' } });
		expect(JSON.stringify(shown)).not.toMatch(/bearer/i);
		expect(effects(since)).toEqual([]);
	});
});
