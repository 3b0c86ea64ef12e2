import { babyshopShops } from '../support/babyshopNodes';
import { picked } from '../support/shop';

const minute = 60_000;

describe('the template that syncs the catalog of a Babyshop store', () => {
	const at = babyshopShops();

	test('takes in what has a Vendor SKU Code, and lists the others with the reason', async () => {
		at.babyshop.seed([
			{ sku: 'MKT-2', vendorSkuCode: ' ROBOT ' },
			{ sku: 'MKT-3', vendorSkuCode: null },
			{ sku: 'MKT-4', vendorSkuCode: '  ' },
		]);
		const { outputs } = await at.shop.tick('sync-catalog');
		expect(outputs('Import')).toMatchObject([[[{ counts: { skipped: 2, created: 1 } }], []]]);
		const listings = await at.shop.hub('listing:getMany', { returnAll: true });
		const known = listings.map(({ listing, sku, state }) => ({ listing, sku, state }));
		expect(known).toEqual(
			expect.arrayContaining([
				expect.objectContaining({ listing: 'MKT-1', sku: 'TEDDY' }),
				expect.objectContaining({ listing: 'MKT-2', sku: 'ROBOT' }),
				expect.objectContaining({ listing: 'MKT-3', sku: null }),
				expect.objectContaining({ listing: 'MKT-4', sku: null }),
			]),
		);
	});
});

describe('the template that pushes the inventory of a Babyshop store', () => {
	const at = babyshopShops();
	const push = async () => {
		const done = await at.shop.tick('push-inventory');
		expect(done.run.data.resultData.error).toBeUndefined();
		return done;
	};
	const figure = (sku: string) =>
		at.babyshop.state().products.find((product) => product.sku === sku)?.figure;

	test('tells one figure for all hubs, in one call, and only where it differs', async () => {
		const calls = await at.shop.callsOf(push);
		expect(calls.map(({ kind }) => kind)).toEqual(['inventoryPriceUpdate']);
		at.babyshop.clock.advance(minute);
		await push();
		expect(figure('MKT-1')).toBe(20);
		expect(await at.shop.callsOf(push)).toEqual([]);
	});

	test('tells by the Vendor SKU Code where the credential says so', async () => {
		await at.reopen({}, { inventoryKey: 'vendorSkuCode' });
		at.shop.stored.babyshopChannelApi.inventoryKey = 'vendorSkuCode';
		await push();
		at.babyshop.clock.advance(minute);
		await push();
		expect(figure('MKT-1')).toBe(20);
	});

	test('takes only the hubs that were chosen', async () => {
		await at.reopen({ options: { inventoryHubs: ['dubai'] } });
		await push();
		at.babyshop.clock.advance(minute);
		expect(figure('MKT-1')).toBe(10);
	});

	test('learns later what moderation refused: that row becomes an exception, the others are taken', async () => {
		at.babyshop.seed([{ sku: 'MKT-2', vendorSkuCode: 'ROBOT' }]);
		await at.shop.tick('sync-catalog');
		await at.shop.items('orderHub', 'stock:set', {
			parameters: { seller: 'noor', sku: 'ROBOT', hub: picked('dubai'), onHand: 3 },
		});
		at.babyshop.moderate({ reject: [{ sku: 'MKT-2' }] });
		await push();
		at.babyshop.clock.advance(minute);
		await push();
		expect(figure('MKT-1')).toBe(20);
		expect(await at.shop.hub('exception:getMany')).toMatchObject([
			{ kind: 'stock_refused', reference: 'MKT-2' },
		]);
	});
});
