import { documentOf } from '../../channels/theIconic/documents';
import { iconicShop } from './iconicShop';
import type { IconicShop } from './iconicShop';
import { answering, bodies, called, itemsOf, placed } from './iconicUpdate';
import { failureOf } from './testShop';

describe('documents of theIconic', () => {
	let shop: IconicShop;
	let order: string;
	beforeEach(async () => {
		shop = await iconicShop();
		order = placed(shop);
	});
	afterEach(() => shop.close());

	it.each([
		['label', 'shippingLabel'],
		['invoice', 'invoice'],
	] as const)('are the %s of an order, as a PDF', async (kind, documentType) => {
		const { mimeType, base64 } = await documentOf(shop.seller, kind, { order });
		expect(mimeType).toBe('application/pdf');
		expect(Buffer.from(base64, 'base64').toString('latin1')).toMatch(/^%PDF-/);
		expect(bodies(shop, 'exportDocument')).toEqual([
			{ orderIds: [Number(order)], documentType, format: 'pdf' },
		]);
	});

	it('are of single items, such as those of a parcel', async () => {
		const items = itemsOf(shop, order).slice(1);
		await documentOf(shop.seller, 'label', { order, items });
		expect(bodies(shop, 'exportDocument')).toMatchObject([{ orderItemIds: items.map(Number) }]);
	});

	it('are waited for by whoever asks again', async () => {
		await shop.close();
		shop = await iconicShop({ exportMs: 600_000 });
		order = placed(shop);
		const status = { body: { processStatus: 'PROCESSING' } };
		const http = answering(shop.seller, '/status', status);
		expect(await failureOf(documentOf(http, 'label', { order }))).toMatchObject({
			kind: 'unavailable',
			retryAfterMs: 60_000,
			message: expect.stringMatching(/still making the label of order/),
		});
	});

	it.each(['ERROR', 'EXPIRED', 'CANCELED'])(
		'are refused where making them ends as %s',
		async (end) => {
			const http = answering(shop.seller, '/status', { body: { processStatus: end } });
			expect(await failureOf(documentOf(http, 'invoice', { order }))).toMatchObject({
				kind: 'rejected',
				message: expect.stringContaining(`could not make the invoice of order ${order} (${end})`),
			});
		},
	);

	it('are none where something else comes than a PDF', async () => {
		const body = Buffer.from('<html>').toString('base64');
		const http = answering(shop.seller, '/download/', { body });
		expect((await failureOf(documentOf(http, 'label', { order }))).kind).toBe('malformed');
	});

	it('are refused for an order that the channel does not know, and for what is no ID', async () => {
		const unknown = await failureOf(documentOf(shop.seller, 'label', { order: '12' }));
		expect(unknown.kind).toBe('rejected');
		const before = called(shop).length;
		for (const of of [{ order: 'nobody' }, { order, items: ['x'] }]) {
			expect((await failureOf(documentOf(shop.seller, 'label', of))).kind).toBe('rejected');
		}
		expect(called(shop)).toHaveLength(before);
	});
});
