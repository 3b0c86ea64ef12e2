import { shopify } from '../../channels/shopify/connector';
import type { Http } from '../../channels/connector';
import type { HandOver } from '../../domain/oms';
import { told, unitItem } from './shopifyHandOver';
import { askedIn, faultsOf } from './shopifySchema';
import { omsShop } from './shopifyOms';
import type { OmsShop } from './shopifyOms';
import { writesOf } from './shopifyShop';
import { failureOf } from './testShop';

const { send } = shopify.updates;

/** Two of A in one line of Shopify, one of B in another. */
describe('units that are cancelled alone of what Shopify was to ship', () => {
	let shop: OmsShop;
	let id: string;
	beforeEach(async () => {
		shop = await omsShop();
		id = await shop.handedOver();
	});
	afterEach(() => shop.close());

	/** The hub wants the order without these lines. */
	const without = (gone: readonly string[], change: Partial<HandOver> = {}) => {
		const handOver = { ...shop.handOver(), id, ...change };
		const kept = handOver.kept.map((one) =>
			gone.includes(one.line) ? { ...one, quantity: 0 } : one,
		);
		const lines = gone.map((line) => ({ line, quantity: 1, left: 0 }));
		return told('reduce', { ...handOver, kept }, { lines });
	};
	const quantities = () =>
		shop.sandbox.order(id).lines.map(({ sku, currentQuantity }) => `${sku} ${currentQuantity}`);

	it('are taken off their line in one edit, and are back in stock', async () => {
		expect([shop.available('A'), shop.available('B')]).toEqual([3, 4]);
		expect(await send(shop.seller, without(['2', '3']))).toEqual({
			outcome: 'sent',
			detail: `Order 21900 (${id}): took 2 units off in Shopify, back into stock.`,
			omsOrder: { id, number: '21900' },
		});
		expect(quantities()).toEqual(['A 1', 'B 0']);
		expect([shop.available('A'), shop.available('B')]).toEqual([4, 5]);
		expect(shop.sandbox.order(id)).toMatchObject({ cancelledAt: null, financialStatus: 'PAID' });
		const writes = ['orderEditBegin', 'orderEditSetQuantity', 'orderEditSetQuantity'];
		expect(writesOf(shop).slice(-4)).toEqual([...writes, 'orderEditCommit']);
	});

	it('are asked for as the schema of Shopify has it, and nobody is written to', async () => {
		const asked: ReturnType<typeof askedIn>[] = [];
		const http: Http = Object.assign(
			async (request: Parameters<Http>[0]) => {
				asked.push(askedIn(request));
				return await shop.seller(request);
			},
			{ seller: shop.seller.seller },
		);
		await send(http, without(['2']));
		expect(asked.flatMap(faultsOf)).toEqual([]);
		const commit = asked.find(({ query }) => query.includes('orderEditCommit'));
		expect(commit?.query).toMatch(/notifyCustomer: false/);
	});

	it('change nothing once more', async () => {
		await send(shop.seller, without(['2']));
		const since = shop.sandbox.calls().at(-1)?.seq;
		expect(await send(shop.seller, without(['2']))).toMatchObject({ outcome: 'already' });
		expect(writesOf(shop, since)).toEqual([]);
		expect(shop.available('A')).toBe(4);
	});

	it.each(['orderEditBegin', 'orderEditSetQuantity', 'orderEditCommit'])(
		'are taken off once where the answer to %s is lost',
		async (field) => {
			let isLost = false;
			const http: Http = Object.assign(
				async (request: Parameters<Http>[0]) => {
					const answer = await shop.seller(request);
					if (isLost || !askedIn(request).query.includes(field)) return answer;
					isLost = true;
					return { status: 502, headers: {}, body: '' };
				},
				{ seller: shop.seller.seller },
			);
			expect((await failureOf(send(http, without(['2'])))).kind).toBe('unavailable');
			const isDone = field === 'orderEditCommit';
			expect(quantities()).toEqual([isDone ? 'A 1' : 'A 2', 'B 1']);
			const { outcome } = await send(http, without(['2']));
			expect(outcome).toBe(isDone ? 'already' : 'sent');
			expect(quantities()).toEqual(['A 1', 'B 1']);
			expect(shop.available('A')).toBe(4);
		},
	);

	it('are found by the mark where Shopify has not confirmed the order', async () => {
		expect((await send(shop.seller, without(['3'], { id: null }))).outcome).toBe('sent');
		expect(quantities()).toEqual(['A 2', 'B 0']);
	});

	it('need nothing where Shopify does not have the order, or has cancelled it', async () => {
		const other = { ...shop.handOver('901'), id: null };
		expect(await send(shop.seller, told('reduce', other, { lines: [] }))).toMatchObject({
			outcome: 'already',
			detail: expect.stringMatching(/not in Shopify/),
		});
		shop.sandbox.cancel(id);
		expect(await send(shop.seller, without(['2']))).toMatchObject({
			outcome: 'already',
			detail: expect.stringMatching(/cancelled in Shopify/),
		});
	});

	it('that somebody took off there already are not taken off twice', async () => {
		shop.sandbox.remove(id, { lines: [{ sku: 'A', quantity: 1 }] });
		expect(await send(shop.seller, without(['2']))).toMatchObject({ outcome: 'already' });
		expect(quantities()).toEqual(['A 1', 'B 1']);
	});

	it('that have left stay, the others go, and it says so', async () => {
		shop.sandbox.fulfil(id, { lines: [{ sku: 'B' }] });
		const failure = await failureOf(send(shop.seller, without(['2', '3'])));
		expect(failure).toMatchObject({
			kind: 'rejected',
			message: `shopify: 1 unit of order 21900 (${id}) was shipped from Shopify before the cancel came, and cannot be taken off there. Handle it as a return.`,
		});
		expect(quantities()).toEqual(['A 1', 'B 1']);
		expect((await failureOf(send(shop.seller, without(['2', '3'])))).kind).toBe('rejected');
		expect(shop.available('A')).toBe(4);
	});

	it('that leave while the edit is under way stay', async () => {
		const http: Http = Object.assign(
			async (request: Parameters<Http>[0]) => {
				if (askedIn(request).query.includes('orderEditCommit')) shop.sandbox.fulfil(id);
				return await shop.seller(request);
			},
			{ seller: shop.seller.seller },
		);
		const failure = await failureOf(send(http, without(['2'])));
		expect(failure.message).toMatch(/1 unit of order 21900 .* was shipped from Shopify before/);
		expect(quantities()).toEqual(['A 2', 'B 1']);
	});

	it('are found among many lines', async () => {
		const items = Array.from({ length: 130 }, (_, at) =>
			unitItem(String(1000 + at), 'A', { unitPrice: { minor: 100 + at, currency: 'AUD' } }),
		);
		id = await shop.handedOver('902', items);
		const handOver = { ...shop.handOver('902', items), id };
		const kept = handOver.kept.map((one) => (one.line === '1129' ? { ...one, quantity: 0 } : one));
		const lines = [{ line: '1129', quantity: 1, left: 0 }];
		await send(shop.seller, told('reduce', { ...handOver, kept }, { lines }));
		expect(quantities().filter((line) => line === 'A 0')).toHaveLength(1);
		const [order] = (await shopify.oms.get(shop.seller, [id])).orders;
		expect(order?.lines).toHaveLength(130);
		expect(order?.lines.at(-1)).toEqual({ of: [{ line: '1129', quantity: 1 }], kept: 0, open: 0 });
	});

	it('come in with the order, and so do those that left', async () => {
		const lines = async () => (await shopify.oms.get(shop.seller, [id])).orders[0]?.lines;
		const a = ['1', '2'].map((line) => ({ line, quantity: 1 }));
		const b = [{ line: '3', quantity: 1 }];
		expect(await lines()).toEqual([
			{ of: a, kept: 2, open: 2 },
			{ of: b, kept: 1, open: 1 },
		]);
		shop.sandbox.remove(id, { lines: [{ sku: 'A', quantity: 1 }] });
		shop.sandbox.fulfil(id, { lines: [{ sku: 'B' }] });
		expect(await lines()).toEqual([
			{ of: a, kept: 1, open: 1 },
			{ of: b, kept: 1, open: 0 },
		]);
	});
});
