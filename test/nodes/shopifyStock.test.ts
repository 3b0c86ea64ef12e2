import type { IDataObject } from 'n8n-workflow';
import { ledgerIn } from '../../nodes/shared/ledgerOf';
import { picked } from '../support/shop';
import { fieldsOf, saveShopify, shopifyShops, writingIn } from '../support/shopifyNodes';
import { iconicStore } from '../support/soldOnIconic';
import { dyingAfter, templateOf, tick } from '../support/templates';

const template = 'theIconicToShopify/sync-stock';

describe('the stock of hubs that Shopify is the master of', () => {
	const at = shopifyShops();
	const read = async () => {
		const done = await at.shop.tick(template);
		expect(done.run.data.resultData.error).toBeUndefined();
		return done;
	};

	test('is what Shopify may still sell at the location of each', async () => {
		expect(await at.stockOf('TEE-M')).toEqual(['melbourne: 5/0', 'sydney: 10/0']);
		expect(await at.stockOf('TEE-L')).toEqual(['melbourne: 0/0', 'sydney: 3/0']);
		at.shopify.adjustStock([{ sku: 'TEE-M', location: 'Sydney', delta: -4 }]);
		at.shopify.place([{ lines: [{ sku: 'TEE-L', quantity: 1 }], location: 'Sydney' }]);
		await read();
		expect(await at.stockOf('TEE-M')).toEqual(['melbourne: 5/0', 'sydney: 6/0']);
		expect(await at.stockOf('TEE-L')).toContain('sydney: 2/0');
	});

	test('is none where Shopify has sold too much', async () => {
		at.shopify.place([{ lines: [{ sku: 'TEE-L', quantity: 5 }], location: 'Sydney' }]);
		expect(at.availableOf('TEE-L')).toBe(-2);
		await read();
		expect(await at.stockOf('TEE-L')).toContain('sydney: 0/0');
	});

	test('leaves out a SKU that two variants have, one that is not tracked, and unmapped locations', async () => {
		at.shopify.seed([
			{
				title: 'Twins',
				variants: [
					{ sku: 'TWIN', stocks: { Sydney: 4 } },
					{ sku: 'TWIN', stocks: { Sydney: 6 } },
					{ sku: 'CARD', tracked: false },
					{ sku: null, stocks: { Sydney: 2 } },
					{ sku: 'PERTH', stocks: { Perth: 9 } },
				],
			},
		]);
		await at.shop.tick('shopify/sync-catalog');
		await read();
		expect([await at.stockOf('TWIN'), await at.stockOf('CARD')]).toEqual([[], []]);
		expect(await at.stockOf('PERTH')).toEqual(['melbourne: 0/0', 'sydney: 0/0']);
		const skipped = await at.shop.hub('listing:getMany', {
			...{ returnAll: true, filters: { state: 'skipped' } },
		});
		expect(skipped).toHaveLength(4);
	});

	test('is what a store of The Iconic is told of all its hubs together', async () => {
		const ledger = await ledgerIn(at.shop.stored.orderHubLedgerApi);
		await ledger.saveStore(iconicStore());
		await ledger.importListings('the-iconic', [{ id: '77', sku: 'TEE-M', title: 'Tee' }]);
		const [available] = await ledger.getAvailability('the-iconic', ['TEE-M']);
		expect(available).toMatchObject({
			hubs: [
				{ hub: 'melbourne', available: 5 },
				{ hub: 'sydney', available: 10 },
			],
		});
	});

	test('is read to the end over several pages and executions', async () => {
		at.shopify.seed([
			{
				title: 'Many',
				variants: Array.from({ length: 700 }, (_, n) => ({ sku: `M-${n}`, stocks: { Sydney: n } })),
			},
		]);
		await saveShopify(at.shop, { options: { pagesPerExecution: 1 } });
		for (const name of ['shopify/sync-catalog', template]) {
			const first = await at.shop.tick(name);
			expect(first.handedOver).toHaveLength(1);
			await continued(name, first);
		}
		const [{ sum }] = (await at.shop.sql(
			"SELECT SUM(on_hand) AS sum FROM stock WHERE hub = 'sydney' AND sku LIKE 'M-%'",
		)) as unknown as [{ sum: number }];
		expect(Number(sum)).toBe((699 * 700) / 2);
	});
	/** Goes on in fresh executions until the run has ended. */
	async function continued(name: string, first: Awaited<ReturnType<typeof read>>) {
		let done = first;
		for (let more = 0; done.handedOver.length > 0 && more < 20; more++) {
			const start = templateOf(name).nodes.find(({ type }) =>
				type.endsWith('executeWorkflowTrigger'),
			);
			done = await tick(templateOf(name), at.shop.credentials, {
				node: start?.name ?? '',
				items: [...done.handedOver],
			});
			expect(done.run.data.resultData.error).toBeUndefined();
		}
		return done;
	}

	test('is read again where n8n dies before the page is stored', async () => {
		at.shopify.adjustStock([{ sku: 'TEE-M', location: 'Sydney', delta: -1 }]);
		await at.shop.sql('UPDATE syncs SET due_at = 0, lease_until = 1');
		await tick(dyingAfter(templateOf(template), 'Get Page'), at.shop.credentials);
		expect(await at.stockOf('TEE-M')).toContain('sydney: 10/0');
		await read();
		expect(await at.stockOf('TEE-M')).toContain('sydney: 9/0');
	});

	test('stays as it is, and the sync says so, while Shopify refuses', async () => {
		at.shopify.adjustStock([{ sku: 'TEE-M', location: 'Sydney', delta: -1 }]);
		at.shopify.setScopes(['read_products']);
		const { run } = await at.shop.tick(template);
		expect(run.data.resultData.error?.message).toMatch(/scope.*The sync is tried again at/);
		expect(await at.stockOf('TEE-M')).toContain('sydney: 10/0');
	});

	test('is not written to by anything that the templates do', async () => {
		const calls = await at.shop.callsOf(async () => {
			await read();
			await at.shop.tick('shopify/sync-catalog');
			await at.shop.tick('theIconicToShopify/sync-fulfilments');
		});
		expect(calls.length).toBeGreaterThan(0);
		expect(writingIn(calls)).toEqual([]);
	});
});

describe('Shopify Hub, stock by hand', () => {
	const at = shopifyShops();
	const variantOf = (sku: string) =>
		at.shopify
			.state()
			.products.flatMap(({ variants }) => variants)
			.find((one) => one.sku === sku)?.id ?? '';
	const push = async (items: IDataObject[], parameters: IDataObject = {}) =>
		await at.shop.items('shopifyHub', 'stock:push', { items, parameters });

	test('gets what Shopify may still sell of a variant, at each location', async () => {
		const [sydney, melbourne] = at.shop.locations;
		const listing = picked(variantOf('TEE-M'));
		expect(await at.shop.items('shopifyHub', 'stock:get', { parameters: { listing } })).toEqual(
			expect.arrayContaining([
				{ listing: listing.value, location: sydney, quantity: 10 },
				{ listing: listing.value, location: melbourne, quantity: 5 },
			]),
		);
		const nobody = picked('gid://shopify/ProductVariant/1');
		await expect(
			at.shop.items('shopifyHub', 'stock:get', { parameters: { listing: nobody } }),
		).rejects.toThrow(/there is no stock of the listing/);
	});

	test('sets rows, answers each, and refuses one without costing the others', async () => {
		const [location] = at.shop.locations;
		const rows = [
			{ listing: variantOf('TEE-M'), location, quantity: 7 },
			{ listing: 'gid://shopify/ProductVariant/1', location, quantity: 7 },
			{ listing: variantOf('TEE-L'), location, quantity: '' },
			{ listing: variantOf('TEE-L'), location: at.shop.locations[2], quantity: 2 },
		];
		expect(await push(rows)).toMatchObject([
			{ outcome: 'stored' },
			{ outcome: 'refused', reason: expect.any(String) },
			{ outcome: 'refused', reason: expect.stringContaining('not a whole number') },
			{ outcome: 'stored' },
		]);
		expect(at.availableOf('TEE-M')).toBe(7);
		expect(at.availableOf('TEE-L', 'Perth')).toBe(2);
	});

	test('a dry run shows the request and sets nothing', async () => {
		const [location] = at.shop.locations;
		const row = { listing: variantOf('TEE-M'), location, quantity: 1 };
		const calls = await at.shop.callsOf(async () => {
			const [shown] = await push([row], { dryRun: true });
			expect(shown).toMatchObject({ dryRun: true, request: { method: 'POST' } });
			expect(JSON.stringify(shown)).not.toContain(at.shopify.credential.clientSecret);
		});
		expect(writingIn(calls)).toEqual([]);
		expect(at.availableOf('TEE-M')).toBe(10);
	});

	test('sets a thousand rows with six writing calls at most', async () => {
		const [location] = at.shop.locations;
		const variants = Array.from({ length: 1_000 }, (_, n) => ({
			...{ sku: `R-${n}`, stocks: { Sydney: 1 } },
		}));
		for (let from = 0; from < 1_000; from += 250) {
			at.shopify.seed([{ title: `Rows ${from}`, variants: variants.slice(from, from + 250) }]);
		}
		const ids = new Map(
			at.shopify.state().products.flatMap((one) => one.variants.map(({ sku, id }) => [sku, id])),
		);
		const rows = variants.map(({ sku }, n) => ({ listing: ids.get(sku), location, quantity: n }));
		const calls = await at.shop.callsOf(async () => {
			const ended = await push(rows);
			expect(ended.filter(({ outcome }) => outcome === 'stored')).toHaveLength(1_000);
		});
		const writing = fieldsOf(calls).filter((field) => field.startsWith('inventory'));
		expect(writing.length).toBeLessThanOrEqual(6);
		expect(at.availableOf('R-999')).toBe(999);
	}, 120_000);
});
