import { type Seller, closeSellers, openSeller, refusalIn, steps } from './support/okerSeller';

describe('fulfilment in the sandbox of Oker', () => {
	let seller: Seller;
	beforeEach(async () => {
		seller = await openSeller();
	});
	afterEach(closeSellers);

	const placed = (draft: Parameters<Seller['place']>[0] = {}) =>
		steps(seller, seller.place(draft).id);

	const whats = (way: ReturnType<typeof steps>) => way.now().history.map(({ what }) => what);

	describe('packing', () => {
		it('issues one invoice with taxes, and gives the same again', async () => {
			const way = placed();
			expect(refusalIn(await way.invoice())).toEqual([409, 'NOT_INVOICED']);
			const first = await way.pack({ facilityCode: 'OKR-W1', boxes: [{ weight: 400 }] });
			expect(first.body).toMatchObject({
				code: expect.stringMatching(/^OKINV-/),
				productTaxes: [{ taxPercentage: 12, centralGstPercentage: 6 }, { taxPercentage: 12 }],
			});
			expect((await way.pack()).body).toEqual(first.body);
			expect((await way.invoice()).body).toEqual(first.body);
			expect(whats(way)).toEqual(['placed', 'invoiced']);
		});

		it.each([
			[
				'a part of the order',
				{ orderItems: [{ orderItemId: 'OK-50001-1', quantity: 2 }] },
				'SPLIT_NOT_ALLOWED',
				422,
			],
			[
				'a part of an item',
				{
					orderItems: [
						{ orderItemId: 'OK-50001-1', quantity: 1 },
						{ orderItemId: 'OK-50001-2', quantity: 1 },
					],
				},
				'SPLIT_NOT_ALLOWED',
				422,
			],
			['two boxes', { boxes: [{ weight: 1 }, { weight: 2 }] }, 'MULTI_BOX_NOT_ALLOWED', 422],
			['another warehouse', { facilityCode: 'OKR-W2' }, 'WAREHOUSE_MISMATCH', 422],
			[
				'a strange item',
				{ orderItems: [{ orderItemId: 'x', quantity: 1 }] },
				'UNKNOWN_ORDER_ITEM',
				404,
			],
			['a strange order', { orderId: 'x' }, 'UNKNOWN_ORDER', 404],
			['no item', { orderItems: [] }, 'VALIDATION_FAILED', 400],
		])('refuses %s', async (_, over, code, status) => {
			const way = placed();
			expect(refusalIn(await way.pack(over))).toEqual([status, code]);
			expect(way.now().invoice).toBeNull();
		});

		it('loses to the customer who cancelled before, and wins over the one who comes later', async () => {
			const off = placed();
			await seller.control('orders/cancel', { id: off.now().id });
			expect(refusalIn(await off.pack())).toEqual([409, 'ORDER_CANCELLED']);
			const way = placed();
			await way.pack();
			expect((await seller.control('orders/cancel', { id: way.now().id })).status).toBe(400);
		});

		it('waits for what is held or not released', async () => {
			for (const draft of [{ onHold: true }, { pending: true }]) {
				expect(refusalIn(await placed(draft).pack())).toEqual([409, 'ORDER_ON_HOLD']);
			}
		});
	});

	it('at Core level invoices with the first reading of the invoice', async () => {
		const core = await openSeller({ level: 'core' });
		const way = steps(core, core.place().id);
		const first = await way.invoice();
		expect(first.status).toBe(200);
		expect((await way.invoice()).body).toEqual(first.body);
		expect(way.now().history.map(({ what }) => what)).toEqual(['placed', 'invoiced']);
		expect((await way.cancel()).status).toBe(409);
	});

	it('has courier and label late, each in its time', async () => {
		const slow = await openSeller({ courierMs: 60_000, labelMs: 30_000 });
		const way = steps(slow, slow.place().id);
		expect(refusalIn(await way.label())).toEqual([409, 'NOT_INVOICED']);
		await way.pack();
		expect((await way.courier()).body).toEqual({ status: 'COURIER_NOT_ASSIGNED' });
		await slow.letPass(60_000);
		expect((await way.courier()).body).toMatchObject({
			status: 'AVAILABLE',
			awbNo: way.now().awb,
			courierName: 'SampleCourier',
		});
		const early = await way.label();
		expect(refusalIn(early)).toEqual([409, 'LABEL_NOT_READY']);
		expect(Number(early.headers.get('retry-after'))).toBeGreaterThan(0);
		await slow.letPass(30_000);
		const { text } = await way.label();
		expect(Buffer.from(JSON.parse(text), 'base64').toString('latin1')).toMatch(/^%PDF-/);
		const file = await way.label({ accept: 'application/pdf' });
		expect(file.bytes.toString('latin1')).toMatch(/^%PDF-/);
		expect(way.now().labels).toBe(2);
	});

	describe('dispatching', () => {
		it('sends the whole order off, once, and keeps the manifest', async () => {
			const way = placed();
			await way.pack();
			const told = { manifestReference: 'MF-1', dispatchedAt: '2026-03-02T17:30:00+05:30' };
			expect((await way.dispatch(told)).body).toEqual({ status: 'SUCCESS', orderItems: [] });
			expect((await way.dispatch()).body.status).toBe('SUCCESS');
			expect(way.now()).toMatchObject({ status: 'COMPLETE', manifest: 'MF-1' });
			expect(whats(way)).toEqual(['placed', 'invoiced', 'dispatched']);
		});

		it('tells of items that the customer cancelled, and sends none of them off', async () => {
			const way = placed();
			await seller.control('orders/cancel', { id: way.now().id, items: [way.all[0]?.orderItemId] });
			const { body } = await way.dispatch();
			expect(body).toMatchObject({
				status: 'FAILED',
				orderItems: [{ orderItemId: way.all[0]?.orderItemId, code: 'ORDER_CANCELLED' }],
			});
			expect(way.now().dispatchedAt).toBeNull();
		});

		it('refuses what is not invoiced, half of an order, two orders and self-shipping', async () => {
			const [one, other] = [placed(), placed()];
			expect(refusalIn(await one.dispatch())).toEqual([409, 'NOT_INVOICED']);
			await one.pack();
			const half = { orderItems: one.all.slice(0, 1) };
			expect(refusalIn(await one.dispatch(half))).toEqual([422, 'SPLIT_NOT_ALLOWED']);
			const both = { orderItems: [...one.all, ...other.all] };
			expect(refusalIn(await one.dispatch(both))).toEqual([422, 'SPLIT_NOT_ALLOWED']);
			const own = { selfShipping: { trackingId: 'T' } };
			expect(refusalIn(await one.dispatch(own))).toEqual([422, 'OPERATION_NOT_SUPPORTED']);
		});
	});

	describe('cancelling', () => {
		it('takes the whole order off, once', async () => {
			const way = placed();
			expect((await way.cancel({ cancellationReason: 'Out of stock' })).body.status).toBe(
				'SUCCESS',
			);
			expect((await way.cancel()).body.status).toBe('SUCCESS');
			expect(way.now().status).toBe('CANCELLED');
			expect(whats(way)).toEqual(['placed', 'cancelled']);
		});

		it('refuses a part of it, and what is invoiced or dispatched', async () => {
			const way = placed();
			const [item] = way.now().items;
			const part = { orderItems: [{ orderItemId: item?.id, ...item }] };
			expect(refusalIn(await way.cancel(part))).toEqual([422, 'PARTIAL_CANCEL_NOT_ALLOWED']);
			await way.pack();
			expect(refusalIn(await way.cancel())).toEqual([409, 'ALREADY_INVOICED']);
			await way.dispatch();
			expect(refusalIn(await way.cancel())).toEqual([409, 'ALREADY_DISPATCHED']);
		});

		it('is refused with 200 at older gateways', async () => {
			const older = await openSeller({ level: 'core', failsWith200: true });
			const way = steps(older, older.place().id);
			await way.invoice();
			const { status, body } = await way.cancel();
			expect([status, body]).toEqual([200, { status: 'FAILED', message: expect.any(String) }]);
		});
	});

	describe('a key', () => {
		it('gives the stored answer again for the same request', async () => {
			const way = placed();
			const first = await way.pack({}, 'pack:0001');
			const again = await way.pack({}, 'pack:0001');
			expect(again.body).toEqual(first.body);
			expect(again.headers.get('idempotency-replayed')).toBe('true');
			expect(first.headers.get('idempotency-replayed')).toBeNull();
			expect(seller.sandbox.state().counts.replays).toBe(1);
		});

		it('keeps a refusal too, for a day', async () => {
			const way = placed({ onHold: true });
			await way.pack({}, 'pack:0001');
			await seller.control('orders/hold', { id: way.now().id, onHold: false });
			expect(refusalIn(await way.pack({}, 'pack:0001'))).toEqual([409, 'ORDER_ON_HOLD']);
			await seller.letPass(86_400_000);
			await seller.renew();
			expect((await way.pack({}, 'pack:0001')).status).toBe(200);
		});

		it('is refused for another request, while the first runs, and when it is none', async () => {
			const [one, other] = [placed(), placed()];
			await one.pack({}, 'pack:0001');
			expect(refusalIn(await other.pack({}, 'pack:0001'))).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
			expect(refusalIn(await other.pack({}, 'short'))).toEqual([400, 'VALIDATION_FAILED']);
			await seller.control('faults', { inProgress: 1 });
			expect(refusalIn(await other.pack({}, 'pack:0002'))).toEqual([409, 'REQUEST_IN_PROGRESS']);
		});

		it('means nothing at Core level', async () => {
			const core = await openSeller({ level: 'core' });
			const way = steps(core, core.place().id);
			await way.invoice();
			await way.dispatch({}, 'dispatch:1');
			const again = await way.dispatch({}, 'dispatch:1');
			expect(again.headers.get('idempotency-replayed')).toBeNull();
		});
	});

	it('takes sizes and makes manifests where the gateway has it', async () => {
		const way = placed();
		await way.pack();
		const orderItems = way.all.flatMap(({ orderItemId, quantity }) =>
			Array.from({ length: quantity }, () => ({ orderItemId, invoiceNumber: 'x' })),
		);
		const size = { weight: 400, orderItems };
		expect((await seller.post('/orders/labels', size)).body.status).toBe('SUCCESS');
		const manifestItems = way.now().items.map((item) => ({ orderItemId: item.id, ...item }));
		const manifest = await seller.post('/orders/fetchManifest', {
			courierCode: 'SMPL',
			manifestItems,
		});
		expect(manifest.body.manifestUrl).toMatch(/^https:/);
		const capabilities = { shipmentDetails: false, fetchManifest: false };
		const lean = await openSeller({ capabilities });
		const other = steps(lean, lean.place().id);
		await other.pack();
		const refused = await lean.post('/orders/labels', { orderItems: other.all });
		expect(refusalIn(refused)).toEqual([404, 'OPERATION_NOT_SUPPORTED']);
	});

	it('says SELLER_SHIPPING where the gateway is wrong', async () => {
		const wrong = await openSeller({ sellerShips: true });
		const way = steps(wrong, wrong.place().id);
		expect((await way.courier()).body).toEqual({ status: 'SELLER_SHIPPING' });
	});
});
