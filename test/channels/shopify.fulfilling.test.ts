import { createFulfilment } from '../../channels/shopify/fulfilling';
import type { NewFulfilment } from '../../channels/shopify/fulfilling';
import { fulfilmentsOf } from '../../channels/shopify/fulfilments';
import { omsShop } from './shopifyOms';
import type { OmsShop } from './shopifyOms';
import { failureOf } from './testShop';

describe('a fulfilment made in Shopify', () => {
	let shop: OmsShop;
	beforeEach(async () => {
		shop = await omsShop();
	});
	afterEach(() => shop.close());

	const wanted = (order: string, change: Partial<NewFulfilment> = {}): NewFulfilment => ({
		order,
		lines: [],
		location: null,
		tracking: { number: 'AP1', carrier: 'Australia Post', url: 'https://post.example/AP1' },
		notifyCustomer: false,
		...change,
	});

	const lineOf = (order: string, sku: string) =>
		shop.sandbox.order(order).lines.find((line) => line.sku === sku)?.id ?? '';

	const shipped = (order: string) =>
		shop.sandbox.order(order).fulfilments.map(({ tracking, lines }) => ({
			tracking: tracking.map(({ number }) => number),
			units: lines.map(({ sku, quantity }) => `${quantity} ${sku}`),
		}));

	it('holds all that is left where nothing is named', async () => {
		const id = await shop.handedOver();
		const { outcome, fulfilments } = await createFulfilment(shop.seller, wanted(id));
		expect([outcome, fulfilments.length]).toEqual(['sent', 1]);
		expect(shipped(id)).toEqual([{ tracking: ['AP1'], units: ['2 A', '1 B'] }]);
		const { fulfilments: seen, open } = await fulfilmentsOf(shop.seller, id);
		expect(open).toEqual([]);
		expect(seen).toMatchObject([
			{
				id: fulfilments[0]?.id,
				status: 'SUCCESS',
				tracking: [{ number: 'AP1', carrier: 'Australia Post', url: 'https://post.example/AP1' }],
			},
		]);
	});

	it('holds the units that are named, and leaves the rest open', async () => {
		const id = await shop.handedOver();
		const lines = [{ line: lineOf(id, 'A'), quantity: 1 }];
		await createFulfilment(shop.seller, wanted(id, { lines, tracking: null }));
		expect(shipped(id)).toEqual([{ tracking: [], units: ['1 A'] }]);
		const { open } = await fulfilmentsOf(shop.seller, id);
		expect(open.flatMap((one) => one.lines.map(({ remaining }) => remaining))).toEqual([1, 1]);
	});

	it('is made once, also when its answer was lost', async () => {
		const id = await shop.handedOver();
		const lines = [{ line: lineOf(id, 'A'), quantity: 1 }];
		shop.sandbox.setFaults({ dropAfter: 1, only: 'fulfillmentCreate', forTheNext: 1 });
		await failureOf(createFulfilment(shop.seller, wanted(id, { lines })));
		const again = await createFulfilment(shop.seller, wanted(id, { lines }));
		expect(again).toMatchObject({ outcome: 'already', fulfilments: [{}] });
		expect(shipped(id)).toHaveLength(1);
	});

	it('is there already where nothing is left and nothing was named', async () => {
		const id = await shop.handedOver();
		await createFulfilment(shop.seller, wanted(id, { tracking: null }));
		const again = await createFulfilment(shop.seller, wanted(id, { tracking: null }));
		expect(again.outcome).toBe('already');
		expect(shipped(id)).toHaveLength(1);
	});

	it('is one for each location', async () => {
		const places = [
			{ id: '11', name: 'Sydney' },
			{ id: '12', name: 'Perth' },
		];
		shop.sandbox.setLocations(places);
		shop.sandbox.seed([
			{
				variants: [
					{ sku: 'S', stocks: { Sydney: 1 } },
					{ sku: 'P', stocks: { Perth: 1 } },
				],
			},
		]);
		const [order] = shop.sandbox.place([
			{ lines: ['S', 'P'].map((sku) => ({ sku, quantity: 1 })) },
		]);
		const id = order?.id ?? '';
		const location = 'gid://shopify/Location/12';
		const { fulfilments } = await createFulfilment(shop.seller, wanted(id, { location }));
		expect([fulfilments.length, shipped(id)[0]?.units]).toEqual([1, ['1 P']]);
		await createFulfilment(shop.seller, wanted(id, { tracking: null }));
		expect(shipped(id).map(({ units }) => units)).toEqual([['1 P'], ['1 S']]);
	});

	it('is refused for more than is left, a cancelled order, and one that Shopify does not have', async () => {
		const id = await shop.handedOver();
		const lines = [{ line: lineOf(id, 'B'), quantity: 2 }];
		const tooMany = await failureOf(createFulfilment(shop.seller, wanted(id, { lines })));
		expect(tooMany).toMatchObject({
			kind: 'rejected',
			message: expect.stringMatching(/less is left/),
		});
		shop.sandbox.cancel(id);
		const off = await failureOf(createFulfilment(shop.seller, wanted(id)));
		expect(off).toMatchObject({ kind: 'rejected', message: expect.stringMatching(/is cancelled/) });
		for (const order of ['gid://shopify/Order/1', '21900']) {
			expect((await failureOf(fulfilmentsOf(shop.seller, order))).kind).toBe('rejected');
		}
		expect(shipped(id)).toEqual([]);
	});
});
