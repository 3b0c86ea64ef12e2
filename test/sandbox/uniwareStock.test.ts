import { closeTenants, failureIn, itemOf, openTenant, type Tenant } from './support/uniwareTenant';

describe('items and stock in the sandbox of Uniware', () => {
	let tenant: Tenant;
	beforeEach(async () => {
		tenant = await openTenant();
	});
	afterEach(closeTenants);

	const snapshot = async (skus: readonly string[], facility = 'WH_MAIN') =>
		(await tenant.post('/inventory/inventorySnapshot/get', { itemTypeSKUs: skus }, facility)).body;

	it('shows what is on the shelf and what is sold of it, and warns of what it does not know', async () => {
		await tenant.create('A', [itemOf('1'), itemOf('2')]);
		expect(await snapshot(['TEE-M', 'tee-m'])).toMatchObject({
			successful: true,
			inventorySnapshots: [
				{ itemTypeSKU: 'TEE-M', inventory: 10, openSale: 2, inventoryBlocked: 0 },
			],
			warnings: [{ code: 10001, message: 'INVALID_ITEM_TYPE' }],
		});
		expect((await snapshot(['SCARF'], 'WH_SOUTH')).inventorySnapshots).toEqual([]);
	});

	it('shows only what was touched to those who ask since when', async () => {
		tenant.sandbox.clock.advance(3_600_000);
		tenant.sandbox.setStock([{ sku: 'SCARF', quantity: 7 }]);
		const asked = { updatedSinceInMinutes: 30 };
		const { body } = await tenant.post('/inventory/inventorySnapshot/get', asked);
		expect(body.inventorySnapshots).toMatchObject([{ itemTypeSKU: 'SCARF', inventory: 7 }]);
		const long = { updatedSinceInMinutes: 1441 };
		expect(failureIn(await tenant.post('/inventory/inventorySnapshot/get', long))).not.toBeNull();
	});

	it('takes what is dispatched off the shelf, and what is cancelled back', async () => {
		for (const code of ['A', 'B', 'C']) await tenant.create(code);
		tenant.sandbox.allocate();
		tenant.sandbox.advance('A', { to: 'dispatched' });
		tenant.sandbox.cancel('B');
		tenant.sandbox.advance('C', { to: 'packed' });
		tenant.sandbox.cancel('C');
		// What was invoiced waits for a putaway.
		expect((await snapshot(['TEE-M'])).inventorySnapshots).toMatchObject([
			{ inventory: 8, openSale: 0, putawayPending: 1 },
		]);
	});

	it('lets what there is no stock of wait', async () => {
		await tenant.create('A', [itemOf('1', 'SCARF'), itemOf('2', 'SCARF')]);
		tenant.sandbox.setStock([{ sku: 'SCARF', quantity: 1 }]);
		tenant.sandbox.allocate('A');
		expect(tenant.sandbox.order('A').items.map(({ status }) => status)).toEqual([
			'FULFILLABLE',
			'UNFULFILLABLE',
		]);
		tenant.sandbox.setStock([{ sku: 'SCARF', quantity: 2 }]);
		tenant.sandbox.allocate('A');
		expect(tenant.sandbox.order('A').packages).toHaveLength(2);
	});

	it('adjusts many rows, each for itself', async () => {
		const row = (itemSKU: string, adjustmentType: string, quantity: number, more: object = {}) => ({
			...{ itemSKU, quantity, adjustmentType, shelfCode: 'DEFAULT', facilityCode: 'WH_MAIN' },
			...more,
		});
		const { body } = await tenant.post('/inventory/adjust/bulk', {
			inventoryAdjustments: [
				row('TEE-M', 'REPLACE', 50),
				row('SCARF', 'ADD', 2),
				row('SCARF', 'REMOVE', 9),
				row('NOTHING', 'ADD', 1),
				row('TEE-M', 'ADD', 1, { facilityCode: 'WH' }),
				row('TEE-M', 'ADD', 1, { shelfCode: 'A1' }),
				row('TEE-M', 'REMOVE', 5),
			],
		});
		const rows = body.inventoryAdjustmentResponses as {
			successful: boolean;
			errors: { message: string }[];
		}[];
		expect(body.successful).toBe(true);
		expect(rows.map(({ successful, errors }) => errors[0]?.message ?? successful)).toEqual([
			true,
			true,
			'INVENTORY_NOT_FOUND_AT_EXPECTED_LOCATION',
			'INVALID_ITEM_TYPE',
			'INVALID_FACILITY_CODE',
			'INVALID_SHELF_CODE',
			true,
		]);
		expect((await snapshot(['TEE-M', 'SCARF'])).inventorySnapshots).toMatchObject([
			{ inventory: 45 },
			{ inventory: 5 },
		]);
	});

	it('gets, searches, makes and edits items; making edits nothing', async () => {
		const itemType = { skuCode: 'HAT-1', categoryCode: 'DEFAULT', name: 'Hat' };
		const made = async (path: string, item: object) =>
			failureIn(await tenant.post(`/catalog/itemType/${path}`, { itemType: item }));
		expect(await made('createOrEdit', itemType)).toBeNull();
		expect(await made('createOrEdit', { ...itemType, name: 'Cap' })).toBe('INVALID_REQUEST');
		expect(await made('edit', { ...itemType, name: 'Cap' })).toBeNull();
		expect(await made('createOrEdit', { ...itemType, skuCode: 'A B' })).toBe('INVALID_REQUEST');
		expect(await made('edit', { ...itemType, categoryCode: 'X' })).toBe('INVALID_CATEGORY_CODE');
		const found = await tenant.post('/product/itemType/search', { keyword: 'cap' });
		expect(found.body.elements).toMatchObject([{ skuCode: 'HAT-1', name: 'Cap', enabled: true }]);
		const unknown = await tenant.post('/catalog/itemType/get', { skuCode: 'hat-1' });
		expect(failureIn(unknown)).toBe('INVALID_ITEM_TYPE');
	});
});
