import { type Seller, closeSellers, numbersOf, openSeller, steps } from './support/iconicSeller';

describe('faults of the sandbox of The Iconic', () => {
	let seller: Seller;
	beforeEach(async () => {
		seller = await openSeller();
	});
	afterEach(closeSellers);

	const lastCall = () => seller.sandbox.calls().at(-1);

	it.each([
		['rate429', 429],
		['rate500', 500],
		['html', 200],
	])('play %s', async (fault, status) => {
		await seller.control('faults', { [fault]: 1 });
		const answer = await seller.list();
		expect([answer.status, answer.body.items]).toEqual([status, undefined]);
		expect(answer.headers.get('retry-after')).toBe(status === 429 ? '1' : null);
		expect(lastCall()).toMatchObject({ kind: 'getOrders', status, fault });
		expect(seller.sandbox.state().counts).toMatchObject({ quotaHits: 0, faults: 1 });
	});

	it('hang up before an effect, and after one', async () => {
		const way = steps(seller, seller.place().items);
		await seller.control('faults', { dropBefore: 1 });
		await expect(way.ready()).rejects.toThrow();
		expect([lastCall()?.effect, way.statuses()[0]]).toEqual([null, 'pending']);
		await seller.control('faults', { dropAfter: 1 });
		await expect(way.ready()).rejects.toThrow();
		expect(lastCall()).toMatchObject({ status: 0, effect: 'ready_to_ship', fault: 'dropAfter' });
		expect(way.statuses()[0]).toBe('ready_to_ship');
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
		const { number } = seller.place();
		await seller.control('faults', { duplicateRows: 1 });
		expect(numbersOf(await seller.list())).toEqual([number, number]);
		expect(lastCall()?.records).toBe(2);
	});

	it('keep a row back for minutes, which then has its true time of change', async () => {
		await seller.control('faults', { lateRows: 1, lateMs: 60_000, seed: 3 });
		const { id, number } = seller.place();
		expect(numbersOf(await seller.list())).toEqual([]);
		expect(seller.sandbox.state().counts).toMatchObject({ orders: 1, visible: 0 });
		expect((await seller.get(`/v2/orders/${id}`)).status).toBe(200);
		await seller.letPass(60_000);
		const [order] = (await seller.list()).body.items ?? [];
		const { updatedAt, placedAt } = seller.sandbox.order(id);
		expect(order).toMatchObject({ number, id: Number(id) });
		expect([Date.parse(String(order?.updatedAt)), updatedAt]).toEqual([placedAt, placedAt]);
	});

	it('spare a client’s own change, which it sees at once', async () => {
		const { items } = seller.place();
		await seller.control('faults', { lateRows: 1 });
		await steps(seller, items).ready();
		expect(numbersOf(await seller.list({ section: 'status_ready_to_ship' }))).toHaveLength(1);
	});

	it('hold answers back', async () => {
		await seller.control('faults', { latencyMs: 150 });
		await seller.list();
		expect(seller.sandbox.calls()).toHaveLength(2);
	});

	it('happen only to the calls that are named, as often as told', async () => {
		await seller.control('faults', { rate500: 1, only: 'getSeller', forTheNext: 1 });
		expect((await seller.list()).status).toBe(200);
		expect((await seller.get('/v2/seller')).status).toBe(500);
		expect((await seller.get('/v2/seller')).status).toBe(200);
		await seller.control('faults', { rate500: 1, only: 'token' });
		expect((await seller.signIn()).status).toBe(500);
	});

	it('are refused where they are not known', async () => {
		expect((await seller.control('faults', { explode: 1 })).status).toBe(400);
	});
});
