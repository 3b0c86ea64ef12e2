import { type Seller, box, list, openSeller, refusal, root, steps } from './support/amazonSeller';

const wrong = [422, 'InvalidInput'];
const again = [409, 'DuplicateRequest'];
const bad = [400, 'InvalidInput'];
const nothingThere = [404, 'NotFound'];

describe('the way of a shipment through the Amazon sandbox', () => {
	let seller: Seller;
	beforeEach(async () => {
		seller = await openSeller();
	});
	afterEach(async () => await seller.close());

	const whole = box('P1', { 1: 2 });

	/** A shipment of two units, brought this far. */
	const at = async (stage: 'ACCEPTED' | 'CONFIRMED' | 'PACKED' | 'SLOT' | 'LABEL') => {
		const id = seller.place();
		const way = steps(seller, id);
		if (stage === 'ACCEPTED') return { id, ...way };
		await way.confirm();
		if (stage === 'CONFIRMED') return { id, ...way };
		await way.pack(whole);
		if (stage === 'PACKED') return { id, ...way };
		await way.slot('P1');
		if (stage === 'LABEL') await way.label();
		return { id, ...way };
	};

	it('goes from ACCEPTED to DELIVERED, and says who took each step', async () => {
		const { id, ...way } = await at('ACCEPTED');
		const confirmed = await way.confirm();
		expect([confirmed.status, confirmed.text]).toEqual([204, '']);
		expect(confirmed.headers.get('content-type')).toBeNull();
		expect(confirmed.headers.get('content-length')).toBeNull();
		expect((await way.pack(whole)).status).toBe(204);
		expect((await way.slot('P1')).body).toEqual({ shippingOptions: [] });
		expect((await way.label()).status).toBe(200);
		expect((await way.ship('P1')).status).toBe(204);
		await seller.control('orders/advance', { id, status: 'DELIVERED' });
		const { history, subStatus } = seller.sandbox.shipment(id);
		expect(history.map(({ what, by, status }) => [what, by, status])).toEqual([
			['placed', 'amazon', 'ACCEPTED'],
			['confirmed', 'api', 'CONFIRMED'],
			['packages_created', 'api', 'PACKAGE_CREATED'],
			['slot_retrieved', 'api', 'PICKUP_SLOT_RETRIEVED'],
			['labels_generated', 'api', 'SHIPLABEL_GENERATED'],
			['shipped', 'api', 'SHIPPED'],
			['advanced', 'carrier', 'DELIVERED'],
		]);
		expect(subStatus).toBe('DELIVERED');
	});

	it('logs each call with its shipment, its body and what it changed', async () => {
		const { id, ...way } = await at('ACCEPTED');
		await way.confirm();
		await way.confirm();
		await way.pack(whole);
		expect(seller.sandbox.calls(1)).toMatchObject([
			{
				kind: 'processShipment',
				method: 'POST',
				path: `${root}/${id}?operation=CONFIRM`,
				shipment: id,
				status: 204,
				effect: 'confirmed',
				code: null,
			},
			{ kind: 'processShipment', status: 409, code: 'DuplicateRequest', effect: null },
			{ kind: 'createPackages', body: { packages: [whole] }, effect: 'packages_created' },
		]);
	});

	it.each(['CONFIRM', 'REJECT'])('knows no shipment that is not there: %s', async (operation) => {
		const answer = await seller.ask('POST', `${root}/nowhere?operation=${operation}`, {
			lineItems: [],
		});
		expect(refusal(answer)).toEqual(nothingThere);
	});

	it('refuses another operation, and none', async () => {
		const { id } = await at('ACCEPTED');
		expect(refusal(await seller.ask('POST', `${root}/${id}?operation=ACCEPT`))).toEqual(bad);
		expect(refusal(await seller.ask('POST', `${root}/${id}`))).toEqual(bad);
	});

	it('refuses what comes too early', async () => {
		const { pack, slot, label } = await at('ACCEPTED');
		expect(refusal(await pack(whole))).toEqual(wrong);
		expect(refusal(await slot('P1'))).toEqual(nothingThere);
		expect(refusal(await label())).toEqual(wrong);
		const packed = await at('PACKED');
		expect(refusal(await packed.label())).toEqual(wrong);
		expect(refusal(await packed.label('REGENERATE'))).toEqual(nothingThere);
		expect(refusal(await packed.ship('P1'))).toEqual(wrong);
		expect(packed.status()).toBe('PACKAGE_CREATED');
	});

	it('refuses what is done already', async () => {
		const { confirm, pack, label, ship } = await at('LABEL');
		expect(refusal(await confirm())).toEqual(again);
		expect(refusal(await pack(whole))).toEqual(again);
		expect(refusal(await label())).toEqual(again);
		expect((await ship('P1')).status).toBe(204);
		expect(refusal(await ship('P1'))).toEqual(again);
	});

	it('refuses everything on a cancelled shipment', async () => {
		const { id, ...way } = await at('PACKED');
		await seller.control('orders/cancel', { id });
		const answers = [await way.confirm(), await way.pack(whole), await way.slot('P1')];
		expect(answers.map(refusal)).toEqual([wrong, wrong, wrong]);
		expect([await way.label(), await way.ship('P1')].map(refusal)).toEqual([wrong, wrong]);
	});

	it.each([400, 409] as const)('refuses a wrong state with %d, if told so', async (wrongState) => {
		await seller.close();
		seller = await openSeller({ wrongState });
		const way = steps(seller, seller.place());
		expect((await way.pack(whole)).status).toBe(wrongState);
	});

	it('takes an empty object for no body, and refuses a body that is no JSON', async () => {
		const { id } = await at('ACCEPTED');
		const headers = { 'x-amz-access-token': seller.token() };
		const path = `${root}/${id}?operation=CONFIRM`;
		const send = async (body: string, type: string) =>
			await seller.fetched(path, {
				method: 'POST',
				body,
				headers: { ...headers, 'content-type': type },
			});
		expect((await send('{}', 'text/plain')).status).toBe(415);
		expect(refusal(await send('{', 'application/json'))).toEqual(bad);
		expect((await send('{}', 'application/json')).status).toBe(204);
	});

	describe('rejecting', () => {
		const line = (id: string, quantity = 0) => ({
			lineItem: { id, quantity },
			reason: 'OUT_OF_STOCK',
		});
		const twoLines = () =>
			seller.place({
				lines: [
					{ sku: 'A', quantity: 1 },
					{ sku: 'B', quantity: 1 },
				],
			});

		it('cancels the whole shipment as SELLER_REJECTED', async () => {
			const id = twoLines();
			const body = { referenceId: 'hub-1', lineItems: [line('1'), line('2')] };
			expect((await steps(seller, id).reject(body)).status).toBe(204);
			const [shipment] = (await list(seller, { status: 'CANCELLED' })).body.shipments;
			expect(shipment?.lineItems[1]?.cancellations).toEqual([
				{
					cancelledQuantity: 1,
					cancelledTimestamp: expect.any(String),
					cancellationType: 'SELLER_REJECTED',
					cancellationReason: 'OUT_OF_STOCK',
				},
			]);
			expect(refusal(await steps(seller, id).reject(body))).toEqual(again);
		});

		it.each([
			['a line left out', [line('1')]],
			['a line twice', [line('1'), line('1')]],
			['a line too many', [line('1'), line('2'), line('1')]],
			['an unknown line', [line('1'), line('9')]],
			['another reason', [line('1'), { ...line('2'), reason: 'NO_MOOD' }]],
		])('refuses %s', async (_, lineItems) => {
			const id = twoLines();
			expect(refusal(await steps(seller, id).reject({ lineItems }))).toEqual(bad);
			expect(seller.sandbox.shipment(id).status).toBe('ACCEPTED');
		});

		it('needs a body', async () => {
			expect(refusal(await steps(seller, twoLines()).reject(undefined))).toEqual(bad);
		});

		it('is refused once the state is not eligible', async () => {
			const { reject } = await at('LABEL');
			expect(refusal(await reject({ lineItems: [line('1')] }))).toEqual(wrong);
			const strict = seller.place({ rejectableIn: [] });
			const answer = await steps(seller, strict).reject({ lineItems: [line('1')] });
			expect(refusal(answer)).toEqual(wrong);
		});

		it('takes a reference for one shipment only', async () => {
			const body = { referenceId: 'hub-1', lineItems: [line('1')] };
			await steps(seller, seller.place()).reject(body);
			expect(refusal(await steps(seller, seller.place()).reject(body))).toEqual(again);
		});
	});

	it('shows what Amazon or the customer cancelled', async () => {
		const id = seller.place();
		await seller.control('orders/cancel', { id, reason: 'BuyerRequested' });
		const { body } = await list(seller, { status: 'CANCELLED' });
		expect(body.shipments[0]?.lineItems[0]?.cancellations[0]).toMatchObject({
			cancellationType: 'MARKETPLACE_CANCELLED',
			cancellationReason: 'BuyerRequested',
			cancelledQuantity: 2,
		});
		expect((await seller.control('orders/cancel', { id })).status).toBe(400);
	});

	it('lets Amazon’s own screen do the work, with package and label', async () => {
		const id = seller.place();
		await seller.control('orders/advance', { id, status: 'SHIPPED' });
		expect(seller.sandbox.shipment(id)).toMatchObject({
			status: 'SHIPPED',
			subStatus: 'PICKED_UP',
			packages: [{ status: 'SHIPPED', label: { by: 'amazon' } }],
			history: [{ what: 'placed' }, { what: 'advanced', by: 'carrier' }],
		});
		const back = await seller.control('orders/advance', { id, status: 'CONFIRMED' });
		expect(back.status).toBe(400);
	});

	it('takes the status of a package in the body, if told so', async () => {
		await seller.close();
		seller = await openSeller({ shipsByBody: true });
		const id = seller.place();
		const way = steps(seller, id);
		await way.confirm();
		await way.pack(whole);
		await way.slot('P1');
		await way.label();
		expect(refusal(await way.ship('P1'))).toEqual(bad);
		const path = `${root}/${id}/packages/P1`;
		expect((await seller.ask('PATCH', path, { status: 'SHIPPED' })).status).toBe(204);
	});
});
