import { type Seller, idsOf, list, openSeller, refusal, root } from './support/amazonSeller';

describe('getShipments of the Amazon sandbox', () => {
	let seller: Seller;
	beforeEach(async () => {
		seller = await openSeller();
	});
	afterEach(async () => await seller.close());

	it('answers a shipment as Amazon does: no ASIN, no name, money as text', async () => {
		const id = seller.place({ buyerOrderId: '407-7727827-8514700', attributes: ['PRIME'] });
		const { body } = await list(seller, { status: 'ACCEPTED', locationId: 'EXSB' });
		const aed = (value: string) => ({ value, currencyCode: 'AED' });
		expect(body.pagination).toBeUndefined();
		expect(body.shipments).toMatchObject([
			{
				id,
				locationId: 'EXSB',
				status: 'ACCEPTED',
				marketplaceAttributes: {
					marketplaceId: 'A2VIGQ35RCS4UG',
					channelName: 'FBA',
					merchantId: 'A1SELLER0EXAMPLE',
					customAttributes: ['PRIME'],
				},
				creationDateTime: '2026-03-02T10:00:00Z',
				lineItems: [
					{
						shipmentLineItemId: '1',
						merchantSku: 'ABAYA-M',
						numberOfUnits: 2,
						charges: [
							{
								chargeType: 'PRODUCT',
								baseCharge: { netAmount: aed('200.00') },
								totalCharge: { netAmount: aed('210.00') },
								totalTax: { type: 'TOTAL', charge: { netAmount: aed('10.00') } },
							},
						],
					},
				],
				shipmentInfo: {
					buyerOrderId: '407-7727827-8514700',
					numberOfUnits: 2,
					orderPlacedTimestamp: String(seller.sandbox.shipment(id).placedAt),
				},
				shipmentRequirements: { invoice: { requirement: 'NOT_REQUIRED' } },
				shippingInfo: { shipToAddress: { postalCode: expect.any(String) } },
			},
		]);
		expect(body.shipments[0]?.packages).toBeUndefined();
		const one = await seller.ask('GET', `${root}/${id}`);
		expect(one.body).toEqual(body.shipments[0]);
	});

	it.each([
		['no status', {}],
		['two statuses', { status: 'ACCEPTED,CREATED' }],
		['an unknown status', { status: 'SHIPPING' }],
		['more than 100 at once', { status: 'ACCEPTED', maxResults: '101' }],
		['none at once', { status: 'ACCEPTED', maxResults: '0' }],
		['a date without time', { status: 'ACCEPTED', lastUpdatedAfter: '2026-03-02' }],
		[
			'an end before the beginning',
			{
				status: 'ACCEPTED',
				lastUpdatedAfter: '2026-03-03T00:00:00Z',
				lastUpdatedBefore: '2026-03-02T00:00:00Z',
			},
		],
		['a long location', { status: 'ACCEPTED', locationId: 'x'.repeat(37) }],
		['a token of its own making', { status: 'ACCEPTED', paginationToken: 'bm9uc2Vuc2U' }],
	])('refuses %s', async (_, query) => {
		expect(refusal(await list(seller, query))).toEqual([400, 'InvalidInput']);
	});

	it('refuses a status that is given twice', async () => {
		const answer = await seller.ask('GET', `${root}?status=ACCEPTED&status=CREATED`);
		expect(refusal(answer)).toEqual([400, 'InvalidInput']);
	});

	it('refuses another marketplace as Forbidden', async () => {
		const answer = await list(seller, { status: 'ACCEPTED', marketplaceId: 'A21TJRUUN4KGV' });
		expect(refusal(answer)).toEqual([403, 'Forbidden']);
	});

	it('filters by location, channel and time of change', async () => {
		const first = seller.place();
		await seller.control('clock', { advanceMs: 60_000 });
		const second = seller.place({ location: 'DXB1' });
		const third = seller.place({ channelName: 'MFN' });
		const found = async (query: Readonly<Record<string, string>>) =>
			idsOf(await list(seller, { status: 'ACCEPTED', ...query }));
		expect(await found({ locationId: 'DXB1' })).toEqual([second]);
		expect(await found({ channelName: 'MFN' })).toEqual([third]);
		expect(await found({ lastUpdatedBefore: '2026-03-02T10:00:30Z' })).toEqual([first]);
		expect(await found({ lastUpdatedAfter: '2026-03-02T10:00:30.000Z' })).toHaveLength(2);
		expect(await found({ locationId: 'NONE' })).toEqual([]);
	});

	it('pages with a token, and only with the same arguments', async () => {
		const placed = [seller.place(), seller.place(), seller.place()];
		const first = await list(seller, { status: 'ACCEPTED', maxResults: '2' });
		const paginationToken = first.body.pagination?.nextToken ?? '';
		const rest = await list(seller, { status: 'ACCEPTED', maxResults: '2', paginationToken });
		expect([...idsOf(first), ...idsOf(rest)].toSorted()).toEqual(placed.toSorted());
		expect(rest.body.pagination).toBeUndefined();
		const other = await list(seller, { status: 'ACCEPTED', maxResults: '3', paginationToken });
		expect(refusal(other)).toEqual([400, 'InvalidInput']);
	});

	it('skips nothing when rows leave between two pages', async () => {
		for (let placed = 0; placed < 4; placed += 1) seller.place();
		const first = await list(seller, { status: 'ACCEPTED', maxResults: '2' });
		for (const id of idsOf(first)) await seller.ask('POST', `${root}/${id}?operation=CONFIRM`);
		const paginationToken = first.body.pagination?.nextToken ?? '';
		const rest = await list(seller, { status: 'ACCEPTED', maxResults: '2', paginationToken });
		expect(idsOf(rest)).toHaveLength(2);
	});

	it('answers empty pages with a token, never two in a row', async () => {
		seller.place();
		await seller.control('faults', { emptyPages: 1 });
		const empty = await list(seller, { status: 'ACCEPTED' });
		expect(empty.body.shipments).toEqual([]);
		const paginationToken = empty.body.pagination?.nextToken ?? '';
		const full = await list(seller, { status: 'ACCEPTED', paginationToken });
		expect(idsOf(full)).toHaveLength(1);
		expect(full.body.pagination).toBeUndefined();
	});

	it('knows nothing of a pending order until Amazon assigns it', async () => {
		const id = seller.place({ status: 'PENDING' });
		expect(refusal(await seller.ask('GET', `${root}/${id}`))).toEqual([404, 'NotFound']);
		expect(idsOf(await list(seller, { status: 'ACCEPTED' }))).toEqual([]);
		await seller.control('orders/advance', { id, status: 'ACCEPTED' });
		expect(idsOf(await list(seller, { status: 'ACCEPTED' }))).toEqual([id]);
	});

	it('merges overrides into what it answers', async () => {
		const id = seller.place({ overrides: { lineItems: [], shipmentInfo: { priority: 'URGENT' } } });
		const { body } = await seller.ask('GET', `${root}/${id}`);
		expect(body).toMatchObject({ lineItems: [], shipmentInfo: { priority: 'URGENT' } });
		expect(seller.sandbox.shipment(id)).toMatchObject({ isSpoiled: true, lines: [{ id: '1' }] });
	});

	it('shows a late row up to five minutes later', async () => {
		await seller.control('faults', { lateRows: 1 });
		const id = seller.place();
		const visible = async () => idsOf(await list(seller, { status: 'ACCEPTED' }));
		expect(await visible()).toEqual([]);
		expect(seller.sandbox.state().counts).toMatchObject({ shipments: 1, visible: 0 });
		await seller.control('clock', { advanceMs: 300_000 });
		expect(await visible()).toEqual([id]);
	});

	it('shows a late cancellation as the shipment was before, and a change by the API at once', async () => {
		const [first, second] = [seller.place(), seller.place()];
		await seller.control('faults', { lateRows: 1 });
		await seller.control('orders/cancel', { id: first });
		await seller.ask('POST', `${root}/${second}?operation=CONFIRM`);
		expect(idsOf(await list(seller, { status: 'ACCEPTED' }))).toEqual([first]);
		expect(idsOf(await list(seller, { status: 'CONFIRMED' }))).toEqual([second]);
		expect((await seller.ask('GET', `${root}/${first}`)).body.status).toBe('CANCELLED');
	});
});
