import { type Seller, closeSellers, idsOf, openSeller, steps } from './support/okerSeller';

describe('faults of the sandbox of Oker', () => {
	let seller: Seller;
	beforeEach(async () => {
		seller = await openSeller();
	});
	afterEach(closeSellers);

	const lastCall = () => seller.sandbox.calls().at(-1);

	it.each([
		['rate429', 429, '1'],
		['rate500', 500, null],
		['down503', 503, '2'],
		['html', 200, null],
	])('play %s', async (fault, status, wait) => {
		await seller.control('faults', { [fault]: 1 });
		const answer = await seller.list();
		expect([answer.status, answer.body.orders]).toEqual([status, undefined]);
		expect(answer.headers.get('retry-after')).toBe(wait);
		expect(lastCall()).toMatchObject({ kind: 'listOrders', status });
		expect(seller.sandbox.state().counts.quotaHits).toBe(0);
	});

	it('hang up before an effect, and after one', async () => {
		const way = steps(seller, seller.place().id);
		await seller.control('faults', { dropBefore: 1 });
		await expect(way.pack()).rejects.toThrow();
		expect([lastCall()?.effect, way.now().invoice]).toEqual([null, null]);
		await seller.control('faults', { dropAfter: 1 });
		await expect(way.pack()).rejects.toThrow();
		expect(lastCall()).toMatchObject({ status: 0, effect: 'invoiced', fault: 'dropAfter' });
		expect(way.now().invoice).not.toBeNull();
	});

	it('cut answers off, with and without saying so', async () => {
		await seller.control('faults', { cutOff: 1 });
		await expect(seller.list()).rejects.toThrow(SyntaxError);
		await seller.control('faults', { torn: 1 });
		await expect(seller.list()).rejects.toThrow('terminated');
	});

	it('end the token of the caller just before the call', async () => {
		await seller.control('faults', { expireTokens: 1, forTheNext: 1 });
		expect((await seller.list()).status).toBe(401);
		await seller.renew();
		expect((await seller.list()).status).toBe(200);
	});

	it('show a row twice in one page', async () => {
		const { id } = seller.place();
		await seller.control('faults', { duplicateRows: 1 });
		expect(idsOf(await seller.list())).toEqual([id, id]);
		expect(lastCall()?.records).toBe(2);
	});

	it('keep a row back for minutes, which then has its true time of change', async () => {
		await seller.control('faults', { lateRows: 1, lateMs: 60_000, seed: 3 });
		const { id, updatedAt } = seller.place();
		expect(idsOf(await seller.list())).toEqual([]);
		expect(seller.sandbox.state().counts).toMatchObject({ orders: 1, visible: 0 });
		expect(idsOf(await seller.get('/orders', { orderIds: id }))).toEqual([id]);
		await seller.letPass(60_000);
		const [order] = (await seller.list()).body.orders ?? [];
		expect([order?.id, Date.parse(String(order?.updatedAt))]).toEqual([id, updatedAt]);
	});

	it('happen only to the calls that are named, as often as told', async () => {
		await seller.control('faults', { rate500: 1, only: 'listWarehouses', forTheNext: 1 });
		expect((await seller.list()).status).toBe(200);
		expect((await seller.get('/warehouses')).status).toBe(500);
		expect((await seller.get('/warehouses')).status).toBe(200);
		await seller.control('faults', { rate500: 1, only: 'token' });
		expect((await seller.signIn()).status).toBe(500);
	});

	it('are refused where they are not known', async () => {
		expect((await seller.control('faults', { explode: 1 })).status).toBe(400);
	});
});
