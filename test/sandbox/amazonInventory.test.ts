import { type Seller, openSeller, refusal } from './support/amazonSeller';

const path = '/externalFulfillment/inventory/2024-09-11/inventories';
const marketplaceAttributes = { marketplaceId: 'A2VIGQ35RCS4UG', channelName: 'FBA' };

describe('batchInventory of the Amazon sandbox', () => {
	let seller: Seller;
	beforeEach(async () => {
		seller = await openSeller();
		seller.sandbox.seed([
			{ sku: 'A-1' },
			{ sku: 'B/2 & more' },
			{ sku: 'C', hasDimensions: false },
		]);
	});
	afterEach(async () => await seller.close());

	const uri = (action: string, sku: string, location = 'EXSB') =>
		`/inventory/${action}?locationId=${location}&skuId=${encodeURIComponent(sku)}`;
	const update = (sku: string, quantity: number, sequence = 1, location = 'EXSB') => ({
		method: 'POST',
		uri: uri('update', sku, location),
		body: { quantity, clientSequenceNumber: sequence, marketplaceAttributes },
	});
	const send = async (...requests: readonly object[]) =>
		await seller.ask('POST', path, { requests });
	const stored = () => seller.sandbox.stock().map(({ sku, quantity }) => [sku, quantity]);

	it('answers 207 with a row for each request, in another order', async () => {
		const { status, body } = await send(update('A-1', 15), update('nowhere', 3), update('C', 4));
		expect(status).toBe(207);
		expect(body.responses).toEqual([
			{
				status: { statusCode: 400, reasonPhrase: 'Invalid Input' },
				body: {
					skuId: 'C',
					locationId: 'EXSB',
					actionableErrors: [
						{ errorType: 'PRODUCT_VALIDATION_FAILURE', errorSubType: 'MISSING_DIMENSIONS' },
					],
				},
			},
			{
				status: { statusCode: 400, reasonPhrase: 'Invalid Input' },
				body: {
					skuId: 'nowhere',
					locationId: 'EXSB',
					actionableErrors: [
						{ errorType: 'INVALID_SKU', errorSubType: expect.stringContaining('does not exist') },
					],
				},
			},
			{
				status: { statusCode: 200, reasonPhrase: 'Success' },
				body: {
					locationId: 'EXSB',
					skuId: 'A-1',
					sellableQuantity: 15,
					reservedQuantity: 0,
					clientSequenceNumber: 1,
					marketplaceAttributes,
					actionableErrors: [],
				},
			},
		]);
		expect(seller.sandbox.calls().at(-1)).toMatchObject({ effect: 'stock_updated', records: 3 });
	});

	it('reads a SKU as an address carries it', async () => {
		await send(update('B/2 & more', 7));
		expect(stored()).toEqual([['B/2 & more', 7]]);
		const raw = { ...update('A-1', 1), uri: '/inventory/update?locationId=EXSB&skuId=B/2 & more' };
		expect(rows(await send(raw))).toEqual([400]);
	});

	const rows = ({ body }: Awaited<ReturnType<typeof send>>) =>
		JSON.parse(JSON.stringify(body.responses)).map(
			({ status }: { status: { statusCode: number } }) => status.statusCode,
		);

	it('takes a growing sequence number only, by SKU and location', async () => {
		await send(update('A-1', 15, 10));
		expect(rows(await send(update('A-1', 16, 10)))).toEqual([409]);
		expect(rows(await send(update('A-1', 17, 9)))).toEqual([409]);
		expect(seller.sandbox.calls().at(-1)).toMatchObject({ status: 207, effect: null });
		expect(rows(await send(update('A-1', 18, 1, 'DXB1'), update('A-1', 19, 11)))).toEqual([
			200, 200,
		]);
		expect(seller.sandbox.stock()).toMatchObject([
			{
				location: 'EXSB',
				quantity: 19,
				sequence: 11,
				updates: [{ quantity: 15 }, { quantity: 19 }],
			},
			{ location: 'DXB1', quantity: 18 },
		]);
	});

	it('refuses more than ten, none, and what is no batch', async () => {
		const many = Array.from({ length: 11 }, (_, at) => update('A-1', 1, at + 1));
		expect(refusal(await send(...many))).toEqual([400, 'BATCH_SIZE_EXCEED']);
		expect(rows(await send(...many.slice(1)))).toHaveLength(10);
		expect(refusal(await send())).toEqual([400, 'InvalidInput']);
		expect(refusal(await seller.ask('POST', path, {}))).toEqual([400, 'InvalidInput']);
		const text = { ...update('A-1', 1), body: { quantity: '1', clientSequenceNumber: 1 } };
		expect(refusal(await send(text))).toEqual([400, 'InvalidInput']);
	});

	it.each([
		['below nothing', update('A-1', -1), 400],
		['without a number', { ...update('A-1', 1), body: { quantity: 1 } }, 400],
		['at somebody else’s location', update('A-1', 1, 1, 'ZZZZ'), 403],
		[
			'in another marketplace',
			{
				...update('A-1', 1),
				body: {
					quantity: 1,
					clientSequenceNumber: 1,
					marketplaceAttributes: { marketplaceId: 'A21TJRUUN4KGV' },
				},
			},
			403,
		],
		[
			'with another address',
			{ ...update('A-1', 1), uri: '/inventory/put?locationId=EXSB&skuId=A-1' },
			400,
		],
	])('refuses a row %s', async (_, request, status) => {
		expect(rows(await send(request))).toEqual([status]);
		expect(stored()).toEqual([]);
	});

	it('fetches what it knows, with the units of open shipments beside', async () => {
		await send(update('A-1', 15, 3));
		seller.place({ lines: [{ sku: 'A-1', quantity: 2 }] });
		const { body } = await send({ method: 'GET', uri: uri('fetch', 'A-1') });
		expect(body.responses).toMatchObject([
			{ body: { sellableQuantity: 15, reservedQuantity: 2, clientSequenceNumber: 3 } },
		]);
	});

	it('fails single rows when told so', async () => {
		await seller.control('faults', { rowFailure: 1 });
		expect(rows(await send(update('A-1', 1)))).toEqual([500]);
		expect(stored()).toEqual([]);
	});
});
