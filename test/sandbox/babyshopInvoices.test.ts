import { type Panel, closePanels, codeOf, label, openPanel, steps } from './support/babyshopPanel';

const halfMinute = 30_000;

describe('invoices, AWBs and labels of the Babyshop sandbox', () => {
	let panel: Panel;
	beforeEach(async () => {
		panel = await openPanel();
	});
	afterEach(closePanels);

	const invoiceItems = async (invoiceNo: unknown) =>
		(await panel.ask('fetchInvoice', { invoiceNo })).body.invoiceItems;

	it('goes from Confirmed over 12 to 10, where the AWB is', async () => {
		const number = panel.place();
		const way = steps(panel, number);
		const { body } = await way.invoice();
		const { invoiceNo } = body;
		expect(invoiceNo).toMatch(/^INV26\d{8}$/);
		expect(body).toEqual({ responseCode: 0, responseMessage: 'Success', invoiceNo });
		const line = { invoiceNo, awbNo: null, transName: null, lineStatus: '12' };
		expect(await way.read()).toMatchObject({ orderStatus: '12', orderItems: [line, line] });
		expect(await invoiceItems(invoiceNo)).toMatchObject([
			{ orderNo: number, orderStatus: '12', lineNo: '1', lineTrackingNo: null, lineStatus: '12' },
			{ lineNo: '2', lineInvoiceNo: invoiceNo, lineTransporterName: null },
		]);

		await panel.letPass(halfMinute);
		const order = await way.read();
		const awb = order?.orderItems[0]?.awbNo;
		expect(awb).toMatch(/^FC\d{10}$/);
		expect(order).toMatchObject({
			orderStatus: '10',
			orderItems: [
				{ awbNo: awb, transName: 'Falcon Courier', transCode: '7', lineStatus: '10' },
				{ awbNo: awb },
			],
		});
		expect(await invoiceItems(invoiceNo)).toMatchObject([
			{ orderStatus: '10', lineTrackingNo: awb, lineTransporterName: 'Falcon Courier' },
			{ lineTrackingNo: awb },
		]);
		expect(way.state()).toMatchObject({
			invoicesMade: 1,
			invoices: [{ number: invoiceNo, by: 'api', lines: ['1', '2'], awb, isRepeat: false }],
			history: [
				{ what: 'placed', by: 'panel', status: '5' },
				{ what: 'invoiced', by: 'api', status: '12' },
				{ what: 'awb_given', by: 'panel', status: '10' },
			],
		});
	});

	it('gives the AWB when it was due, however late somebody looks', async () => {
		const way = steps(panel, panel.place());
		await way.invoice();
		await panel.letPass(10 * halfMinute);
		const [, made, given] = way.state().history;
		expect((given?.at ?? 0) - (made?.at ?? 0)).toBeLessThan(2 * halfMinute);
		expect(way.state().updatedAt).toBe(given?.at);
	});

	it('has the label as a file once the AWB is there, and a refusal on the same URL before', async () => {
		const { body } = await steps(panel, panel.place()).invoice();
		const early = await label(panel, body.invoiceNo);
		expect(codeOf(early)).toEqual([200, 404]);
		expect(early.headers.get('content-type')).toContain('application/json');
		const invoice = await label(panel, body.invoiceNo, 'Invoice');
		expect(invoice.text).toMatch(/^%PDF-/);

		await panel.letPass(halfMinute);
		const late = await label(panel, body.invoiceNo);
		expect([late.status, late.headers.get('content-type')]).toEqual([200, 'application/pdf']);
		expect(late.text).toMatch(/^%PDF-/);
		expect(panel.sandbox.calls().at(-1)).toMatchObject({
			kind: 'fetchDocuments',
			invoices: [body.invoiceNo],
			responseCode: null,
		});
		expect(codeOf(await label(panel, body.invoiceNo, 'shippingLabel'))).toEqual([200, 404]);
		expect(codeOf(await label(panel, 'nobody'))).toEqual([200, 404]);
	});

	it('can know the label by another name, and call the file something else', async () => {
		const odd = await openPanel({
			awbMs: 0,
			labelTypes: ['shippingLabel'],
			fileType: 'application/octet-stream',
		});
		const { body } = await steps(odd, odd.place()).invoice();
		expect(codeOf(await label(odd, body.invoiceNo))).toEqual([200, 404]);
		const file = await label(odd, body.invoiceNo, 'shippingLabel');
		expect(file.headers.get('content-type')).toBe('application/octet-stream');
		expect(file.text).toMatch(/^%PDF-/);
	});

	it('makes another invoice for lines that have one, and says so to whoever counts', async () => {
		const way = steps(panel, panel.place());
		const first = (await way.invoice()).body.invoiceNo;
		await panel.letPass(halfMinute);
		const second = (await way.invoice()).body.invoiceNo;
		expect(second).not.toBe(first);
		expect(await way.read()).toMatchObject({
			orderStatus: '12',
			orderItems: [{ invoiceNo: second, awbNo: null }, {}],
		});
		expect(way.state()).toMatchObject({
			invoicesMade: 2,
			invoices: [
				{ number: first, isRepeat: false },
				{ number: second, isRepeat: true },
			],
		});
		await panel.letPass(halfMinute);
		expect((await way.read())?.orderStatus).toBe('10');
	});

	it('takes the lines of an order in parts', async () => {
		const way = steps(panel, panel.place());
		const first = (await way.invoice(['1'])).body.invoiceNo;
		expect(await way.read()).toMatchObject({
			orderStatus: '5',
			orderItems: [{ invoiceNo: first }, { invoiceNo: null, lineStatus: '5' }],
		});
		const second = (await way.invoice(['2'])).body.invoiceNo;
		await panel.letPass(halfMinute);
		const order = await way.read();
		expect(order?.orderStatus).toBe('10');
		expect(new Set(order?.orderItems.map(({ awbNo }) => awbNo)).size).toBe(2);
		expect(order?.orderItems.map(({ invoiceNo }) => invoiceNo)).toEqual([first, second]);
		expect(way.state().invoices.some(({ isRepeat }) => isRepeat)).toBe(false);
	});

	it('takes a number of the seller’s own, once', async () => {
		const one = await steps(panel, panel.place()).invoice(['1', '2'], { invoiceNo: 'MINE-1' });
		expect(one.body.invoiceNo).toBe('MINE-1');
		const other = await steps(panel, panel.place()).invoice(['1'], { invoiceNo: 'MINE-1' });
		expect(codeOf(other)).toEqual([200, 9]);
	});

	it('may know an order only by its other number', async () => {
		const odd = await openPanel({ invoiceKey: 'masterOrderNo' });
		const number = odd.place();
		expect(codeOf(await steps(odd, number).invoice())).toEqual([200, 101]);
		const master = odd.sandbox.order(number).master;
		expect(codeOf(await steps(odd, master).invoice())).toEqual([200, 0]);
		expect(odd.sandbox.order(number).status).toBe('12');
	});

	describe('refuses to invoice', () => {
		const item = { transporterName: '', trackingNo: '' };
		const invoiced = async (...orderItemsList: readonly object[]) =>
			codeOf(await panel.ask('generateInvoice', { orderItemsList }));

		it('nothing, an order without its number, and several orders at once', async () => {
			const [a, b] = [panel.place(), panel.place()];
			expect(await invoiced()).toEqual([200, 5]);
			expect(await invoiced({ ...item, lineNo: '1' })).toEqual([200, 103]);
			expect(await invoiced({ ...item, orderNo: '', lineNo: '1' })).toEqual([200, 103]);
			expect(
				await invoiced({ ...item, orderNo: a, lineNo: '1' }, { ...item, orderNo: b, lineNo: '1' }),
			).toEqual([200, 102]);
			expect(panel.sandbox.order(a).invoicesMade).toBe(0);
		});

		it('an order or a line that is not known, and a line that is cancelled', async () => {
			const number = panel.place();
			expect(codeOf(await steps(panel, 'nobody').invoice())).toEqual([200, 101]);
			expect(codeOf(await steps(panel, number).invoice(['1', '3']))).toEqual([200, 101]);
			panel.sandbox.cancelLines(number, [{ line: '1' }]);
			expect(codeOf(await steps(panel, number).invoice())).toEqual([200, 101]);
			expect(codeOf(await steps(panel, number).invoice(['2']))).toEqual([200, 0]);
			expect(panel.sandbox.order(number).status).toBe('12');
		});

		it('an order of another seller', async () => {
			const number = panel.place({ seller: '1000002' });
			expect(codeOf(await steps(panel, number).invoice())).toEqual([200, 310]);
		});

		it('without the courier’s fields, and a line twice', async () => {
			const number = panel.place();
			expect(await invoiced({ orderNo: number, lineNo: '1' })).toEqual([200, 9]);
			expect(codeOf(await steps(panel, number).invoice(['1', '1']))).toEqual([200, 9]);
		});

		it.each(['1', '8', '50', '15', '25'] as const)('an order in status %s', async (status) => {
			const number = panel.place({ status });
			const made = panel.sandbox.order(number).invoicesMade;
			// Of a cancelled order no line is open any more.
			const code = status === '8' || status === '50' ? 101 : 9;
			expect(codeOf(await steps(panel, number).invoice())).toEqual([200, code]);
			expect(panel.sandbox.order(number).invoicesMade).toBe(made);
		});

		it('an order on hold, where a tenant has it so', async () => {
			expect(codeOf(await steps(panel, panel.place({ onHold: true })).invoice())).toEqual([200, 0]);
			const odd = await openPanel({ refusesOnHold: true });
			expect(codeOf(await steps(odd, odd.place({ onHold: true })).invoice())).toEqual([200, 326]);
		});
	});

	it('has no items of an invoice that is unknown or another seller’s', async () => {
		const { body } = await steps(panel, panel.place()).invoice();
		expect(await invoiceItems('nobody')).toBeNull();
		const { apiKey } = (await panel.signIn({ username: '1000002', password: 'sandbox second' }))
			.body;
		const theirs = await panel.ask('fetchInvoice', { invoiceNo: body.invoiceNo }, apiKey);
		expect(theirs.body.invoiceItems).toEqual([]);
	});
});
