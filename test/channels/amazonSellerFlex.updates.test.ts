import { amazonSellerFlex } from '../../channels/amazonSellerFlex/connector';
import { amazonShop, recommendedPackage } from './amazonShop';
import type { AmazonShop } from './amazonShop';
import { called, lastCall, placed, told } from './amazonUpdate';
import { failureOf } from './testShop';

const { updates } = amazonSellerFlex;

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
