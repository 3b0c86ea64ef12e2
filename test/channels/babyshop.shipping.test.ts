import { babyshop } from '../../channels/babyshop/connector';
import { babyshopShop } from './babyshopShop';
import type { BabyshopShop } from './babyshopShop';
import { answering, bodies, called, lastCall, meddling, placed, told } from './babyshopUpdate';
import { failureOf } from './testShop';
import type { Mishap } from './testShop';

const { updates } = babyshop;

const fault = (responseCode: number) => ({ responseCode, responseMessage: 'Said so' });

describe('shipments of babyshop', () => {
	let shop: BabyshopShop;
	beforeEach(async () => {
		shop = await babyshopShop();
	});
	afterEach(() => shop.close());

	describe('made', () => {
		it('believes the order, and no code 9, where the shipment was made', async () => {
			const id = placed(shop);
			const update = await told(shop, id, '10');
			shop.sandbox.setFaults({ code9AfterEffect: 1, only: 'generateInvoice', forTheNext: 1 });
			expect((await updates.send(shop.seller, update)).outcome).toBe('sent');
			expect(called(shop)).toContain('generateInvoice 9');
			expect(shop.sandbox.order(id).invoicesMade).toBe(1);
		});

		it.each([9, 309, 324])('tries later where code %d came and nothing was made', async (code) => {
			const update = await told(shop, placed(shop), '10');
			const before = lastCall(shop);
			const http = answering(shop.seller, 'generateInvoice', fault(code));
			expect(await failureOf(updates.send(http, update))).toMatchObject({
				kind: 'unavailable',
				message: expect.stringContaining(`${code}: Said so`),
				retryAfterMs: 60_000,
			});
			expect(called(shop, before)).toEqual(['orderFetch', 'orderFetch']);
		});

		it.each([
			[102, 'seller panel'],
			[310, 'whose credential'],
			[326, 'on hold'],
			[1012, 'tax code'],
			[4711, 'seller panel'],
		])('leaves code %d to a person, and says what to do', async (code, advice) => {
			const update = await told(shop, placed(shop), '10');
			const http = answering(shop.seller, 'generateInvoice', fault(code));
			expect(await failureOf(updates.send(http, update))).toMatchObject({
				kind: 'rejected',
				message: expect.stringMatching(new RegExp(`${update.number} .*${code}.*${advice}`)),
			});
		});

		it('looks at the order where success came without a number', async () => {
			const update = await told(shop, placed(shop), '10');
			const http = answering(shop.seller, 'generateInvoice', { ...fault(0), invoiceNo: '' });
			expect((await failureOf(updates.send(http, update))).kind).toBe('unavailable');
		});

		it.each(['hangsUpAfter', 'cutOff'] as const satisfies readonly Mishap[])(
			'makes it once although the answer was lost (%s)',
			async (mishap) => {
				const id = placed(shop);
				const update = await told(shop, id, '10');
				const faults = { hangsUpAfter: 'dropAfter', cutOff: 'cutOff' } as const;
				shop.sandbox.setFaults({ [faults[mishap]]: 1, only: 'generateInvoice', forTheNext: 1 });
				await failureOf(updates.send(shop.seller, update));
				const again = await updates.send(shop.seller, update, true);
				expect(again).toMatchObject({ outcome: 'sent', parcels: [{ parcel: 7 }] });
				expect(shop.sandbox.order(id).invoicesMade).toBe(1);
			},
		);

		it('goes under the other number of the order where Babyshop knows it by that', async () => {
			await shop.close();
			shop = await babyshopShop({ invoiceKey: 'masterOrderNo' });
			const id = placed(shop);
			await updates.send(shop.seller, await told(shop, id, '10'));
			expect(called(shop)).toContain('generateInvoice 101');
			expect(shop.sandbox.order(id).invoicesMade).toBe(1);
		});

		it.each(['8', '50'] as const)('refuses what is cancelled there (%s)', async (status) => {
			const update = await told(shop, placed(shop, { status }), '10', { memo: undefined });
			expect(await failureOf(updates.send(shop.seller, update))).toMatchObject({
				kind: 'rejected',
				message: expect.stringContaining('is cancelled on Babyshop'),
			});
		});
	});

	describe('labelled', () => {
		it('asks for the label in the other spelling where it is not known in one', async () => {
			await shop.close();
			shop = await babyshopShop({ labelTypes: ['shippingLabel'], fileType: 'text/plain' });
			const { parcels } = await updates.send(shop.seller, await told(shop, placed(shop), '10'));
			expect(parcels?.[0]?.label?.base64).toMatch(/^JVBERi0/);
			expect(bodies(shop, 'fetchDocuments')).toMatchObject([
				{ documentType: 'ShippingLabel' },
				{ documentType: 'shippingLabel' },
			]);
		});

		it.each([
			['a web page', '<html>Please sign in</html>'],
			['success without a file', fault(0)],
		])('takes %s for no label, and for none that comes later', async (_what, body) => {
			const update = await told(shop, placed(shop), '10');
			const http = answering(shop.seller, 'fetchDocuments', body);
			expect((await failureOf(updates.send(http, update))).kind).toBe('malformed');
		});
	});

	describe('dispatched', () => {
		it('makes what is missing on the way, and tells shipment, courier and number', async () => {
			const id = placed(shop);
			const before = lastCall(shop);
			const update = await told(shop, id, '15');
			const sent = await updates.send(shop.seller, update);
			expect(sent).toMatchObject({ outcome: 'sent', parcels: [{ parcel: 7 }] });
			expect(called(shop, before)).toEqual([
				'orderFetch',
				'orderFetch',
				'generateInvoice',
				'fetchInvoice',
				'fetchDocuments',
				'orderShipping',
			]);
			const [made] = shop.sandbox.order(id).invoices;
			const details = { invNo: made?.number, transporter: 'Falcon Courier', awbNo: made?.awb };
			expect(bodies(shop, 'orderShipping')).toEqual([
				{ shipDetails: [{ orderNo: id, ...details }] },
			]);
		});

		it('fetches no label again that the hub has', async () => {
			const id = placed(shop);
			const packed = await updates.send(shop.seller, await told(shop, id, '10'));
			const update = await told(shop, id, '15');
			const parcels = update.parcels.map((one) => ({
				...one,
				tracking: packed.parcels?.[0]?.tracking ?? null,
			}));
			const before = lastCall(shop);
			const sent = await updates.send(shop.seller, { ...update, parcels });
			expect(sent).not.toHaveProperty('parcels');
			expect(called(shop, before)).toEqual(['fetchInvoice', 'orderShipping']);
		});

		it('believes the order, and no code 9, where it has left', async () => {
			const id = placed(shop);
			const update = await told(shop, id, '15');
			shop.sandbox.setFaults({ code9AfterEffect: 1, only: 'orderShipping', forTheNext: 1 });
			expect((await updates.send(shop.seller, update)).outcome).toBe('sent');
			expect(shop.sandbox.order(id)).toMatchObject({ status: '15', invoicesMade: 1 });
		});

		it('tries later where code 9 came and it has not left', async () => {
			const update = await told(shop, placed(shop), '15');
			const http = answering(shop.seller, 'orderShipping', fault(9));
			expect((await failureOf(updates.send(http, update))).kind).toBe('unavailable');
		});

		it('says so where it was cancelled just before', async () => {
			const id = placed(shop);
			const update = await told(shop, id, '15');
			const cancel = () => void shop.sandbox.cancel(id);
			const http = meddling(shop.seller, 'orderShipping', cancel);
			expect((await failureOf(updates.send(http, update))).message).toContain('is cancelled');
		});

		it.each(['15', '20', '25', '60'] as const)(
			'tells nothing of an order that is %s, and has its number',
			async (status) => {
				const id = placed(shop, { status });
				const update = await told(shop, id, '15');
				const [made] = shop.sandbox.order(id).invoices;
				expect(await updates.send(shop.seller, update)).toMatchObject({
					outcome: 'already',
					parcels: [{ parcel: 7, tracking: { number: made?.awb }, label: null }],
				});
				expect(shop.effects(id)).toBe(0);
			},
		);
	});
});
