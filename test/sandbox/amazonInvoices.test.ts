import { feedClient } from './support/amazonFeeds';
import { type Seller, openSeller } from './support/amazonSeller';

const pdf = '%PDF-1.4 invoice';
const buyerOrderId = '407-7727827-8514700';

describe('invoices uploaded to the Amazon sandbox', () => {
	let seller: Seller;
	let client: ReturnType<typeof feedClient>;
	const open = async (options: Parameters<typeof openSeller>[0]) => {
		seller = await openSeller(options);
		client = feedClient(seller);
	};
	beforeEach(async () => await open({ marketplace: 'A1PA6795UKMFR9' }));
	afterEach(async () => await seller.close());

	const shipped = async (invoice = false) => {
		const id = seller.place({ buyerOrderId, invoice });
		await seller.control('orders/advance', { id, status: 'SHIPPED' });
		return id;
	};
	const metadata = {
		'metadata:orderid': buyerOrderId,
		'metadata:invoicenumber': 'INV-1',
		'metadata:documenttype': 'Invoice',
		'metadata:totalamount': '210.00',
		'metadata:totalvatamount': '10.00',
	};
	const upload = async (content = pdf, over: object = {}) => {
		const options = { feedOptions: metadata, ...over };
		const feedId = await client.submit('UPLOAD_VAT_INVOICE', 'application/pdf', content, options);
		await client.finish();
		return await client.report(feedId);
	};

	it('are taken after dispatch, and kept', async () => {
		const id = await shipped();
		const report = await upload();
		expect(report).toContain('Number of records successful\t\t1');
		expect(seller.sandbox.state().invoices).toMatchObject([
			{
				buyerOrderId,
				shipments: [id],
				number: 'INV-1',
				documentType: 'Invoice',
				bytes: pdf.length,
			},
		]);
	});

	it('are found by their keys in any letter case, and by shipment first', async () => {
		const id = await shipped();
		const feedOptions = {
			'metadata:OrderId': 'unknown',
			'metadata:ShippingId': id,
			'metadata:InvoiceNumber': 'INV 2/a',
		};
		expect(await upload(pdf, { feedOptions })).toContain('successful\t\t1');
	});

	it('are refused before dispatch', async () => {
		seller.place({ buyerOrderId });
		const report = await upload();
		expect(report).toContain('Number of records successful\t\t0');
		expect(report).toContain('79517');
		expect(seller.sandbox.state()).toMatchObject({ invoices: [], feeds: [{ status: 'DONE' }] });
	});

	it('are refused where Amazon issues them', async () => {
		await shipped(true);
		expect(await upload()).toContain('79525');
	});

	it.each([
		['a file that is no PDF', 'nonsense', {}, '79503'],
		['no file', '', {}, '79540'],
		['keys without their prefix', pdf, { feedOptions: { orderid: buyerOrderId } }, '79513'],
		['no number', pdf, { feedOptions: { ...metadata, 'metadata:invoicenumber': '' } }, '79513'],
		[
			'a quote in the number',
			pdf,
			{ feedOptions: { ...metadata, 'metadata:invoicenumber': '"1"' } },
			'79513',
		],
		[
			'another document',
			pdf,
			{ feedOptions: { ...metadata, 'metadata:documenttype': 'Letter' } },
			'79531',
		],
		[
			'another order',
			pdf,
			{ feedOptions: { ...metadata, 'metadata:orderid': '407-0000000-0000000' } },
			'79517',
		],
		[
			'another amount',
			pdf,
			{ feedOptions: { ...metadata, 'metadata:totalamount': '210.01' } },
			'differs',
		],
		['two marketplaces', pdf, { marketplaceIds: ['A1PA6795UKMFR9', 'A13V1IB3VIYZZH'] }, '79523'],
	])('are refused for %s', async (_, content, over, code) => {
		await shipped();
		expect(await upload(content, over)).toContain(code);
		expect(seller.sandbox.state().invoices).toEqual([]);
	});

	it('are refused to a seller who may not upload', async () => {
		await shipped();
		await seller.control('grants', { ownInvoices: false });
		expect(await upload()).toContain('79509');
	});

	it('are not taken in every marketplace, unless told so', async () => {
		await seller.close();
		await open({});
		await shipped();
		expect(await upload()).toContain('79523');
		await seller.close();
		await open({ takesInvoices: true });
		await shipped();
		expect(await upload()).toContain('successful\t\t1');
	});
});
