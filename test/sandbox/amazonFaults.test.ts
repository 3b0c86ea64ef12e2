import { type Seller, idsOf, list, openSeller, refusal, steps } from './support/amazonSeller';

describe('faults of the Amazon sandbox', () => {
	let seller: Seller;
	beforeEach(async () => {
		seller = await openSeller();
	});
	afterEach(async () => await seller.close());

	const accepted = async () => await list(seller, { status: 'ACCEPTED' });
	const lastCall = () => seller.sandbox.calls().at(-1);

	it.each([
		['rate429', 429, 'RateLimited'],
		['rate500', 500, 'InternalFailure'],
		['html', 200, undefined],
	])('plays %s', async (fault, status, code) => {
		await seller.control('faults', { [fault]: 1 });
		expect(refusal(await accepted())).toEqual([status, code]);
		expect(lastCall()).toMatchObject({ kind: 'getShipments', status, fault, effect: null });
	});

	it('hangs up before an effect, and after one', async () => {
		const way = steps(seller, seller.place());
		await seller.control('faults', { dropBefore: 1 });
		await expect(way.confirm()).rejects.toThrow();
		expect([lastCall()?.effect, way.status()]).toEqual([null, 'ACCEPTED']);
		await seller.control('faults', { dropAfter: 1 });
		await expect(way.confirm()).rejects.toThrow();
		expect(lastCall()).toMatchObject({ status: 0, effect: 'confirmed', fault: 'dropAfter' });
		expect(way.status()).toBe('CONFIRMED');
	});

	it('ends tokens just before a call', async () => {
		await seller.control('faults', { expireTokens: 1, forTheNext: 1 });
		expect(refusal(await accepted())).toEqual([403, 'Unauthorized']);
		await seller.renew();
		expect((await accepted()).status).toBe(200);
	});

	it('shows a row twice in one page', async () => {
		const id = seller.place();
		await seller.control('faults', { duplicateRows: 1 });
		expect(idsOf(await accepted())).toEqual([id, id]);
	});

	it('cuts off answers, the storage’s as well', async () => {
		await seller.control('faults', { cutOff: 1, only: 'getShipments' });
		await expect(accepted()).rejects.toThrow(SyntaxError);
		await seller.control('faults', { rate500: 1, only: 'document' });
		const file = await seller.fetched('/documents/any');
		expect([file.status, file.text]).toEqual([500, expect.stringContaining('<Code>')]);
		expect((await accepted()).status).toBe(200);
	});

	it('makes Login with Amazon fail', async () => {
		await seller.control('faults', { rate500: 1, only: 'token' });
		expect((await seller.login()).status).toBe(500);
	});

	it('refuses a fault that it does not know, and a control that there is not', async () => {
		expect((await seller.control('faults', { explode: 1 })).status).toBe(400);
		expect((await seller.control('nonsense')).status).toBe(404);
	});

	it('answers 404 for a path that Amazon does not have', async () => {
		expect(refusal(await seller.ask('GET', '/orders/v0/orders'))).toEqual([404, 'NotFound']);
	});

	it('begins anew on reset', async () => {
		seller.place();
		await seller.control('reset');
		expect(seller.sandbox.state()).toMatchObject({ shipments: [], counts: { calls: 0 } });
	});
});
