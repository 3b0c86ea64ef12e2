import { oker } from '../../channels/oker/connector';
import type { OkerShop } from './okerShop';
import { closeShops, okerShop, warehouse } from './okerShop';
import {
	answering,
	bodies,
	box,
	called,
	hasCalled,
	lastCall,
	meddling,
	placed,
	told,
	whats,
	withParcel,
} from './okerUpdate';
import { failureOf } from './testShop';

const { send } = oker.updates;

describe('oker, told that an order is packed', () => {
	let shop: OkerShop;
	beforeEach(async () => {
		shop = await okerShop({ courierMs: 60_000, labelMs: 300_000 });
	});
	afterEach(closeShops);

	const pack = async (id: string, change: object = {}) =>
		await send(shop.seller, await told(shop, id, 'PACKED', change));

	it('looks first, invoices there, and takes invoice, tracking and label from Oker', async () => {
		const id = placed(shop);
		const update = await told(shop, id, 'PACKED');
		const before = lastCall(shop);
		const first = await send(shop.seller, update);
		expect(called(shop, before)).toEqual(['listOrders', 'packOrder', 'getCourierDetails']);
		expect(first).toMatchObject({ outcome: 'waits', detail: expect.stringContaining('courier') });
		shop.wait(60_000);
		const second = await pack(id, { memo: first.memo });
		expect(second).toMatchObject({ outcome: 'waits', detail: expect.stringContaining('label') });
		expect(Date.parse(second.until ?? '') - Date.parse(shop.now())).toBeGreaterThan(240_000);
		shop.wait(300_000);
		const last = await send(
			shop.seller,
			await told(shop, id, 'PACKED', { memo: second.memo }),
			true,
		);
		const { invoice, awb } = shop.sandbox.order(id);
		expect(last).toMatchObject({
			outcome: 'sent',
			detail: expect.stringContaining(`invoice ${invoice}, AWB ${awb} of SampleCourier`),
			parcels: [
				{
					parcel: 7,
					tracking: { number: awb, carrier: 'SampleCourier', url: null },
					label: { mimeType: 'application/pdf', base64: expect.stringMatching(/^JVBERi/) },
				},
			],
		});
		expect(whats(shop, id)).toEqual(['placed', 'invoiced']);
	});

	it('sends the warehouse, the one box in millimetres, and every item in full', async () => {
		const id = placed(shop, { facility: 'OKR-W2' });
		const update = withParcel(await told(shop, id, 'PACKED'), { box });
		const waiting = await send(shop.seller, update);
		const size = { boxLength: 300, boxWidth: 200, boxHeight: 50, weight: 400 };
		expect(bodies(shop, 'packOrder')).toEqual([
			{
				orderId: id,
				facilityCode: 'OKR-W2',
				packageReference: '7',
				boxes: [size],
				orderItems: [
					{ orderItemId: `${id}-1`, quantity: 2 },
					{ orderItemId: `${id}-2`, quantity: 1 },
				],
			},
		]);
		expect(bodies(shop, 'postShipmentDetails')).toMatchObject([
			{ ...size, orderItems: [{ orderItemId: `${id}-1` }, { orderItemId: `${id}-1` }, {}] },
		]);
		await send(shop.seller, { ...update, memo: waiting.memo });
		expect(bodies(shop, 'postShipmentDetails')).toHaveLength(1);
	});

	describe('loses to the customer', () => {
		it('who cancelled before it looked', async () => {
			const id = placed(shop);
			const update = await told(shop, id, 'PACKED');
			shop.sandbox.cancel(id);
			const failure = await failureOf(send(shop.seller, update));
			expect(failure).toMatchObject({
				kind: 'rejected',
				message: expect.stringContaining('cancelled on Oker'),
			});
			expect(hasCalled(shop, 'packOrder')).toBe(false);
		});

		it.each(['pack', 'core'])('who cancels between the look and the invoice: %s', async (way) => {
			const other = await okerShop({ level: way === 'core' ? 'core' : 'full' });
			const id = placed(other);
			const update = await told(other, id, 'PACKED');
			const path = way === 'core' ? '/invoiceDetails' : '/orders/pack';
			const http = meddling(other.seller, path, () => void other.sandbox.cancel(id));
			const failure = await failureOf(send(http, update));
			expect(failure.message).toContain('cancelled on Oker');
			expect(other.sandbox.order(id).invoice).toBeNull();
		});
	});

	describe('gives its invoice', () => {
		it('with its taxes at once, also while courier and label are waited for', async () => {
			const id = placed(shop);
			const before = await pack(id);
			expect(before).toMatchObject({
				outcome: 'waits',
				parcels: [
					{
						parcel: 7,
						tracking: null,
						label: null,
						invoice: {
							code: shop.sandbox.order(id).invoice,
							at: expect.stringMatching(/Z$/),
							taxes: [{ rates: { taxRate: 12 } }, { rates: { taxRate: 12 } }],
						},
					},
				],
			});
		});

		it('and goes by the first one, whatever Oker calls it by now', async () => {
			const quick = await okerShop();
			const id = placed(quick);
			const packed = await send(quick.seller, await told(quick, id, 'PACKED'));
			const [parcel] = packed.parcels ?? [];
			const kept = parcel?.invoice;
			const other = { code: 'OKINV-OTHER', invoiceDate: quick.now(), productTaxes: [] };
			const update = withParcel(await told(quick, id, 'DISPATCHED', { memo: packed.memo }), {
				invoice: kept,
				tracking: parcel?.tracking ?? null,
			});
			const sent = await send(answering(quick.seller, '/invoiceDetails', other), update);
			expect(sent).toMatchObject({
				outcome: 'sent',
				detail: expect.stringContaining(
					`invoice ${kept?.code}, which Oker by now calls OKINV-OTHER`,
				),
				parcels: [{ parcel: 7, invoice: { code: 'OKINV-OTHER' } }],
			});
			expect(bodies(quick, 'dispatchOrders')).toMatchObject([
				{ orderItems: [{ taxRate: 12 }, { taxRate: 12 }] },
			]);
		});

		it('and knows by it that the order is invoiced, where the gateway does not say so', async () => {
			const other = await okerShop({ level: 'core' });
			const id = placed(other);
			const { parcels } = await send(other.seller, await told(other, id, 'PACKED'));
			const update = withParcel(await told(other, id, 'PACKED'), {
				invoice: parcels?.[0]?.invoice,
			});
			const again = await send(other.seller, update);
			expect(again.detail).not.toContain('made');
		});
	});

	it.each([
		['two parcels', 'one box', (id: string) => [parcel(id, 7), parcel(id, 8)]],
		['no parcel', 'no parcel', () => []],
		['a part of it', 'only as a whole', (id: string) => [parcel(id, 7, 1)]],
		['another warehouse', 'shipped from OKR-W1', (id: string) => [parcel(id, 7, 2, 'OKR-W2')]],
	])('refuses %s without invoicing', async (_, words, parcels) => {
		const id = placed(shop);
		const failure = await failureOf(pack(id, { parcels: parcels(id) }));
		expect(failure).toMatchObject({ kind: 'rejected', message: expect.stringContaining(words) });
		expect(shop.sandbox.order(id).invoice).toBeNull();
	});

	const parcel = (id: string, number: number, units = 2, location: string = warehouse) => ({
		parcel: number,
		location,
		lines: [
			{ line: `${id}-1`, quantity: units },
			{ line: `${id}-2`, quantity: 1 },
		],
		tracking: null,
	});

	it('leaves in the hub what the customer cancelled of single items', async () => {
		const id = placed(shop);
		shop.sandbox.cancel(id, { items: [`${id}-2`] });
		await pack(id);
		expect(bodies(shop, 'packOrder')).toMatchObject([
			{ orderItems: [{ orderItemId: `${id}-1`, quantity: 2 }] },
		]);
	});

	it.each([{ onHold: true }, { pending: true }])('waits while it is %o', async (draft) => {
		const id = placed(shop, draft);
		expect((await pack(id)).outcome).toBe('waits');
		expect(hasCalled(shop, 'packOrder')).toBe(false);
	});

	it('packs under one key over all tries, and another one once the order has changed', async () => {
		const id = placed(shop);
		const keys = () =>
			shop.sandbox.calls().flatMap(({ kind, key }) => (kind === 'packOrder' ? [key] : []));
		shop.sandbox.setFaults({ dropBefore: 1, only: 'packOrder' });
		await failureOf(pack(id));
		await failureOf(pack(id));
		shop.sandbox.edit(id, {});
		await failureOf(pack(id));
		const [first, second, third] = keys();
		expect(first).toMatch(/^pack:[0-9a-f]{64}$/);
		expect(second).toBe(first);
		expect(third).not.toBe(first);
	});

	it('tries again later while the gateway is busy with the first call', async () => {
		const id = placed(shop);
		shop.sandbox.setFaults({ inProgress: 1 });
		const failure = await failureOf(pack(id));
		expect([failure.kind, failure.retryAfterMs]).toEqual(['unavailable', 1_000]);
	});

	it('tries again where only half of that reason came', async () => {
		const id = placed(shop);
		const only = 'packOrder';
		shop.sandbox.setFaults({ inProgress: 1, cutOff: 1, only });
		expect((await failureOf(pack(id))).kind).toBe('malformed');
	});

	it('says so where the gateway has the seller ship', async () => {
		const wrong = await okerShop({ sellerShips: true });
		const id = placed(wrong);
		const failure = await failureOf(send(wrong.seller, await told(wrong, id, 'PACKED')));
		expect(failure).toMatchObject({
			kind: 'rejected',
			message: expect.stringContaining('the seller ships'),
		});
	});
});
