import { babyshop } from '../../channels/babyshop/connector';
import { awbLabels } from '../../channels/babyshop/labels';
import { babyshopShop } from './babyshopShop';
import type { BabyshopShop } from './babyshopShop';
import { answering, placed, told } from './babyshopUpdate';
import { failureOf } from './testShop';

const { updates, statuses } = babyshop;

describe('what babyshop can be told', () => {
	let shop: BabyshopShop;
	beforeEach(async () => {
		shop = await babyshopShop();
	});
	afterEach(() => shop.close());

	it('offers what it takes, and beside it what it does not take, with the reason', async () => {
		const offered = updates.statuses.map(({ key, usual, untaken }) => [key, usual, untaken]);
		const because = (name: string) =>
			`Babyshop has no call for ${name}: the marketplace's courier reports it.`;
		expect(offered).toEqual([
			['10', 'packed', undefined],
			['15', 'shipped', undefined],
			['8', 'cancelled', undefined],
			['20', undefined, because('Intransit')],
			['25', 'delivered', because('Delivered')],
			['55', undefined, because('Returned')],
			['60', undefined, because('RTO')],
		]);
		const known = (await statuses.list()).map(({ key }) => key);
		expect(known).toEqual(expect.arrayContaining(updates.statuses.map(({ key }) => key)));
	});

	it.each(['20', '25', '55', '60'])(
		'says of %s that it is not taken, without a call',
		async (key) => {
			const update = await told(shop, placed(shop), key);
			const before = shop.calls();
			const reason = updates.statuses.find((one) => one.key === key)?.untaken;
			expect(await updates.send(shop.seller, update)).toEqual({
				outcome: 'untaken',
				detail: reason,
			});
			expect(shop.calls()).toBe(before);
		},
	);

	it('needs a parcel to ship', async () => {
		const update = await told(shop, placed(shop), '10', { parcels: [] });
		expect((await failureOf(updates.send(shop.seller, update))).message).toContain('no parcel');
	});

	it('does not take another tracking number, without a call', async () => {
		const update = await told(shop, placed(shop), '15', { effect: 'tracking' });
		const before = shop.calls();
		expect((await updates.send(shop.seller, update)).outcome).toBe('already');
		expect(shop.calls()).toBe(before);
	});

	describe('labels', () => {
		it('are had again once the order has its shipment, one for each', async () => {
			const id = placed(shop, { status: '10' });
			const [made] = shop.sandbox.order(id).invoices;
			expect(await awbLabels(shop.seller, id)).toEqual([
				{
					invoice: made?.number,
					awb: made?.awb,
					carrier: 'Falcon Courier',
					label: { mimeType: 'application/pdf', base64: expect.stringMatching(/^JVBERi0/) },
				},
			]);
		});

		it.each([
			['5', 'rejected', 'no shipment on Babyshop yet'],
			['12', 'unavailable', 'has not given the tracking number'],
			['8', 'rejected', 'is cancelled'],
		] as const)('are not there in status %s, which is %s', async (status, kind, why) => {
			const id = placed(shop, { status });
			expect(await failureOf(awbLabels(shop.seller, id))).toMatchObject({
				kind,
				message: expect.stringContaining(why),
			});
		});

		it('are not there while Babyshop does not find them', async () => {
			const id = placed(shop, { status: '10' });
			const http = answering(shop.seller, 'fetchDocuments', { responseCode: '404' });
			expect(await failureOf(awbLabels(http, id))).toMatchObject({
				kind: 'unavailable',
				message: expect.stringContaining(`the label of order ${id}`),
			});
		});

		it('are none of an order that is not there', async () => {
			const failure = await failureOf(awbLabels(shop.seller, 'nobody'));
			expect(failure).toMatchObject({
				kind: 'rejected',
				message: expect.stringContaining('nobody'),
			});
		});
	});
});
