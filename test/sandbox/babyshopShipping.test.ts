import {
	type Panel,
	closePanels,
	codeOf,
	numbersOf,
	openPanel,
	steps,
} from './support/babyshopPanel';

describe('shipping and cancelling in the Babyshop sandbox', () => {
	let panel: Panel;
	beforeEach(async () => {
		panel = await openPanel({ awbMs: 1000 });
	});
	afterEach(closePanels);

	const ready = async () => {
		const way = steps(panel, panel.place());
		const { invoiceNo } = (await way.invoice()).body;
		await panel.letPass(1000);
		return { way, invoiceNo, awb: way.state().invoices[0]?.awb };
	};

	describe('orderShipping', () => {
		it('ships an order that has its AWB', async () => {
			const { way, invoiceNo, awb } = await ready();
			const answer = await way.ship(invoiceNo, { transporter: 'Falcon Courier', awbNo: awb });
			expect(answer.body).toEqual({ responseCode: 0, responseMessage: 'Success' });
			const shippedLine = { lineStatus: '15', shippedQty: '2', deliveredQty: null };
			expect(await way.read()).toMatchObject({ orderStatus: '15', orderItems: [shippedLine, {}] });
			expect(way.state()).toMatchObject({ isShippedByApi: true, isCancelledByApi: false });
			expect(panel.sandbox.calls().at(-2)).toMatchObject({
				kind: 'orderShipping',
				effect: 'shipped',
				invoices: [invoiceNo],
			});
		});

		it('waits for all parcels of an order', async () => {
			const way = steps(panel, panel.place());
			const first = (await way.invoice(['1'])).body.invoiceNo;
			const second = (await way.invoice(['2'])).body.invoiceNo;
			await panel.letPass(1000);
			await way.ship(first);
			expect(await way.read()).toMatchObject({
				orderStatus: '10',
				orderItems: [{ lineStatus: '15' }, { lineStatus: '10' }],
			});
			expect(codeOf(await way.ship(first))).toEqual([200, 9]);
			await way.ship(second);
			expect((await way.read())?.orderStatus).toBe('15');
		});

		it('refuses a second time, another AWB, an unknown invoice and one without AWB', async () => {
			const { way, invoiceNo } = await ready();
			expect(codeOf(await way.ship(invoiceNo, { awbNo: 'another' }))).toEqual([200, 9]);
			expect(codeOf(await way.ship('nobody'))).toEqual([200, 9]);
			expect(codeOf(await way.ship(invoiceNo))).toEqual([200, 0]);
			expect(codeOf(await way.ship(invoiceNo))).toEqual([200, 9]);
			const early = steps(panel, panel.place());
			const { body } = await early.invoice();
			expect(codeOf(await early.ship(body.invoiceNo))).toEqual([200, 9]);
			expect(early.state().isShippedByApi).toBe(false);
		});

		it('refuses nothing at all, and what is another seller’s', async () => {
			expect(codeOf(await panel.ask('orderShipping', { shipDetails: [] }))).toEqual([200, 5]);
			const theirs = panel.place({ seller: '1000002', status: '10' });
			const invoice = panel.sandbox.order(theirs).invoices[0]?.number;
			expect(codeOf(await steps(panel, theirs).ship(invoice))).toEqual([200, 9]);
		});
	});

	describe('orderCancellation', () => {
		it.each(['1', '5', '18'] as const)('cancels a whole order in status %s', async (status) => {
			const way = steps(panel, panel.place({ status }));
			const answer = await way.cancel();
			expect(answer.body).toEqual({ responseCode: 0, responseMessage: 'Success' });
			expect(await way.read()).toMatchObject({
				orderStatus: '8',
				orderItems: [{ lineStatus: '8', orderQty: '2', cancelledQty: '2' }, { cancelledQty: '1' }],
			});
			expect(way.state()).toMatchObject({ isCancelledByApi: true });
			expect(way.state().history.at(-1)).toMatchObject({ what: 'cancelled', by: 'api', open: {} });
		});

		it('is refused once there is an invoice, of a part as well', async () => {
			const way = steps(panel, panel.place());
			await way.invoice(['1']);
			expect(codeOf(await way.cancel())).toEqual([200, 9]);
			expect(way.state()).toMatchObject({ status: '5', isCancelledByApi: false });
		});

		it('is refused for what is cancelled, unknown or another seller’s', async () => {
			expect(codeOf(await steps(panel, panel.place({ status: '8' })).cancel())).toEqual([200, 9]);
			expect(codeOf(await steps(panel, 'nobody').cancel())).toEqual([200, 9]);
			const theirs = steps(panel, panel.place({ seller: '1000002' }));
			expect(codeOf(await theirs.cancel())).toEqual([200, 9]);
			expect(codeOf(await panel.ask('orderCancellation', { reason: 'none' }))).toEqual([200, 9]);
		});

		it('can take its time, and lead to Rejected', async () => {
			const slow = await openPanel({ cancelMs: 60_000, cancelledStatus: '50' });
			const way = steps(slow, slow.place());
			expect(codeOf(await way.cancel())).toEqual([200, 0]);
			expect((await way.read())?.orderStatus).toBe('5');
			await slow.letPass(60_000);
			expect(await way.read()).toMatchObject({
				orderStatus: '50',
				orderItems: [{ rejectedQty: '2' }, {}],
			});
			expect(way.state().isCancelledByApi).toBe(true);
		});
	});

	describe('the panel', () => {
		it('takes an order all the way, and makes invoice and AWB itself', async () => {
			const number = panel.place({ status: '1' });
			for (const status of ['5', '12', '10', '15', '20', '25', '55']) {
				await panel.control('orders/advance', { id: number, status });
				expect(panel.sandbox.order(number).status).toBe(status);
			}
			const order = await steps(panel, number).read();
			expect(order).toMatchObject({
				orderItems: [{ shippedQty: '2', deliveredQty: '2', returnedQty: '2' }, {}],
			});
			expect(panel.sandbox.order(number)).toMatchObject({
				isShippedByApi: false,
				invoices: [{ by: 'panel', awb: expect.any(String) }],
			});
			const back = await panel.control('orders/advance', { id: number, status: '5' });
			expect(back.status).toBe(400);
			const cancelled = panel.place({ status: '8' });
			expect((await panel.control('orders/advance', { id: cancelled, status: '65' })).status).toBe(
				400,
			);
		});

		it('cancels a whole order up to the courier, with a reason', async () => {
			const number = panel.place({ status: '10' });
			await panel.control('orders/cancel', { id: number, remark: 'Too late', reason: '3' });
			expect(await steps(panel, number).read()).toMatchObject({
				orderStatus: '8',
				cancelRemark: 'Too late',
				reasonForCancellation: '3',
			});
			expect(panel.sandbox.order(number).isCancelledByApi).toBe(false);
			expect((await panel.control('orders/cancel', { id: number })).status).toBe(400);
			const gone = panel.place({ status: '15' });
			expect((await panel.control('orders/cancel', { id: gone })).status).toBe(400);
		});

		it('cancels on item level, which leaves the order as it is until nothing is left', async () => {
			const number = panel.place();
			const cut = async (...lines: readonly object[]) =>
				(await panel.control('orders/cancel-lines', { id: number, lines })).status;
			expect(await cut({ line: '1', quantity: 1 })).toBe(200);
			expect(await steps(panel, number).read()).toMatchObject({
				orderStatus: '5',
				orderItems: [{ orderQty: '2', cancelledQty: '1', lineStatus: '5' }, {}],
			});
			expect(await cut({ line: '1', quantity: 2 })).toBe(400);
			expect(await cut({ line: '1' })).toBe(200);
			expect(panel.sandbox.order(number)).toMatchObject({
				status: '5',
				lines: [{ cancelled: 2, status: '8' }, { status: '5' }],
			});
			expect(await cut({ line: '2' })).toBe(200);
			expect(panel.sandbox.order(number)).toMatchObject({ status: '8', isCancelledByApi: false });
			expect(panel.sandbox.order(number).history.map(({ what, open }) => [what, open])).toEqual([
				['placed', { 'BS-1': 2, 'BS-2': 1 }],
				['lines_cancelled', { 'BS-1': 1, 'BS-2': 1 }],
				['lines_cancelled', { 'BS-2': 1 }],
				['lines_cancelled', {}],
			]);
		});

		it('changes lines and the buyer', async () => {
			const number = panel.place();
			await panel.control('orders/edit', {
				id: number,
				lines: [
					{ sku: 'BS-1', quantity: 5 },
					{ sku: 'BS-3', quantity: 1, price: 7 },
				],
				customer: { city: 'Sharjah' },
			});
			expect(await steps(panel, number).read()).toMatchObject({
				city: 'Sharjah',
				orderItems: [
					{ lineno: '1', skuCode: 'BS-1', orderQty: '5', unitPrice: '50.00' },
					{ lineno: '3', skuCode: 'BS-3', unitPrice: '7.00' },
				],
			});
		});

		it('holds an order, and moves its time of change by nothing at all', async () => {
			const number = panel.place();
			const before = panel.sandbox.order(number).updatedAt;
			await panel.control('orders/hold', { id: number, onHold: true });
			const { body } = await panel.ask('orderList', { filterStatusList: '5' });
			expect(body.orderList).toMatchObject([{ onHold: '1' }]);
			const held = panel.sandbox.order(number).updatedAt;
			await panel.control('orders/edit', { id: number });
			expect(held).toBeGreaterThan(before);
			expect(panel.sandbox.order(number).updatedAt).toBeGreaterThan(held);
		});

		it('refuses what makes no sense', async () => {
			const refused = async (path: string, body: object) =>
				expect((await panel.control(path, body)).status).toBe(400);
			const number = panel.place();
			await refused('orders', { orders: [{ number, lines: [{ sku: 'A', quantity: 1 }] }] });
			await refused('orders', {
				orders: [{ seller: 'nobody', lines: [{ sku: 'A', quantity: 1 }] }],
			});
			await refused('orders/advance', { id: 'nobody', status: '15' });
			await refused('orders/advance', { id: number, status: '8' });
			await refused('orders/cancel-lines', { id: number, lines: [{ line: '9' }] });
			await refused('products', { products: [{ sku: 'A' }] });
			expect((await panel.control('nonsense')).status).toBe(404);
			expect(numbersOf(await panel.ask('orderList', { filterStatusList: '5' }))).toEqual([number]);
		});
	});
});
