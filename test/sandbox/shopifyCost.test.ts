import { closeStores, codeOf, openStore } from './support/shopifyStore';

const orders = (first: number, lines: number) =>
	`{ orders(first: ${first}) { nodes { id lineItems(first: ${lines}) { nodes { sku } } } pageInfo { hasNextPage } } }`;

describe('the cost of a query of the Shopify sandbox', () => {
	afterEach(closeStores);

	it.each([
		['{ shop { name currencyCode } }', 1, 1],
		['{ locations(first: 10) { nodes { id } pageInfo { hasNextPage } } }', 12, 4],
		['{ locations(first: 10) { edges { cursor node { id } } } }', 12, 4],
		['query($n: Int = 4) { locations(first: $n) { nodes { id address { city } } } }', 10, 6],
		['{ a: locations(first: 1) { ...L } } fragment L on LocationConnection { nodes { id } }', 3, 3],
		['{ nodes(ids: ["gid://shopify/Location/81001", "gid://shopify/Location/9"]) { id } }', 2, 1],
		[orders(10, 5), 82, 2],
	])('prices %s at %i, and at %i when it is answered', async (query, asked, actual) => {
		const store = await openStore();
		const { body } = await store.ask(query);
		expect(body.errors).toBeUndefined();
		expect(body.extensions?.cost).toMatchObject({
			requestedQueryCost: asked,
			actualQueryCost: actual,
		});
		expect(store.sandbox.calls().at(-1)).toMatchObject({
			requestedCost: asked,
			actualCost: actual,
		});
	});

	it('prices a mutation at ten', async () => {
		const store = await openStore();
		const { body } = await store.ask(
			'mutation { orderUpdate(input: {id: "gid://shopify/Order/1"}) { userErrors { message } } }',
		);
		expect(body.extensions?.cost.requestedQueryCost).toBe(11);
	});

	it('refuses what costs more than a thousand points before it runs', async () => {
		const store = await openStore();
		const answer = await store.ask(orders(100, 50));
		expect(codeOf(answer)).toBe('MAX_COST_EXCEEDED');
		expect(answer.body.data).toBeUndefined();
		expect(answer.body.errors?.[0]?.extensions).toMatchObject({ cost: 5302, maxCost: 1000 });
	});

	it('throttles an empty bucket, which fills again', async () => {
		const bucket = { maximumAvailable: 100, restoreRate: 1000 };
		const store = await openStore({ bucket, startAt: 0, timeScale: 0 });
		store.sandbox.seed([{ variants: Array.from({ length: 90 }, (_, at) => ({ sku: `A-${at}` })) }]);
		const page = '{ productVariants(first: 90) { nodes { id } } }';
		const first = await store.ask(page);
		expect(first.body.extensions?.cost.throttleStatus).toEqual({
			...bucket,
			currentlyAvailable: 8,
		});
		const second = await store.ask(page);
		expect([second.status, codeOf(second), second.body.data]).toEqual([
			200,
			'THROTTLED',
			undefined,
		]);
		expect(second.body.extensions?.cost).toMatchObject({
			requestedQueryCost: 92,
			actualQueryCost: null,
		});
		expect(store.sandbox.state().counts.throttled).toBe(1);
	});

	it('fills the bucket as time goes by', async () => {
		const store = await openStore({ bucket: { maximumAvailable: 100, restoreRate: 100_000 } });
		store.sandbox.seed([{ variants: Array.from({ length: 90 }, (_, at) => ({ sku: `A-${at}` })) }]);
		const page = '{ productVariants(first: 90) { nodes { id } } }';
		for (const answer of [await store.ask(page), await store.ask(page)]) {
			expect(codeOf(answer)).toBeUndefined();
		}
	});

	it('gives back what a query did not need', async () => {
		const bucket = { maximumAvailable: 100, restoreRate: 1 };
		const store = await openStore({ bucket, timeScale: 0 });
		const { body } = await store.ask('{ productVariants(first: 90) { nodes { id } } }');
		expect(body.extensions?.cost.throttleStatus.currentlyAvailable).toBe(98);
	});
});
