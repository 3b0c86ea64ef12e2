import type { IDataObject } from 'n8n-workflow';
import { item, sold } from '../support/soldOnIconic';
import { picked } from '../support/shop';
import { openUniware, uniwareShops } from '../support/uniwareNodes';
import type { UniwareNodes } from '../support/uniwareNodes';

const on = (code: string, more: IDataObject = {}) => ({ orderId: picked(code), ...more });

describe('what a person gives the node Uniware Hub', () => {
	let shop: UniwareNodes;
	beforeEach(async () => {
		shop = await openUniware();
	});
	afterEach(() => shop.close());

	const act = async (operation: string, parameters: IDataObject = {}) =>
		await shop.act(operation, parameters);
	const main = { facility: picked('WH_MAIN') };
	const since = () => shop.uniware.calls().at(-1)?.seq ?? 0;
	const effects = (from: number) => shop.uniware.calls(from).flatMap(({ effect }) => effect ?? []);

	/** An order of the tenant's own, whose goods are found; answers its package. */
	const placed = (code: string, quantity = 2) => {
		shop.uniware.place([
			{ code, channel: 'ORDER_HUB', facility: 'WH_MAIN', lines: [{ sku: 'TEE-M', quantity }] },
		]);
		shop.uniware.allocate(code);
		return { ...main, packageCode: shop.uniware.order(code).packages[0]?.code ?? '' };
	};
	const labelled = async (code: string) => {
		const made = placed(code);
		await act('package:createLabel', made);
		return made.packageCode;
	};

	test.each<[string, string, () => IDataObject, RegExp]>([
		[
			'manifest:addPackages',
			'no package',
			() => ({ ...main, manifestCode: 'SM1', packageCodes: ' , ' }),
			/packageCodes: none/,
		],
		[
			'manifest:createAndClose',
			'no package',
			() => ({ ...main, courier: 'DELHIVERY', packageCodes: '' }),
			/packageCodes: none/,
		],
		[
			'return:create',
			'no unit',
			() => on('A', { ...main, itemCodes: '', returnReason: 'Too small' }),
			/itemCodes: none/,
		],
		[
			'return:create',
			'no reason',
			() => on('A', { ...main, itemCodes: '1-1', returnReason: '' }),
			/returnReason: it is empty/,
		],
		[
			'return:complete',
			'no unit',
			() => on('A', { ...main, itemCodes: '', condition: 'GOOD_INVENTORY' }),
			/itemCodes: none/,
		],
		[
			'order:create',
			'no row',
			() => ({ saleOrder: { code: 'X', saleOrderItems: [] } }),
			/no code, or no saleOrderItems/,
		],
		[
			'listing:save',
			'a list for further fields',
			() => ({
				...{ sku: 'CAP', itemName: 'Cap', category: 'DEFAULT' },
				moreFields: { more: '["6505"]' },
			}),
			/more: it is no JSON object/,
		],
	])('%s with %s is refused without a call', async (operation, _what, given, message) => {
		placed('A');
		const before = since();
		await expect(act(operation, given())).rejects.toThrow(message);
		expect(shop.uniware.calls(before)).toEqual([]);
	});

	test('is told of a SKU that a facility has never had', async () => {
		const given = { listing: picked('tee-m'), ...main };
		await expect(act('stock:get', given)).rejects.toThrow(/WH_MAIN has never had SKU tee-m/);
	});

	test.each<[string, () => Promise<IDataObject>]>([
		['order:verify', async () => on('V')],
		['order:release', async () => on('A')],
		[
			'package:allocateCourier',
			async () => ({ ...placed('B'), courier: 'BLUEDART', trackingNumber: 'BD-1' }),
		],
		[
			'manifest:addPackages',
			async () => ({
				...main,
				packageCodes: await labelled('B'),
				manifestCode: (await act('manifest:create', main))[0]?.manifest,
			}),
		],
		[
			'manifest:close',
			async () => ({ ...main, manifestCode: (await act('manifest:create', main))[0]?.manifest }),
		],
		[
			'manifest:createAndClose',
			async () => ({ ...main, courier: 'DELHIVERY', packageCodes: await labelled('B') }),
		],
		[
			'fulfilment:markDelivered',
			async () => {
				placed('B');
				shop.uniware.advance('B', { to: 'dispatched' });
				return on('B');
			},
		],
		[
			'return:complete',
			async () => {
				placed('B');
				shop.uniware.advance('B', { to: 'delivered' });
				const back = on('B', { ...main, itemCodes: '1-1' });
				await act('return:create', { ...back, returnReason: 'Too small' });
				return { ...back, condition: 'GOOD_INVENTORY' };
			},
		],
	])('a dry run of %s shows the request, and sends nothing', async (operation, given) => {
		placed('A');
		shop.uniware.place([{ code: 'V', lines: [{ sku: 'TEE-M' }], verified: false }]);
		const parameters = { ...(await given()), dryRun: true };
		const before = since();
		expect(await act(operation, parameters)).toMatchObject([
			{ dryRun: true, request: { method: 'POST' } },
		]);
		expect(effects(before)).toEqual([]);
	});

	test('only the units that are named are marked as delivered', async () => {
		placed('A');
		shop.uniware.advance('A', { to: 'dispatched' });
		expect(await act('fulfilment:markDelivered', on('A', { itemCodes: '1-2' }))).toMatchObject([
			{ order: 'A', items: ['1-2'] },
		]);
		expect(shop.uniware.order('A').items.map(({ status }) => status)).toEqual([
			'DISPATCHED',
			'DELIVERED',
		]);
	});

	test('a manifest is that of the courier that is named', async () => {
		await act('manifest:create', { ...main, courier: 'BLUEDART' });
		expect(shop.uniware.state().manifests).toMatchObject([{ provider: 'BLUEDART' }]);
	});

	test('packages are found by their order, by where they stand, and all where neither is named', async () => {
		placed('A');
		await labelled('B');
		const found = async (filters: IDataObject) =>
			(await act('package:getMany', { ...main, filters })).map(({ order }) => order).sort();
		expect(await found({ status: 'READY_TO_SHIP' })).toEqual(['B']);
		expect(await found({ order: 'A' })).toEqual(['A']);
		expect(await found({})).toEqual(['A', 'B']);
	});

	test('a file goes into the field that is named', async () => {
		const parameters = { ...placed('A'), binaryPropertyName: 'label' };
		const [[made] = []] = await shop.runWhole('package:createLabel', { parameters });
		expect(Object.keys(made?.binary ?? {})).toEqual(['label']);
	});

	test('a package without its label yet is said to be so', async () => {
		const parameters = placed('A');
		shop.uniware.advance('A', { to: 'packed' });
		await expect(act('package:getLabel', parameters)).rejects.toThrow(/has no label yet/);
	});

	test('a SKU that is switched off is saved as such', async () => {
		const cap = { sku: 'CAP', itemName: 'Cap', category: 'DEFAULT', enabled: false };
		await act('listing:save', cap);
		const { body } =
			shop.uniware.calls().find(({ kind }) => kind === 'itemType/createOrEdit') ?? {};
		expect(body).toMatchObject({ itemType: { skuCode: 'CAP', enabled: false } });
	});

	test('returns are those of couriers, or those of customers', async () => {
		const { packageCode } = placed('A');
		shop.uniware.advance('A', { to: 'dispatched' });
		shop.uniware.sendBack('A', { package: packageCode });
		const now = shop.uniware.clock.now();
		const [changedAfter, changedBefore] = [-1, 1].map((days) =>
			new Date(now + days * 86_400_000).toISOString(),
		);
		const found = async (returnType: string) =>
			await act('return:getMany', { changedAfter, changedBefore, returnType });
		expect([await found('RTO'), await found('CIR')]).toMatchObject([[{}], []]);
	});

	test('more rows of stock than go into one call go in several, each with its result', async () => {
		const rows = await shop.items('uniwareHub', 'stock:adjust', {
			parameters: { listing: picked('TEE-L'), ...main, adjustment: 'ADD', quantity: '1' },
			items: Array.from({ length: 501 }, () => ({})),
		});
		expect(rows.map(({ outcome }) => outcome)).toEqual(Array(501).fill('stored'));
		expect(shop.uniware.stock().find(({ sku }) => sku === 'TEE-L')?.inventory).toBe(504);
	});
});

describe('the fulfilments of Uniware Hub, by hand', () => {
	const at = uniwareShops();

	test('what has left of an order that was handed over comes package by package', async () => {
		await at.connectIconic();
		await at.taken(sold('7001', { lines: [item('1', 'TEE-M'), item('2', 'TEE-L', 6600)] }));
		await at.shop.tick('uniware/send-orders');
		const [{ code } = { code: '' }] = at.uniware.state().orders;
		await expect(at.shop.act('fulfilment:getMany', on('A'))).rejects.toThrow(
			/A was not handed over/,
		);
		at.uniware.allocate(code);
		at.uniware.advance(code, { to: 'dispatched', provider: 'DELHIVERY', tracking: 'D-1' });
		expect(await at.shop.act('fulfilment:getMany', on(code))).toMatchObject([
			{ order: code, status: 'shipped', tracking: { number: 'D-1', carrier: 'DELHIVERY' } },
		]);
	});
});
