import { babyshopShops } from '../support/babyshopNodes';
import { picked } from '../support/shop';
import { templateOf, tick } from '../support/templates';

describe('Print AWB', () => {
	const at = babyshopShops();
	const print = (orderId: string, more = {}) =>
		at.shop.runWhole('babyshop', 'order:printAwb', {
			parameters: { orderId: picked(orderId), ...more },
		});

	test('gives the label as a PDF named after order and AWB, as often as it is asked for', async () => {
		const [id = ''] = at.place({});
		at.babyshop.advance(id, { status: '10' });
		const [{ awb } = { awb: '' }] = at.babyshop.order(id).invoices;
		for (let times = 0; times < 2; times++) {
			const [[item] = []] = await print(id);
			const fileName = `${id}-${awb}.pdf`;
			expect(item).toMatchObject({
				json: { order: id, awb, fileName },
				binary: { data: { fileName, mimeType: 'application/pdf' } },
				pairedItem: { item: 0 },
			});
			const bytes = Buffer.from(String(item?.binary?.data?.data), 'base64');
			expect(bytes.toString('latin1')).toMatch(/^%PDF-/);
			expect(bytes.includes(String(awb))).toBe(true);
		}
		const [[named] = []] = await print(id, { binaryPropertyName: 'label' });
		expect(Object.keys(named?.binary ?? {})).toEqual(['label']);
		expect(at.babyshop.calls().every(({ effect }) => effect === null)).toBe(true);
	});

	test.each([
		['no shipment', {}, /has no shipment/, 'configuration-invalid'],
		['a cancelled order', { status: '8' as const }, /cancelled/, 'configuration-invalid'],
	])('says so of %s', async (_what, draft, message, cause) => {
		const [id = ''] = at.place(draft);
		await expect(print(id)).rejects.toMatchObject({
			message: expect.stringMatching(message),
			failure: { cause },
		});
	});

	test('says so of an order that there is not', async () => {
		await expect(print('70000000099-1')).rejects.toThrow(/70000000099-1/);
	});

	/** The template up to its last pages, which end with what they would show: n8n cannot draw them here. */
	async function inTheForm(order: string, page: string, parameter: string) {
		const file = templateOf('babyshop/print-awb');
		const nodes = file.nodes.map((node) =>
			node.type !== 'n8n-nodes-base.form'
				? node
				: {
						...node,
						type: 'n8n-nodes-base.stopAndError',
						typeVersion: 1,
						parameters: { errorMessage: node.name === page ? node.parameters[parameter] : 'other' },
					},
		);
		const start = { node: 'Print AWB', items: [{ order: ` ${order} ` }] };
		const { run } = await tick({ ...file, nodes }, at.shop.credentials, start);
		return run.data.resultData.error?.message;
	}

	test('gives all labels of an order on the last page of the form', async () => {
		const lines = [1, 2].map((line) => ({ line: String(line), sku: 'MKT-1', quantity: 1 }));
		const [id = ''] = at.place({ lines });
		await at.shop.items('babyshop', 'order:get', { parameters: { orderId: picked(id) } });
		const { baseUrl, accessToken } = at.shop.stored.babyshopChannelApi;
		const orderItemsList = [
			{ orderNo: id, lineNo: '1', invoiceNo: '', transporterName: '', trackingNo: '' },
		];
		await fetch(`${baseUrl}/generateInvoice`, {
			method: 'POST',
			headers: { ApiKey: String(accessToken) },
			body: new URLSearchParams({ RequestBody: JSON.stringify({ orderItemsList }) }),
		});
		at.babyshop.advance(id, { status: '10' });
		const awbs = at.babyshop.order(id).invoices.map(({ awb }) => awb);
		expect(new Set(awbs).size).toBe(2);
		expect(await inTheForm(id, 'Labels', 'completionTitle')).toBe(`AWB ${awbs.join(', ')}`);
		expect(await inTheForm(id, 'Labels', 'inputDataFieldName')).toBe('data, data_1');
	});

	test('says in the form that there is no label yet', async () => {
		await at.reopen({}, { awbMs: 86_400_000 });
		const [id = ''] = at.place({});
		await at.shop.items('babyshop', 'order:createShipment', {
			parameters: { orderId: picked(id) },
		});
		const said = await inTheForm(id, 'No Label', 'completionMessage');
		expect(said).toMatch(/has not given the tracking number \(AWB\)/);
	});
});
