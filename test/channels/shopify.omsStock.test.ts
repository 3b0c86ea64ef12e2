import { shopify } from '../../channels/shopify/connector';
import type { OmsLevel } from '../../domain/oms';
import { shopifyShop } from './shopifyShop';
import type { ShopifyShop } from './shopifyShop';
import { failureOf } from './testShop';

const { oms } = shopify;

describe('what Shopify may still promise', () => {
	let shop: ShopifyShop;
	beforeEach(async () => {
		shop = await shopifyShop();
		shop.sandbox.setLocations([
			{ id: '11', name: 'Sydney' },
			{ id: '12', name: 'Perth' },
		]);
	});
	afterEach(() => shop.close());

	const [sydney, perth] = ['gid://shopify/Location/11', 'gid://shopify/Location/12'];

	const all = async (locations: readonly string[]) => {
		const levels: OmsLevel[] = [];
		for (let position: string | null = null; ; ) {
			const page = await oms.stock(shop.seller, locations, position);
			levels.push(...page.levels);
			position = page.next;
			if (position === null) return levels;
		}
	};

	const bySku = async (locations: readonly string[]) => {
		const variants = shop.sandbox.state().products.flatMap((product) => product.variants);
		const skuOf = new Map(variants.map(({ id, sku }) => [id, sku]));
		const levels = await all(locations);
		return levels.map(
			({ listing, location, available }) =>
				`${skuOf.get(listing)} ${location === sydney ? 'Sydney' : 'Perth'} ${available}`,
		);
	};

	it('is what is available at the locations that were asked for', async () => {
		shop.sandbox.seed([
			{ variants: [{ sku: 'A', stocks: { Sydney: 5, Perth: 2 } }] },
			{ variants: [{ sku: 'B', stocks: { Sydney: 1 } }] },
		]);
		expect(await bySku([sydney])).toEqual(['A Sydney 5', 'B Sydney 1']);
		expect(await bySku([perth, sydney])).toEqual([
			'A Perth 2',
			'A Sydney 5',
			'B Perth 0',
			'B Sydney 1',
		]);
	});

	it('is less after every sale, and below zero where too much was promised', async () => {
		shop.sandbox.seed([{ variants: [{ sku: 'A', stocks: { Sydney: 1 } }] }]);
		shop.sandbox.place([{ lines: [{ sku: 'A', quantity: 3 }], location: 'Sydney' }]);
		expect(await bySku([sydney])).toEqual(['A Sydney -2']);
	});

	it('is nothing for what is not counted, has no SKU, or shares one', async () => {
		const stocks = { Sydney: 5 };
		shop.sandbox.seed([
			{
				variants: [
					{ sku: 'FREE', tracked: false, stocks },
					{ sku: null, stocks },
				],
			},
			{
				variants: [
					{ sku: 'TWICE', stocks },
					{ sku: 'a b', stocks },
				],
			},
			{ variants: [{ sku: 'TWICE', stocks }] },
		]);
		expect(await bySku([sydney])).toEqual(['a b Sydney 5']);
	});

	it('comes once for each variant, page by page', async () => {
		const variants = Array.from({ length: 300 }, (_, at) => ({
			variants: [{ sku: `SKU-${at}`, stocks: { Sydney: at } }],
		}));
		shop.sandbox.seed(variants);
		const before = shop.calls();
		const levels = await bySku([sydney]);
		expect(levels.sort()).toEqual(variants.map((_, at) => `SKU-${at} Sydney ${at}`).sort());
		expect(shop.calls() - before).toBe(2);
	});

	it('names whose it is', async () => {
		const { account } = await oms.stock(shop.seller, [sydney], null);
		expect(account).toBe((await shopify.account(shop.seller)).id);
	});

	it.each([
		['no location', [], null],
		['what is none', ['Sydney'], null],
		['a position that is none', ['gid://shopify/Location/11'], 'page 2'],
	])('is refused for %s, without asking', async (_, locations, position) => {
		const failure = await failureOf(oms.stock(shop.seller, locations, position));
		expect(failure.kind).toBe('rejected');
		expect(shop.calls()).toBe(0);
	});
});
