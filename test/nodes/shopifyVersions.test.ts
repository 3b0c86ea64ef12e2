import type { ShopifyOptions } from '../../sandbox/shopify/types';
import { connectedShopify, type ShopifyNodes } from '../support/shopifyNodes';

describe('the version of the API that Shopify serves', () => {
	let shop: ShopifyNodes;
	afterEach(() => shop.close());

	/** What stands above the output of the node that reads, for each of its two pages: the second one takes several calls. */
	const hints = async (options: ShopifyOptions = {}) => {
		shop = await connectedShopify(options);
		const variants = Array.from({ length: 2_600 }, (_, at) => ({ sku: `M-${at}` }));
		shop.shopify.seed([{ variants }]);
		const { run } = await shop.tick('theIconicToShopify/sync-stock');
		expect(run.data.resultData.error).toBeUndefined();
		return run.data.resultData.runData['Get Page']?.map((one) => one.hints ?? []);
	};

	test('is nothing to speak of where it is the one that was asked for', async () => {
		expect(await hints()).toEqual([[], []]);
	});

	test('is warned of on the node, once, where it is another one', async () => {
		const warning = {
			...{ type: 'warning', location: 'outputPane' },
			message: expect.stringMatching(/version 2026-10 of its API, not with 2026-07.*Update/),
		};
		expect(await hints({ oldestVersion: '2026-10' })).toEqual([[warning], [warning]]);
	});
});
