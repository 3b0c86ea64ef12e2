import { babyshop } from '../../channels/babyshop/connector';
import type { ChannelUpdate } from '../../domain/channelUpdate';
import { babyshopShop } from './babyshopShop';
import type { BabyshopShop } from './babyshopShop';
import { answering, bodies, box, called, lastCall, parcel, placed, told } from './babyshopUpdate';
import { failureOf } from './testShop';

const { updates } = babyshop;
const minuteMs = 60_000;

const shipmentOf = ({ sandbox }: BabyshopShop, id: string) => sandbox.order(id).invoices[0];

describe('told that an order is packed, babyshop', () => {
	let shop: BabyshopShop;
	beforeEach(async () => {
		shop = await babyshopShop({ awbMs: 90_000 });
	});
	afterEach(() => shop.close());

	/** As the outbox does: again when it says, with the memo that it gave. */
	const again = async (update: ChannelUpdate, memo: string | undefined) =>
		await updates.send(shop.seller, { ...update, memo, now: shop.now() }, true);

	it('makes the shipment, waits for its number, and then has number, courier and label', async () => {
		const id = placed(shop);
		const update = await told(shop, id, '10');
		const before = lastCall(shop);
		const first = await updates.send(shop.seller, update);
		const until = new Date(Date.parse(update.now ?? '') + 2 * minuteMs).toISOString();
		expect(first).toMatchObject({ outcome: 'waits', until, detail: expect.stringContaining(id) });
		expect(called(shop, before)).toEqual(['orderFetch', 'generateInvoice', 'fetchInvoice']);

		shop.wait(2 * minuteMs);
		const since = lastCall(shop);
		const second = await again(update, first.memo);
		const made = shipmentOf(shop, id);
		expect(second).toMatchObject({
			outcome: 'sent',
			detail: expect.stringContaining(`AWB ${made?.awb} of Falcon Courier`),
			parcels: [
				{
					parcel: 7,
					tracking: { number: made?.awb, carrier: 'Falcon Courier', url: null },
					label: { mimeType: 'application/pdf', base64: expect.stringMatching(/^JVBERi0/) },
				},
			],
		});
		expect(called(shop, since)).toEqual(['fetchInvoice', 'fetchDocuments']);
		expect(shop.sandbox.order(id)).toMatchObject({ invoicesMade: 1, status: '10' });
	});

	it('looks again before it makes one, whatever the memo says or does not', async () => {
		const id = placed(shop);
		const update = await told(shop, id, '10');
		shop.sandbox.advance(id, { status: '12' });
		for (const memo of [update.memo, undefined, '', '{"not":"ours"}']) {
			expect((await again(update, memo)).outcome).toBe('waits');
		}
		expect(shop.sandbox.order(id).invoicesMade).toBe(1);
		expect(called(shop)).not.toContain('generateInvoice');
	});

	it('waits for the label where there is a number and no label yet', async () => {
		const id = placed(shop, { status: '10' });
		const update = await told(shop, id, '10');
		const notFound = { responseCode: 404, responseMessage: 'Not Found' };
		const http = answering(shop.seller, 'fetchDocuments', notFound);
		expect(await updates.send(http, update)).toMatchObject({
			outcome: 'waits',
			detail: expect.stringContaining('label'),
			memo: expect.stringContaining(shipmentOf(shop, id)?.awb ?? 'none'),
		});
		const { outcome, parcels } = await updates.send(shop.seller, update);
		expect({ outcome, parcels }).toMatchObject({ outcome: 'already', parcels: [{ parcel: 7 }] });
	});

	it('sends the size of the only parcel in centimetres and kilograms, and leaves the courier open', async () => {
		const id = placed(shop);
		const update = await told(shop, id, '10', { parcels: [parcel(7, { 1: 2, 2: 1 }, { box })] });
		await updates.send(shop.seller, update);
		const size = { length: '30', bredth: '20', height: '10', weight: '1.25' };
		const courier = { invoiceNo: '', transporterName: '', trackingNo: '', imeiNos: '' };
		expect(bodies(shop, 'generateInvoice')).toEqual([
			{
				orderItemsList: ['1', '2'].map((lineNo) => ({ orderNo: id, lineNo, ...courier, ...size })),
			},
		]);
	});

	it('sends no size where nobody knows it, or where there are several parcels', async () => {
		const parcels = [parcel(7, { 1: 2 }, { box }), parcel(8, { 2: 1 }, { box })];
		const two = await told(shop, placed(shop), '10', { parcels });
		await updates.send(shop.seller, two);
		await updates.send(shop.seller, await told(shop, placed(shop), '10'));
		for (const body of bodies(shop, 'generateInvoice')) {
			expect(JSON.stringify(body)).toContain('"length":"","bredth":"","height":"","weight":""');
		}
	});

	it('waits for an order that is not confirmed yet', async () => {
		const update = await told(shop, placed(shop, { status: '1' }), '10');
		const until = new Date(Date.parse(update.now ?? '') + 5 * minuteMs).toISOString();
		expect(await updates.send(shop.seller, update)).toMatchObject({
			outcome: 'waits',
			until,
			detail: expect.stringContaining('Pending'),
		});
		expect(called(shop)).not.toContain('generateInvoice');
	});

	it('says what time it is waited until by the clock of Babyshop where the hub says none', async () => {
		const update = await told(shop, placed(shop), '10', { now: undefined });
		const { until } = await updates.send(shop.seller, update);
		const waited = Date.parse(until ?? '') - Date.parse(shop.now());
		expect(Math.abs(waited - 2 * minuteMs)).toBeLessThan(minuteMs);
	});

	it('refuses an order of which a part is packed, and leaves it as it was', async () => {
		const id = placed(shop);
		const update = await told(shop, id, '10', { parcels: [parcel(7, { 1: 1, 2: 1 })] });
		expect(await failureOf(updates.send(shop.seller, update))).toMatchObject({
			kind: 'rejected',
			message: expect.stringMatching(/only as a whole, and 1 of 2 units of line 1/),
		});
		expect(shop.effects(id)).toBe(0);
	});

	it('leaves out a line that was cancelled there, and says so', async () => {
		const id = placed(shop);
		const update = await told(shop, id, '10');
		shop.sandbox.cancelLines(id, [{ line: '2' }]);
		const { memo } = await updates.send(shop.seller, update);
		expect(shop.sandbox.order(id).invoices).toMatchObject([{ lines: ['1'] }]);
		shop.wait(2 * minuteMs);
		expect(await again(update, memo)).toMatchObject({
			detail: expect.stringContaining('line 2 is cancelled on Babyshop'),
			parcels: [{ parcel: 7 }],
		});
	});

	it('makes a shipment of what is in none yet, and gives each parcel its own', async () => {
		const id = placed(shop);
		const update = await told(shop, id, '10', {
			parcels: [parcel(7, { 1: 2 }), parcel(8, { 2: 1 })],
		});
		const { seller } = shop;
		await seller({
			method: 'POST',
			path: '/generateInvoice',
			body: new URLSearchParams({
				RequestBody: JSON.stringify({
					orderItemsList: [{ orderNo: id, lineNo: '1', transporterName: '', trackingNo: '' }],
				}),
			}).toString(),
		});
		await updates.send(seller, update);
		shop.wait(2 * minuteMs);
		const { parcels } = await updates.send(seller, update);
		const [first, second] = shop.sandbox.order(id).invoices;
		expect(first?.lines).toEqual(['1']);
		expect(second?.lines).toEqual(['2']);
		expect(parcels?.map(({ tracking }) => tracking?.number)).toEqual([first?.awb, second?.awb]);
		expect(shop.sandbox.order(id).invoices.some(({ isRepeat }) => isRepeat)).toBe(false);
	});
});
