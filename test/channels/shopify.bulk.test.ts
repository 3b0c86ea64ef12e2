import type { Http, HttpRequest, OmsStockPage } from '../../channels/connector';
import { shopify } from '../../channels/shopify/connector';
import type { ShopifyOptions } from '../../sandbox/shopify/types';
import { failureOf } from './testShop';
import { shopifyShop } from './shopifyShop';
import type { ShopifyShop } from './shopifyShop';

const { oms } = shopify;
const sydney = 'gid://shopify/Location/11';
const many = 2_600;

describe('the stock of a catalogue that is too large for pages', () => {
	let shop: ShopifyShop;
	const open = async (options: ShopifyOptions = {}) => {
		shop = await shopifyShop(options);
		shop.sandbox.setLocations([{ id: '11', name: 'Sydney' }]);
		const variants = Array.from({ length: many }, (_, at) => ({
			...{ sku: `SKU-${at}`, stocks: { Sydney: at } },
		}));
		for (let at = 0; at < many; at += 100) {
			shop.sandbox.seed([{ variants: variants.slice(at, at + 100) }]);
		}
	};
	afterEach(() => shop.close());

	const stock = (position: string | null, http: Http = shop.seller) =>
		oms.stock(http, [sydney], position);
	/** All pages of a walk; every wait is waited for. */
	async function walk(from: string | null = null, http?: Http) {
		const pages: OmsStockPage[] = [];
		for (let position = from, more = true; more && pages.length < 60; more = position !== null) {
			const page = await stock(position, http);
			pages.push(page);
			position = page.next;
			if (page.waitMs !== undefined) shop.sandbox.clock.advance(page.waitMs);
		}
		return pages;
	}
	const listingsIn = (pages: readonly OmsStockPage[]) =>
		new Set(pages.flatMap(({ levels }) => levels.map(({ listing }) => listing))).size;
	const begun = (since = 0) =>
		shop.sandbox.calls(since).filter(({ fields }) => fields.includes('bulkOperationRunQuery'))
			.length;
	const pagesAsked = () =>
		shop.sandbox.calls().filter(({ fields }) => fields.includes('productVariants')).length;
	/** The position of a walk whose operation is begun. */
	async function beginning() {
		const { next } = await stock(null);
		return await stock(next);
	}

	it('is read by one bulk operation, and every figure is what Shopify has', async () => {
		await open();
		const before = shop.sandbox.calls().length;
		const pages = await walk();
		expect(listingsIn(pages)).toBe(many);
		const levels = pages.slice(1).flatMap((page) => page.levels);
		expect(levels).toHaveLength(many);
		expect(levels.reduce((sum, { available }) => sum + available, 0)).toBe((many * (many - 1)) / 2);
		expect([begun(), pagesAsked()]).toEqual([1, 1]);
		expect(pages.flatMap(({ remark = [] }) => remark)).toEqual([]);
		const points = shop.sandbox
			.calls(before)
			.reduce((sum, { requestedCost }) => sum + (requestedCost ?? 0), 0);
		expect(points).toBeLessThan(1_100);
	});

	it('is waited for without a call in between', async () => {
		await open({ bulkMs: 100_000 });
		const first = await beginning();
		expect(first).toMatchObject({ levels: [], waitMs: 30_000 });
		const pages = await walk(first.next);
		expect(pages.filter(({ waitMs }) => waitMs !== undefined)).toHaveLength(4);
		expect(pages.flatMap(({ levels }) => levels)).toHaveLength(many);
	});

	it('is as old as the operation, by the clock of Shopify', async () => {
		await open({ bulkMs: 90_000 });
		const { next } = await beginning();
		shop.sandbox.clock.advance(95_400);
		const { ageMs = 0 } = await stock(next);
		expect(ageMs).toBeGreaterThanOrEqual(95_400);
		expect(ageMs).toBeLessThan(200_000);
	});

	it('a run that died joins the operation that it had begun', async () => {
		await open();
		const { next } = await stock(null);
		const [lost, joined] = [await stock(next), await stock(next)];
		expect(joined.next).toBe(lost.next);
		expect(begun()).toBe(1);
	});

	it.each([
		['the one that is allowed', 1],
		['as many as are allowed', 2],
	])(
		'waits while other operations of the app are %s, and reads by pages where that lasts',
		async (_, atOnce) => {
			await open({ bulkAtOnce: atOnce, bulkMs: 3_600_000 });
			for (let at = 0; at < atOnce; at++)
				await otherBulk(`{ locations { edges { node { id a${at}: name } } } }`);
			const { next } = await stock(null);
			const waiting = await stock(next);
			expect(waiting).toMatchObject({ levels: [], waitMs: 60_000 });
			expect(waiting.remark).toMatch(/^Other bulk operations .* under way .*It is tried again/);
			const pages = await walk(waiting.next);
			expect(listingsIn(pages)).toBe(many);
			expect(pages.at(-1)?.remark).toMatch(/page by page/);
		},
	);

	it('goes on as soon as the other operation has ended', async () => {
		await open({ bulkMs: 45_000 });
		await otherBulk('{ locations { edges { node { id } } } }');
		const pages = await walk();
		expect(pages.slice(1).flatMap(({ levels }) => levels)).toHaveLength(many);
		expect([pagesAsked(), pages.at(-1)?.remark]).toEqual([1, undefined]);
	});

	async function otherBulk(query: string) {
		const sent: HttpRequest = {
			...{ method: 'POST', path: '/admin/api/2026-07/graphql.json' },
			body: {
				query:
					'mutation($query: String!) { bulkOperationRunQuery(query: $query) { userErrors { message } } }',
				variables: { query },
			},
		};
		expect((await shop.seller(sent)).body).toMatchObject({
			data: { bulkOperationRunQuery: { userErrors: [] } },
		});
	}

	it.each([
		['failed', { bulkFails: 1 }, /FAILED \(TIMEOUT\)/],
		['was cancelled', { bulkCancelled: 1 }, /CANCELED/],
		['left a file that ends too soon', { bulkTruncated: 1 }, /length that Shopify says/],
	])('an operation that %s is begun anew, and the walk says why', async (_, faults, why) => {
		await open();
		const { next } = await beginning();
		shop.sandbox.setFaults(faults);
		shop.sandbox.clock.advance(30_000);
		const anew = await stock(next);
		shop.sandbox.setFaults({});
		expect(anew).toMatchObject({ levels: [], waitMs: 30_000 });
		expect(anew.remark).toMatch(why);
		const pages = await walk(anew.next);
		expect(pages.flatMap(({ levels }) => levels)).toHaveLength(many);
		expect(pages.at(-1)?.remark).toMatch(why);
		expect(begun()).toBe(2);
	});

	it('an operation whose file has fewer rows than Shopify says is begun anew', async () => {
		await open();
		const { next } = await beginning();
		shop.sandbox.clock.advance(60_000);
		const lacking: Http = async (request) => {
			const answer = await shop.seller(request);
			const text = JSON.stringify(answer.body).replace(
				`"rootObjectCount":"${many}"`,
				'"rootObjectCount":"9999"',
			);
			return { ...answer, body: JSON.parse(text) as unknown };
		};
		const anew = await stock(next, lacking);
		expect(anew).toMatchObject({ levels: [], waitMs: 30_000 });
		expect(anew.remark).toMatch(/2600 rows, not 9999/);
	});

	it('is read by pages where every operation fails', async () => {
		await open();
		const { next } = await beginning();
		shop.sandbox.setFaults({ bulkFails: 1 });
		const pages = await walk(next);
		expect(begun()).toBe(3);
		expect(listingsIn(pages)).toBe(many);
		expect(pages.at(-1)?.remark).toMatch(/FAILED.*page by page/);
	});

	it('is read by pages, and the operation ended, where that takes for ever', async () => {
		await open({ bulkMs: 86_400_000 });
		const pages = await walk();
		expect(listingsIn(pages)).toBe(many);
		expect(
			shop.sandbox.calls().filter(({ fields }) => fields.includes('bulkOperationCancel')),
		).toHaveLength(1);
	});

	it.each([
		['has expired', (days: number) => shop.sandbox.clock.advance(days * 86_400_000)],
		['is not known any more', () => shop.sandbox.reset()],
	])('an operation that %s is begun anew', async (_, lose) => {
		await open();
		const { next } = await beginning();
		shop.sandbox.clock.advance(60_000);
		lose(8);
		const before = shop.sandbox.calls().length;
		if (shop.sandbox.state().products.length === 0)
			shop.sandbox.seed([{ variants: [{ sku: 'A' }] }]);
		await stock(next);
		expect(begun(before)).toBe(1);
	});

	it('asks anew where the locations are others by now', async () => {
		await open();
		const { next } = await beginning();
		shop.sandbox.setLocations([
			{ id: '11', name: 'Sydney' },
			{ id: '12', name: 'Perth' },
		]);
		shop.sandbox.clock.advance(60_000);
		const page = await oms.stock(shop.seller, ['gid://shopify/Location/12', sydney], next);
		expect(page.levels).toEqual([]);
		expect([begun(), page.remark]).toEqual([2, undefined]);
	});

	it('comes in parts, and each part again where the walk stood', async () => {
		await open();
		const { next } = await beginning();
		shop.sandbox.clock.advance(60_000);
		const narrow = inParts(100_000);
		const pages = await walk(next, narrow);
		expect(pages.length).toBeGreaterThan(4);
		expect(pages.flatMap(({ levels }) => levels)).toHaveLength(many);
		const second = pages[0]?.next ?? '';
		const again = await stock(second, narrow);
		expect(again).toEqual({ ...pages[1], ageMs: expect.any(Number) });
	});

	/** Storage that gives no more than so many bytes at a time: what it was asked for is asked for in smaller parts. */
	const inParts =
		(bytes: number): Http =>
		async (request) => {
			const [, from] = /bytes=(\d+)-/.exec(request.headers?.Range ?? '') ?? [];
			if (from === undefined) return await shop.seller(request);
			const Range = `bytes=${from}-${Number(from) + bytes - 1}`;
			return await shop.seller({ ...request, headers: { ...request.headers, Range } });
		};

	it('comes whole where the storage gives no parts', async () => {
		await open({ bulkRanges: false });
		const pages = await walk();
		expect(pages.slice(1).flatMap(({ levels }) => levels)).toHaveLength(many);
	});

	it.each([
		['cut off', { cutOff: 1 }, 'malformed'],
		['broken off', { torn: 1 }, 'unavailable'],
		['refused for now', { rate500: 1 }, 'unavailable'],
	])('a download that is %s can be repeated', async (_, faults, kind) => {
		await open();
		const { next } = await beginning();
		shop.sandbox.clock.advance(60_000);
		shop.sandbox.setFaults({ ...faults, only: 'storage' });
		expect((await failureOf(stock(next))).kind).toBe(kind);
		shop.sandbox.setFaults({});
		expect((await stock(next)).levels).toHaveLength(many);
	});

	it('says nothing of the address in what it gives', async () => {
		await open();
		const pages = await walk();
		expect(JSON.stringify(pages)).not.toMatch(/Signature|bulk-results|http:/);
	});

	it('is read by pages where the token may run no operation', async () => {
		await open();
		const denying: Http = async (request) =>
			/bulkOperationRunQuery/.test(JSON.stringify(request.body))
				? denied(await shop.seller(request))
				: await shop.seller(request);
		const denied = (answer: Awaited<ReturnType<Http>>) => ({
			...answer,
			body: {
				errors: [{ message: 'Access denied', extensions: { code: 'ACCESS_DENIED' } }],
			},
		});
		const pages = await walk(null, denying);
		expect(listingsIn(pages)).toBe(many);
		expect(pages.at(-1)?.remark).toMatch(/runs no bulk operation.*page by page/);
	});

	it('says so where the app may not read stock, without an operation', async () => {
		await open();
		shop.sandbox.setScopes(['read_products']);
		expect((await failureOf(stock(null))).kind).toBe('unauthorised');
		expect(begun()).toBe(0);
	});
});
