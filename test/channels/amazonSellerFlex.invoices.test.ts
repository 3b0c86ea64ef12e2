import { amazonSellerFlex } from '../../channels/amazonSellerFlex/connector';
import type { InvoiceFile } from '../../channels/connector';
import type { AmazonOptions } from '../../sandbox/amazonSellerFlex/types';
import { amazonShop, type AmazonShop } from './amazonShop';

const { invoices, feeds } = amazonSellerFlex;

const pdf = Buffer.from('%PDF-1.7 and so on').toString('base64');

describe('amazonSellerFlex, invoices', () => {
	let shop: AmazonShop;
	const open = async (options: AmazonOptions = {}) => {
		shop = await amazonShop({ takesInvoices: true, ...options });
	};
	afterEach(() => shop.close());

	const shipment = () => {
		const [placed] = shop.sandbox.place([{ lines: [{ sku: 'A', quantity: 2, price: 50 }] }]);
		return placed ?? { id: '', buyerOrderId: '' };
	};
	const shipped = () => {
		const { id, buyerOrderId } = shipment();
		shop.sandbox.advance(id, { status: 'SHIPPED' });
		return buyerOrderId;
	};
	const invoice = (order: string, change: Partial<InvoiceFile> = {}): InvoiceFile => ({
		order,
		number: 'INV-1',
		total: { minor: 10_000, currency: 'AED' },
		tax: { minor: 476, currency: 'AED' },
		base64: pdf,
		...change,
	});
	const ended = async (file: InvoiceFile) => {
		const { feed } = await invoices.submit(shop.seller, file);
		expect(await feeds.report(shop.seller, 'invoice', feed ?? '')).toBeNull();
		shop.sandbox.clock.advance(5_000);
		return await feeds.report(shop.seller, 'invoice', feed ?? '');
	};

	test('an invoice goes up for an order that was shipped', async () => {
		await open();
		const order = shipped();
		expect(await ended(invoice(order))).toEqual({ refused: [], refusedWhole: null });
		expect(shop.sandbox.state().invoices).toMatchObject([
			{ buyerOrderId: order, number: 'INV-1', documentType: 'Invoice', bytes: 18 },
		]);
	});

	test('Amazon says in a report why it refuses one, and the reason says what to do', async () => {
		await open();
		const { buyerOrderId } = shipment();
		expect(await ended(invoice(buyerOrderId))).toMatchObject({
			refusedWhole: expect.stringMatching(/was not dispatched\. Upload it later\. \(79517/),
		});
		const total = { minor: 10_001, currency: 'AED' };
		expect(await ended(invoice(shipped(), { total }))).toMatchObject({
			refusedWhole: expect.stringMatching(/total amount differs/),
		});
		expect(shop.sandbox.state().invoices).toEqual([]);
	});

	test('where Amazon takes none, the reason says how to go on', async () => {
		await open({ takesInvoices: false });
		expect(await ended(invoice(shipped()))).toMatchObject({
			refusedWhole: expect.stringMatching(/no invoices in this country/),
		});
	});

	test.each([
		['a file that is no PDF', { base64: Buffer.from('<html>').toString('base64') }, /no PDF/],
		['a number with other characters', { number: 'INV"1' }, /character that Amazon does not take/],
	])('%s is not sent', async (_, change, why) => {
		await open();
		await expect(invoices.submit(shop.seller, invoice('1', change))).rejects.toThrow(why);
		expect(shop.calls()).toBe(0);
	});
});

test.each([
	['A21TJRUUN4KGV', 'channel'],
	['A1PA6795UKMFR9', 'upload'],
	['A2VIGQ35RCS4UG', 'byHand'],
])('the usual way of invoices in marketplace %s is %s', (marketplace, way) => {
	expect(invoices.usual(`A1SELLER/${marketplace}`)).toBe(way);
});
