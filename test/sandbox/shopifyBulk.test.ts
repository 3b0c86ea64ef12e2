import type { ShopifyOptions } from '../../sandbox/shopify/types';
import { type Store, closeStores, openStore } from './support/shopifyStore';

const run = `mutation($query: String!) {
  bulkOperationRunQuery(query: $query) {
    bulkOperation { id status url fileSize } userErrors { code field message }
  }
}`;

const state = `query($id: ID!) {
  bulkOperation(id: $id) { id status errorCode createdAt completedAt query objectCount rootObjectCount fileSize url }
}`;

const all = '{ productVariants { edges { node { id sku } } } }';

type Fields = Readonly<Record<string, unknown>>;

describe('bulk operations of the Shopify sandbox', () => {
	afterEach(closeStores);

	const open = async (options: ShopifyOptions = {}, variants = 300) => {
		const store = await openStore(options);
		store.sandbox.seed([
			{ variants: Array.from({ length: variants }, (_, at) => ({ sku: `SKU ${at} é` })) },
		]);
		return store;
	};
	const begin = async (store: Store, query = all) => {
		const { bulkOperation, userErrors } = await store.tell(run, { query });
		return {
			bulk: (bulkOperation ?? {}) as Fields,
			codes: (userErrors as readonly Fields[]).map(({ code }) => code),
		};
	};
	const look = async (store: Store, id: unknown) => await store.tell(state, { id });
	const done = async (store: Store, query = all) => {
		const { bulk } = await begin(store, query);
		store.sandbox.clock.advance(30_000);
		return await look(store, bulk.id);
	};
	const get = async (url: unknown, headers: Record<string, string> = {}) => {
		const answer = await fetch(String(url), { headers });
		return { answer, text: await answer.text() };
	};

	it('run in the background, and leave a line for each row', async () => {
		const store = await open();
		const { bulk } = await begin(store);
		expect(bulk).toMatchObject({ status: 'CREATED', url: null, fileSize: null });
		store.sandbox.clock.advance(2_000);
		expect(await look(store, bulk.id)).toMatchObject({ status: 'RUNNING', url: null });
		store.sandbox.clock.advance(30_000);
		const ended = await look(store, bulk.id);
		expect(ended).toMatchObject({
			...{ status: 'COMPLETED', errorCode: null, query: all },
			...{ objectCount: '300', rootObjectCount: '300' },
		});
		const { text } = await get(ended.url);
		expect(String(Buffer.byteLength(text))).toBe(ended.fileSize);
		const rows = text
			.trimEnd()
			.split('\n')
			.map((line) => JSON.parse(line) as Fields);
		expect(rows).toHaveLength(300);
		expect(rows[299]).toEqual({ id: expect.stringMatching(/^gid:/), sku: 'SKU 299 é' });
	});

	it('cost ten points, however many rows', async () => {
		const store = await open();
		const { body } = await store.ask(run, { query: all });
		expect(body.extensions?.cost.requestedQueryCost).toBeLessThan(15);
	});

	it.each([
		['no connection', '{ shop { name } }'],
		['two fields at the top', '{ productVariants { edges { node { id } } } shop { name } }'],
		['nodes at the top', '{ nodes(ids: []) { id } }'],
		['what the schema has not', '{ productVariants { edges { node { nope } } } }'],
		['no query at all', '{ productVariants'],
		['a mutation', 'mutation { tagsAdd(id: "1", tags: []) { userErrors { message } } }'],
		['variables', 'query($n: Int) { productVariants(first: $n) { edges { node { id } } } }'],
		[
			'connections three deep',
			'{ products { edges { node { id variants { edges { node { id media { edges { node { id } } } } } } } } } }',
		],
		[
			'six connections',
			`{ orders { edges { node { ${[1, 2, 3, 4, 5].map((at) => `a${at}: lineItems { edges { node { id } } }`).join(' ')} } } } }`,
		],
	])('are refused with %s', async (_, query) => {
		expect((await begin(await open({}, 1), query)).codes).toEqual(['INVALID']);
	});

	it('run one at a time, or as many as the shop allows', async () => {
		const store = await open();
		await begin(store);
		expect((await begin(store)).codes).toEqual(['OPERATION_IN_PROGRESS']);
		store.sandbox.clock.advance(30_000);
		expect((await begin(store)).codes).toEqual([]);
		const other = await open({ bulkAtOnce: 2 });
		await begin(other);
		expect((await begin(other)).codes).toEqual([]);
		expect((await begin(other)).codes).toEqual(['LIMIT_REACHED']);
	});

	it.each([
		['first', '5'],
		['last', '4'],
	] as const)('read what there is %s', async (bulkReads, quantity) => {
		const store = await openStore({ bulkReads });
		store.sandbox.seed([{ variants: [{ sku: 'A', stocks: { 'Sydney Warehouse': 5 } }] }]);
		const place = store.sandbox.state().locations[0]?.id;
		const query = `{ productVariants { edges { node { id inventoryItem { l0: inventoryLevel(locationId: "${place}") { quantities(names: ["available"]) { quantity } } } } } } }`;
		const { bulk } = await begin(store, query);
		store.sandbox.adjustStock([{ sku: 'A', location: 'Sydney Warehouse', delta: -1 }]);
		store.sandbox.clock.advance(30_000);
		const { text } = await get((await look(store, bulk.id)).url);
		expect(text).toContain(`"l0":{"quantities":[{"quantity":${quantity}}]}`);
	});

	it('fail for want of a scope', async () => {
		const store = await open();
		store.sandbox.setScopes(['read_inventory']);
		expect(await done(store)).toMatchObject({
			...{ status: 'FAILED', errorCode: 'ACCESS_DENIED', url: null },
		});
	});

	it('can be cancelled', async () => {
		const store = await open();
		const { bulk } = await begin(store);
		const { bulkOperation } = await store.tell(
			'mutation($id: ID!) { bulkOperationCancel(id: $id) { bulkOperation { status } userErrors { message } } }',
			{ id: bulk.id },
		);
		expect(bulkOperation).toEqual({ status: 'CANCELING' });
		store.sandbox.clock.advance(2_000);
		expect(await look(store, bulk.id)).toMatchObject({ status: 'CANCELED', url: null });
	});

	it('are listed, the newest first', async () => {
		const store = await open();
		const [one, two] = [await done(store), await done(store)];
		const { nodes } = await store.tell(
			'{ bulkOperations(first: 5, query: "status:completed") { nodes { id } } }',
		);
		expect(nodes).toEqual([{ id: two.id }, { id: one.id }]);
	});

	it('keep their result for seven days', async () => {
		const store = await open();
		const ended = await done(store);
		store.sandbox.clock.advance(6 * 86_400_000);
		expect((await get(ended.url)).answer.status).toBe(200);
		store.sandbox.clock.advance(86_400_000);
		expect(await look(store, ended.id)).toMatchObject({ status: 'EXPIRED', url: null });
		expect((await get(ended.url)).answer.status).toBe(403);
	});

	it('give the result on another host, in parts, to who has its address and brings no token', async () => {
		const store = await open();
		const { url } = await done(store);
		expect(new URL(String(url)).host).not.toBe(new URL(store.url).host);
		const whole = (await get(url)).text;
		const part = await get(url, { range: 'bytes=10-19' });
		expect([part.answer.status, part.text]).toEqual([206, whole.slice(10, 20)]);
		expect(part.answer.headers.get('content-range')).toBe(
			`bytes 10-19/${Buffer.byteLength(whole)}`,
		);
		expect((await get(url, { range: 'bytes=9999999-' })).answer.status).toBe(416);
		expect((await get(url, { 'x-shopify-access-token': 'shpat_x' })).answer.status).toBe(400);
		const forged = String(url).replace(/Signature=\w{4}/, 'Signature=0000');
		expect((await get(forged)).answer.status).toBe(403);
	});

	it('count variants, up to a limit', async () => {
		const store = await open();
		expect(await store.tell('{ productVariantsCount { count precision } }')).toEqual({
			...{ count: 300, precision: 'EXACT' },
		});
		expect(await store.tell('{ productVariantsCount(limit: 100) { count precision } }')).toEqual({
			...{ count: 100, precision: 'AT_LEAST' },
		});
	});
});
