import type { ShopifyOptions } from '../../sandbox/shopify/types';
import { plain } from './support/shopifyOrders';
import { type Store, closeStores, codeOf, openStore, startAt } from './support/shopifyStore';

const document = `query($query: String, $first: Int = 20, $after: String, $sortKey: OrderSortKeys = ID, $reverse: Boolean) {
  orders(query: $query, first: $first, after: $after, sortKey: $sortKey, reverse: $reverse) {
    nodes { name note } pageInfo { hasNextPage endCursor }
  }
}`;

const names = async (store: Store, query: string | null, over: object = {}) => {
	const { nodes } = await store.tell(document, { query, ...over });
	return [nodes ?? []].flat().map((node) => plain(node).name);
};

const lines = [{ sku: 'A-1', quantity: 1 }];
const second = 1000;

const three = async (options: ShopifyOptions = {}) => {
	const store = await openStore(options);
	store.sandbox.seed([{ variants: [{ sku: 'A-1' }, { sku: 'a-1-XL' }, { sku: 'B' }] }]);
	store.sandbox.place([
		{ name: 'TI-100', lines, tags: ['The Iconic'], sourceIdentifier: '100', createdAt: startAt },
		{ name: 'TI-100-2', lines, tags: ['iconic'], createdAt: startAt + second },
		{ name: '#1003', lines: [{ sku: 'B', quantity: 1 }], createdAt: startAt + 2 * second },
	]);
	store.sandbox.fulfil('TI-100-2');
	return store;
};

describe('searches of the Shopify sandbox', () => {
	afterEach(closeStores);

	it.each([
		[null, ['TI-100', 'TI-100-2', '#1003']],
		["name:'ti-100'", ['TI-100', 'TI-100-2']],
		['name:1003', ['#1003']],
		["tag:'the iconic'", ['TI-100']],
		['tag:ICONIC', ['TI-100', 'TI-100-2']],
		['tag:icon*', ['TI-100', 'TI-100-2']],
		['-tag:iconic', ['#1003']],
		['NOT tag:iconic', ['#1003']],
		['source_identifier:"100"', ['TI-100']],
		["sku:'A-1' OR sku:B", ['TI-100', 'TI-100-2', '#1003']],
		['tag:iconic fulfillment_status:fulfilled', ['TI-100-2']],
		['tag:iconic AND (fulfillment_status:fulfilled OR fulfillment_status:partial)', ['TI-100-2']],
		['sku:B OR sku:A-1 tag:the', ['TI-100', '#1003']],
		['fulfillment_status:unfulfilled', ['TI-100', '#1003']],
		["created_at:>='2026-11-02T10:00:01Z' name:TI", ['TI-100-2']],
		["created_at:<'2026-11-02T10:00:01Z'", ['TI-100']],
		["name:'TI\\-100' name:2", ['TI-100-2']],
		['tag:nothing', []],
	])('find by %s', async (query, found) => {
		expect(await names(await three(), query)).toEqual(found);
	});

	it('find variants by part of a SKU, in any case', async () => {
		const store = await three();
		const { nodes } = await store.tell(
			"{ productVariants(first: 9, query: \"sku:'a-1' OR sku:'nothing'\") { nodes { sku } } }",
		);
		expect(nodes).toEqual([{ sku: 'A-1' }, { sku: 'a-1-XL' }]);
	});

	it('refuse a field that the sandbox does not know', async () => {
		const store = await three();
		const answer = await store.ask(document, { query: 'colour:red' });
		expect(codeOf(answer)).toBe('SANDBOX_NOT_IMPLEMENTED');
	});

	it('lag behind writes, while a list without a search does not', async () => {
		const store = await three({ searchLagMs: 3000 });
		expect(await names(store, 'tag:iconic')).toEqual([]);
		expect(await names(store, null)).toHaveLength(3);
		store.sandbox.clock.advance(3000);
		expect(await names(store, 'tag:iconic')).toHaveLength(2);
		store.sandbox.edit('#1003', { tags: ['iconic'], note: 'late' });
		expect(await names(store, 'tag:iconic')).toHaveLength(2);
		// Found by what it was, shown as it is.
		const { nodes: stale } = await store.tell(document, { query: 'name:1003 -tag:iconic' });
		expect(stale).toEqual([{ name: '#1003', note: 'late' }]);
		store.sandbox.clock.advance(3000);
		const { nodes } = await store.tell(document, { query: 'tag:iconic' });
		expect(nodes).toContainEqual({ name: '#1003', note: 'late' });
	});

	it('lag further where told', async () => {
		const store = await three();
		await store.control('faults', { lateRows: 1, lateMs: 60_000 });
		store.sandbox.edit('#1003', { tags: ['iconic'] });
		expect(await names(store, 'tag:iconic')).toHaveLength(2);
		store.sandbox.clock.advance(60_000);
		expect(await names(store, 'tag:iconic')).toHaveLength(3);
	});

	it('are read page by page, whatever moves meanwhile', async () => {
		const store = await three();
		const page = async (after?: unknown) =>
			await store.tell(document, {
				first: 2,
				after,
				sortKey: 'CREATED_AT',
				query: 'sku:A-1 OR sku:B',
			});
		const first = await page();
		const { hasNextPage, endCursor } = plain(first.pageInfo);
		expect([first.nodes, hasNextPage]).toEqual([
			[
				{ name: 'TI-100', note: null },
				{ name: 'TI-100-2', note: null },
			],
			true,
		]);
		store.sandbox.place([{ name: 'earlier', lines, createdAt: startAt - second }]);
		const rest = await page(endCursor);
		expect([rest.nodes, plain(rest.pageInfo).hasNextPage]).toEqual([
			[{ name: '#1003', note: null }],
			false,
		]);
	});

	it('are sorted as asked', async () => {
		const store = await three();
		store.sandbox.clock.advance(5000);
		store.sandbox.edit('TI-100', {});
		expect((await names(store, null, { sortKey: 'UPDATED_AT' })).at(-1)).toBe('TI-100');
		const reversed = await names(store, null, { sortKey: 'CREATED_AT', reverse: true });
		expect(reversed).toEqual(['#1003', 'TI-100-2', 'TI-100']);
	});

	it.each([
		['{ orders { nodes { id } } }', 'BAD_REQUEST'],
		['{ orders(first: 251) { nodes { id } } }', 'BAD_REQUEST'],
		['{ orders(first: 1, after: "nonsense") { nodes { id } } }', 'BAD_REQUEST'],
		['{ orders(last: 1) { nodes { id } } }', 'SANDBOX_NOT_IMPLEMENTED'],
	])('refuse %s', async (query, code) => {
		expect(codeOf(await (await three()).ask(query))).toBe(code);
	});
});
