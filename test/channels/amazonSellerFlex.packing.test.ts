import { amazonSellerFlex } from '../../channels/amazonSellerFlex/connector';
import { amazonShop, recommendedPackage } from './amazonShop';
import type { AmazonShop } from './amazonShop';
import { called, lastCall, meddling, parcel, placed, told } from './amazonUpdate';
import { failureOf } from './testShop';

const { updates } = amazonSellerFlex;

const packing = ['createPackages', 'retrieveShippingOptions', 'generateShipLabels', 'document'];

describe('packing an order of amazonSellerFlex', () => {
	let shop: AmazonShop;
	beforeEach(async () => {
		shop = await amazonShop();
	});
	afterEach(() => shop.close());

	const confirmed = async (draft: Parameters<typeof placed>[1] = {}) => {
		const id = placed(shop, draft);
		await updates.send(shop.seller, await told(shop, id, 'CONFIRMED'));
		return id;
	};
	const sentPackages = (since: number) =>
		shop.sandbox.calls(since).find(({ kind }) => kind === 'createPackages')?.body;

	it('packs all parcels in one call, and ships each', async () => {
		const lines = [
			{ sku: 'KETTLE-1', quantity: 3 },
			{ sku: 'CUP-1', quantity: 1 },
		];
		const id = await confirmed({ lines });
		const parcels = [parcel(11, { 1: 2 }), parcel(12, { 1: 1, 2: 1 })];
		const before = lastCall(shop);
		const sent = await updates.send(
			shop.seller,
			await told(shop, id, 'SHIPLABEL_GENERATED', { parcels }),
		);
		expect(called(shop, before).filter((kind) => kind !== 'getShipment')).toEqual([
			'createPackages',
			'retrieveShippingOptions',
			'retrieveShippingOptions',
			'generateShipLabels',
			'document',
			'document',
		]);
		expect(sent.parcels?.map((one) => one.parcel)).toEqual([11, 12]);
		await updates.send(shop.seller, await told(shop, id, 'SHIPPED', { parcels }));
		expect(shop.sandbox.shipment(id)).toMatchObject({
			status: 'SHIPPED',
			packages: [
				{ id: 'P11', lines: { 1: 2 } },
				{ id: 'P12', lines: { 1: 1, 2: 1 } },
			],
		});
	});

	it('says the size that a person set, else the one that Amazon recommends', async () => {
		const id = await confirmed({ recommendedPackage });
		const bare = await told(shop, id, 'SHIPLABEL_GENERATED', {
			parcels: [parcel(7, { 1: 2 }, { box: null })],
		});
		const before = lastCall(shop);
		await updates.send(shop.seller, bare);
		expect(sentPackages(before)).toEqual({
			packages: [
				{
					id: 'P7',
					dimensions: {
						length: { value: '20.00', dimensionUnit: 'CM' },
						width: { value: '15.00', dimensionUnit: 'CM' },
						height: { value: '10.00', dimensionUnit: 'CM' },
					},
					weight: { value: '500.00', weightUnit: 'G' },
					packageLineItems: [{ packageLineItemId: '1', quantity: 2 }],
				},
			],
		});
		const other = await confirmed({ recommendedPackage });
		const set = lastCall(shop);
		const light = { length: 1, width: 2.345, height: 3, weight: 2 };
		const parcels = [parcel(7, { 1: 2 }, { box: light })];
		await updates.send(shop.seller, await told(shop, other, 'SHIPLABEL_GENERATED', { parcels }));
		expect(sentPackages(set)).toMatchObject({
			packages: [{ dimensions: { width: { value: '2.35' } }, weight: { value: '5.00' } }],
		});
	});

	it('waits for a person to say the size that nobody knows, without asking Amazon', async () => {
		const id = await confirmed();
		const parcels = [parcel(7, { 1: 2 }, { box: null })];
		const update = await told(shop, id, 'SHIPLABEL_GENERATED', { parcels });
		const before = lastCall(shop);
		expect(await updates.send(shop.seller, update)).toMatchObject({
			outcome: 'waits',
			detail: expect.stringContaining('size and weight'),
			until: null,
		});
		expect(called(shop, before)).toEqual([]);
	});

	it('says of each line what Amazon wants, and nothing that it does not want', async () => {
		const id = placed(shop, {
			lines: [
				{
					sku: 'DRONE-1',
					quantity: 1,
					price: 350,
					requires: ['countryOfOrigin', 'itemValue', 'hazmatLabels'],
				},
				{ sku: 'CUP-1', quantity: 1 },
			],
			overrides: { lineItems: [{ countryOfOrigin: 'TR', hazmatLabels: ['UN3481'] }] },
		});
		await updates.send(shop.seller, await told(shop, id, 'CONFIRMED'));
		const before = lastCall(shop);
		const update = await told(shop, id, 'SHIPLABEL_GENERATED');
		expect((await updates.send(shop.seller, update)).outcome).toBe('sent');
		expect(sentPackages(before)).toMatchObject({
			packages: [
				{
					packageLineItems: [
						{
							packageLineItemId: '1',
							quantity: 1,
							countryOfOrigin: 'TR',
							itemValue: { value: '350', currencyCode: 'AED' },
						},
						{ packageLineItemId: '2', quantity: 1 },
					],
					hazmatLabels: ['UN3481'],
				},
			],
		});
	});

	it('refuses to pack what only Seller Flex can, and says why', async () => {
		const id = await confirmed({
			lines: [{ sku: 'PHONE-1', quantity: 1, requires: ['serialNumbers'] }],
		});
		const update = await told(shop, id, 'SHIPLABEL_GENERATED');
		const before = lastCall(shop);
		expect(await failureOf(updates.send(shop.seller, update))).toMatchObject({
			kind: 'rejected',
			message: expect.stringMatching(/wants serial numbers .*Pack the order in Seller Flex/),
		});
		expect(called(shop, before)).toEqual([]);
	});

	it('refuses to pack a part of the order', async () => {
		const id = await confirmed();
		const update = await told(shop, id, 'SHIPLABEL_GENERATED', { parcels: [parcel(7, { 1: 1 })] });
		expect(await failureOf(updates.send(shop.seller, update))).toMatchObject({
			kind: 'rejected',
			message: expect.stringContaining('1 of 2 units of line 1'),
		});
	});

	it('passes on what Amazon says of a package that it does not take', async () => {
		const id = await confirmed();
		const parcels = [parcel(7, { 1: 2 })];
		const memo = JSON.stringify({
			isInvoiced: false,
			rejectable: [],
			lines: [{ id: '1', units: 2, country: 'TR' }],
			boxes: [],
		});
		const update = await told(shop, id, 'SHIPLABEL_GENERATED', { parcels, memo });
		const sent = await failureOf(updates.send(shop.seller, update));
		expect(sent).toMatchObject({
			kind: 'rejected',
			message: expect.stringMatching(
				/refused the packages of order .*status 400, InvalidInput: countryOfOrigin of line '1' is disallowed.*Look in Seller Flex/,
			),
		});
	});

	it('ships by the form of the older model where Amazon wants that', async () => {
		const old = await amazonShop({ shipsByBody: true });
		const id = placed(old);
		const before = lastCall(old);
		await updates.send(old.seller, await told(old, id, 'SHIPPED'));
		expect(called(old, before).slice(-2)).toEqual([
			'updatePackageStatus 400',
			'updatePackageStatus',
		]);
		expect(old.sandbox.shipment(id).status).toBe('SHIPPED');
		await old.close();
	});

	it('follows where Amazon moves on between a look and the next call', async () => {
		const id = await confirmed();
		const update = await told(shop, id, 'SHIPLABEL_GENERATED');
		const isSlot = (path: string) => path.endsWith('/shippingOptions');
		const http = meddling(shop.seller, isSlot, () => void shop.sandbox.cancel(id));
		expect(await failureOf(updates.send(http, update))).toMatchObject({
			kind: 'rejected',
			message: expect.stringContaining('is cancelled on Amazon'),
		});
	});

	it('has nothing to tell of a tracking number that Amazon made', async () => {
		const id = placed(shop);
		const update = await told(shop, id, 'SHIPPED', { effect: 'tracking' });
		const before = lastCall(shop);
		expect((await updates.send(shop.seller, update)).outcome).toBe('already');
		expect(called(shop, before)).toEqual([]);
	});

	it('refuses to pack what is in no parcel, without asking', async () => {
		const id = placed(shop);
		const update = await told(shop, id, 'SHIPLABEL_GENERATED', { parcels: [] });
		const before = lastCall(shop);
		expect((await failureOf(updates.send(shop.seller, update))).message).toContain('no parcel');
		expect(called(shop, before)).toEqual([]);
	});

	it('looks first where it was given no memo, or one that it does not know', async () => {
		for (const memo of [undefined, '', '{"lines":7}']) {
			const id = await confirmed();
			const before = lastCall(shop);
			const update = await told(shop, id, 'SHIPLABEL_GENERATED', { memo });
			const asked = lastCall(shop);
			await updates.send(shop.seller, update);
			expect(called(shop, asked)).toEqual(['getShipment', ...packing]);
			expect(before).toBeLessThan(asked);
		}
	});
});
