import { codesIn, create, createDocument, orderInput, stocked } from './support/shopifyOrders';
import { closeStores, codeOf, openStore } from './support/shopifyStore';

describe('orders that the Shopify sandbox refuses', () => {
	afterEach(closeStores);

	const rate = (value: string) => [{ title: 'GST', rate: value }];
	const customerId = 'gid://shopify/Customer/1';

	it.each([
		['nothing ordered', { lineItems: [] }, 'INVALID'],
		[
			'an unknown variant',
			{ lineItems: [{ variantId: 'gid://shopify/ProductVariant/1', quantity: 1 }] },
			'INVALID',
		],
		[
			'no units',
			{
				lineItems: [
					{
						title: 'Gift',
						quantity: 0,
						priceSet: { shopMoney: { amount: '1', currencyCode: 'AUD' } },
					},
				],
			},
			'INVALID',
		],
		['a line of no name', { lineItems: [{ quantity: 1 }] }, 'INVALID'],
		[
			'a blank rate',
			{
				lineItems: [
					{
						title: 'Gift',
						quantity: 1,
						priceSet: { shopMoney: { amount: '1', currencyCode: 'AUD' } },
						taxLines: rate(''),
					},
				],
			},
			'TAX_LINE_RATE_MISSING',
		],
		['taxes on the order, too', { taxLines: rate('0.1') }, 'INVALID'],
		[
			'two customers',
			{ customerId, customer: { toAssociate: { id: customerId } } },
			'REDUNDANT_CUSTOMER_FIELDS',
		],
		['an unknown customer', { customer: { toAssociate: { id: customerId } } }, 'INVALID'],
		[
			'a service that is not there',
			{
				lineItems: [
					{
						title: 'Gift',
						quantity: 1,
						fulfillmentService: 'amazon',
						priceSet: { shopMoney: { amount: '1', currencyCode: 'AUD' } },
					},
				],
			},
			'FULFILLMENT_SERVICE_INVALID',
		],
	])('are refused for %s', async (_, over, code) => {
		const store = await openStore();
		const payload = await create(store, orderInput(stocked(store), over));
		expect(payload.order).toBeNull();
		expect(new Set(codesIn(payload))).toEqual(new Set([code]));
		expect(store.sandbox.state().orders).toEqual([]);
	});

	it('are not processed in the future', async () => {
		const store = await openStore({ timeScale: 0 });
		const order = orderInput(stocked(store), { processedAt: '2027-01-01T00:00:00Z' });
		const early = await store.ask(createDocument, { order }, { version: '2026-04' });
		expect(codesIn(early.body.data?.orderCreate ?? {})).toEqual(['PROCESSED_AT_INVALID']);
		expect((await create(store, order)).order).toMatchObject({
			processedAt: '2026-11-02T10:00:00Z',
		});
	});

	it('are refused by a dormant shop, and by a trial shop after five in a minute', async () => {
		const dormant = await openStore({ dormant: true });
		expect(codesIn(await create(dormant, orderInput(stocked(dormant))))).toEqual(['SHOP_DORMANT']);
		const trial = await openStore({ developmentStore: true });
		const variants = stocked(trial);
		for (let count = 0; count < 5; count += 1) await create(trial, orderInput(variants));
		expect(codesIn(await create(trial, orderInput(variants)))).toEqual(['INVALID']);
		trial.sandbox.clock.advance(60_000);
		expect(codesIn(await create(trial, orderInput(variants)))).toEqual([]);
	});

	it('refuse what the schema or the sandbox does not know', async () => {
		const store = await openStore();
		const order = orderInput(stocked(store));
		const unknown = await store.ask(createDocument, { order: { ...order, colour: 'red' } });
		expect([unknown.status, codeOf(unknown)]).toEqual([200, 'INVALID_VARIABLE']);
		const unplayed = await store.ask(createDocument, {
			order: { ...order, fulfillmentStatus: 'FULFILLED' },
		});
		expect(codeOf(unplayed)).toBe('SANDBOX_NOT_IMPLEMENTED');
		expect(store.sandbox.state().orders).toEqual([]);
	});
});
