import { amazonSellerFlex } from '../../channels/amazonSellerFlex/connector';
import { amazonShop, recommendedPackage } from './amazonShop';
import type { AmazonShop } from './amazonShop';
import { called, lastCall, meddling, parcel, placed, told } from './amazonUpdate';
import { failureOf } from './testShop';

const { updates } = amazonSellerFlex;

const packing = ['createPackages', 'retrieveShippingOptions', 'generateShipLabels', 'document'];

describe.each([422, 409, 400] as const)(
	'told of an order, where Amazon refuses with %d what comes at the wrong time',
	(wrongState) => {
		let shop: AmazonShop;
		beforeEach(async () => {
			shop = await amazonShop({ wrongState });
		});
		afterEach(() => shop.close());

		const status = (id: string) => shop.sandbox.shipment(id).status;

		it('takes at most seven calls to ship an order, the invoice and the label file among them', async () => {
			const id = placed(shop, { invoice: true });
			const confirmed = await told(shop, id, 'CONFIRMED');
			const labelled = await told(shop, id, 'SHIPLABEL_GENERATED');
			const shipped = await told(shop, id, 'SHIPPED');
			const before = lastCall(shop);
			for (const update of [confirmed, labelled, shipped]) {
				expect((await updates.send(shop.seller, update)).outcome).toBe('sent');
			}
			expect(called(shop, before)).toEqual([
				'processShipment',
				'createPackages',
				'retrieveShippingOptions',
				'generateInvoice',
				'generateShipLabels',
				'document',
				'updatePackageStatus',
			]);
			expect(status(id)).toBe('SHIPPED');
		});

		it('answers the tracking number and the label of each parcel', async () => {
			const id = placed(shop);
			await updates.send(shop.seller, await told(shop, id, 'CONFIRMED'));
			const sent = await updates.send(shop.seller, await told(shop, id, 'SHIPLABEL_GENERATED'));
			const [made] = shop.sandbox.shipment(id).packages;
			expect(sent.parcels).toEqual([
				{
					parcel: 7,
					tracking: { number: made?.label?.trackingId, carrier: made?.label?.carrier, url: null },
					label: { mimeType: 'x.application/zpl', base64: expect.stringMatching(/^[\w+/]+=*$/) },
				},
			]);
			const file = Buffer.from(sent.parcels?.[0]?.label?.base64 ?? '', 'base64').toString();
			expect(file).toContain('^XA');
		});

		it.each(['CONFIRMED', 'SHIPLABEL_GENERATED', 'SHIPPED'])(
			'looks when %s is refused, and finds that it was told before',
			async (goal) => {
				const id = placed(shop);
				const update = await told(shop, id, goal);
				await updates.send(shop.seller, update);
				const effected = shop.effects(id);
				const again = await updates.send(shop.seller, update);
				expect(again.outcome).toBe('already');
				expect(shop.effects(id)).toBe(effected);
				const before = lastCall(shop);
				const repeated = await updates.send(shop.seller, update, true);
				expect(repeated.outcome).toBe('already');
				expect(called(shop, before)[0]).toBe('getShipment');
				expect(shop.effects(id)).toBe(effected);
			},
		);

		it('goes on from wherever the shipment stands', async () => {
			for (const stands of [
				'ACCEPTED',
				'CONFIRMED',
				'PACKAGE_CREATED',
				'SHIPLABEL_GENERATED',
			] as const) {
				const id = placed(shop, { recommendedPackage });
				if (stands !== 'ACCEPTED') shop.sandbox.advance(id, { status: stands });
				const sent = await updates.send(shop.seller, await told(shop, id, 'SHIPPED'));
				expect([stands, sent.outcome, status(id)]).toEqual([stands, 'sent', 'SHIPPED']);
			}
		});

		it('fetches the label again when it was made before, and sends nothing else', async () => {
			const id = placed(shop);
			const update = await told(shop, id, 'SHIPLABEL_GENERATED');
			const first = await updates.send(shop.seller, update);
			const before = lastCall(shop);
			const again = await updates.send(shop.seller, update, true);
			expect(again).toEqual({ ...first, outcome: 'already', detail: expect.any(String) });
			expect(called(shop, before)).toEqual(['getShipment', 'generateShipLabels', 'document']);
		});

		it('says so where Amazon has cancelled the order meanwhile', async () => {
			const id = placed(shop);
			const goals = ['CONFIRMED', 'SHIPLABEL_GENERATED', 'SHIPPED'];
			const all = await Promise.all(goals.map(async (goal) => await told(shop, id, goal)));
			shop.sandbox.cancel(id);
			for (const update of all) {
				expect(await failureOf(updates.send(shop.seller, update))).toMatchObject({
					kind: 'rejected',
					message: expect.stringMatching(/is cancelled on Amazon, so ".*" was not told/),
				});
			}
		});

		it('waits until Amazon lets anybody pack, and then packs', async () => {
			const id = placed(shop, { earliestPackDateTime: '2026-03-02 10:00:00Z' });
			await updates.send(shop.seller, await told(shop, id, 'CONFIRMED'));
			const update = await told(shop, id, 'SHIPLABEL_GENERATED');
			const waits = { outcome: 'waits', until: '2026-03-02T10:00:00.000Z' };
			const before = lastCall(shop);
			expect(await updates.send(shop.seller, update)).toMatchObject(waits);
			expect(called(shop, before)).toEqual([]);
			const { now, memo, ...unknown } = update;
			expect(await updates.send(shop.seller, { ...unknown, memo })).toMatchObject(waits);
			expect(await updates.send(shop.seller, unknown)).toMatchObject(waits);
			// The hub's clock is ahead of Amazon's.
			const early = { ...update, now: '2026-03-02T10:00:00.000Z' };
			expect(await updates.send(shop.seller, early)).toMatchObject(waits);
			expect(status(id)).toBe('CONFIRMED');
			shop.wait(3_600_000);
			const sent = await updates.send(shop.seller, { ...update, now: shop.now() });
			expect([now, sent.outcome]).toEqual([expect.any(String), 'sent']);
		});
	},
);

describe('told of an order, amazonSellerFlex', () => {
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

	it('asks again for a label that fails for now', async () => {
		const id = await confirmed({ failingLabels: 1 });
		const before = lastCall(shop);
		const sent = await updates.send(shop.seller, await told(shop, id, 'SHIPLABEL_GENERATED'));
		expect(sent.parcels).toHaveLength(1);
		expect(called(shop, before).filter((kind) => kind === 'generateShipLabels')).toHaveLength(2);
	});

	it('keeps the label that was made while another one fails', async () => {
		const id = await confirmed({ lines: [{ sku: 'KETTLE-1', quantity: 2 }], failingLabels: 2 });
		const parcels = [parcel(11, { 1: 1 }), parcel(12, { 1: 1 })];
		const update = await told(shop, id, 'SHIPLABEL_GENERATED', { parcels });
		const first = await updates.send(shop.seller, update);
		expect(first.parcels?.map((one) => one.parcel).sort()).toEqual([11, 12]);
		const other = await confirmed({ failingLabels: 3 });
		const late = await told(shop, other, 'SHIPLABEL_GENERATED', { parcels });
		expect(await failureOf(updates.send(shop.seller, late))).toMatchObject({
			kind: 'unavailable',
			message: expect.stringMatching(/no label yet for package P1[12] \(00001: /),
		});
		const again = await updates.send(shop.seller, late, true);
		expect(again.parcels?.map((one) => one.parcel).sort()).toEqual([11, 12]);
	});

	it('refuses a label that Amazon never makes, and names the package', async () => {
		const id = await confirmed();
		const failing = Object.assign(
			async (request: Parameters<typeof shop.seller>[0]) => {
				const answer = await shop.seller(request);
				if (!request.path.endsWith('/shipLabels')) return answer;
				const errorDetails = { code: '00042', message: 'No carrier takes it.' };
				const failed = { packageId: 'P7', status: 'FAILURE', errorDetails };
				return { ...answer, body: { packageShipLabelList: [failed] } };
			},
			{ seller: shop.seller.seller },
		);
		const update = await told(shop, id, 'SHIPLABEL_GENERATED');
		expect(await failureOf(updates.send(failing, update))).toMatchObject({
			kind: 'rejected',
			message: expect.stringMatching(/package P7 .*00042: No carrier takes it/),
		});
	});

	it('fetches the file by another address where the first does not answer', async () => {
		const id = await confirmed();
		const update = await told(shop, id, 'SHIPLABEL_GENERATED');
		shop.sandbox.setFaults({ rate500: 1, only: 'document', forTheNext: 1 });
		const failure = await failureOf(updates.send(shop.seller, update));
		expect(failure).toMatchObject({
			kind: 'unavailable',
			message: expect.stringContaining('label of package P7'),
		});
		expect(failure.message).not.toMatch(/https?:|Signature/i);
		const again = await updates.send(shop.seller, update, true);
		expect(again.parcels?.[0]?.label).not.toBeNull();
	});

	it('takes the package that a person made in Seller Flex for that of the only parcel', async () => {
		const id = placed(shop);
		const update = await told(shop, id, 'SHIPLABEL_GENERATED');
		shop.sandbox.advance(id, { status: 'PACKAGE_CREATED' });
		const sent = await updates.send(shop.seller, update);
		expect(sent.parcels?.map((one) => one.parcel)).toEqual([7]);
		expect(shop.sandbox.shipment(id).packages).toHaveLength(1);
	});

	it('refuses to guess which package is which parcel', async () => {
		const id = placed(shop);
		const parcels = [parcel(11, { 1: 1 }), parcel(12, { 1: 1 })];
		const update = await told(shop, id, 'SHIPLABEL_GENERATED', { parcels });
		shop.sandbox.advance(id, { status: 'PACKAGE_CREATED' });
		expect(await failureOf(updates.send(shop.seller, update))).toMatchObject({
			kind: 'rejected',
			message: expect.stringMatching(/packed otherwise on Amazon.*Print its labels in Seller Flex/),
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

describe('told of a cancel, amazonSellerFlex', () => {
	let shop: AmazonShop;
	beforeEach(async () => {
		shop = await amazonShop();
	});
	afterEach(() => shop.close());

	it.each([
		['inventory_not_present', 'OUT_OF_STOCK'],
		['out of stock', 'OUT_OF_STOCK'],
		[undefined, 'OUT_OF_STOCK'],
		['Customer changed their mind', 'CUSTOMER_REQUESTED'],
		['asked for by the buyer', 'CUSTOMER_REQUESTED'],
	])('gives Amazon for the reason %p the reason %s', async (reason, said) => {
		const id = placed(shop, { lines: [...[1, 2].map((n) => ({ sku: `S-${n}`, quantity: 1 }))] });
		const update = await told(shop, id, 'CANCELLED', { reason });
		const before = lastCall(shop);
		expect((await updates.send(shop.seller, update)).outcome).toBe('sent');
		expect(called(shop, before)).toEqual(['getShipment', 'processShipment']);
		expect(shop.sandbox.shipment(id).cancellation).toMatchObject({
			type: 'SELLER_REJECTED',
			reason: said,
			referenceId: `hub-${id}`,
		});
	});

	it('refuses where Amazon lets nobody cancel any more, and says what to do', async () => {
		const id = placed(shop);
		const update = await told(shop, id, 'CANCELLED');
		shop.sandbox.advance(id, { status: 'SHIPLABEL_GENERATED' });
		const before = lastCall(shop);
		expect(await failureOf(updates.send(shop.seller, update))).toMatchObject({
			kind: 'rejected',
			message: expect.stringMatching(/SHIPLABEL_GENERATED.*only in ACCEPTED, .*Seller Support/),
		});
		expect(called(shop, before)).toEqual(['getShipment']);
	});

	it.each([
		['shipped', 'SHIPPED', 'Handle it as a return'],
		['labelled', 'SHIPLABEL_GENERATED', 'Seller Support'],
	] as const)('sees where the order was %s just before', async (_what, status, advice) => {
		const id = placed(shop);
		const update = await told(shop, id, 'CANCELLED');
		const isWrite = (_path: string, method: string) => method === 'POST';
		const http = meddling(shop.seller, isWrite, () => void shop.sandbox.advance(id, { status }));
		expect((await failureOf(updates.send(http, update))).message).toContain(advice);
	});

	it('has nothing to cancel where Amazon did it just before', async () => {
		const id = placed(shop);
		const update = await told(shop, id, 'CANCELLED');
		const isWrite = (_path: string, method: string) => method === 'POST';
		const http = meddling(shop.seller, isWrite, () => void shop.sandbox.cancel(id));
		expect((await updates.send(http, update)).outcome).toBe('already');
		expect(shop.effects(id)).toBe(0);
	});
});
