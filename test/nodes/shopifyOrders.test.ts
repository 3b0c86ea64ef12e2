import { sql } from '../support/sqlWords';
import { soldOnIconic, item, sold } from '../support/soldOnIconic';
import { dyingAfter, templateOf, tick } from '../support/templates';
import { fieldsOf, writingIn } from '../support/shopifyNodes';

const template = 'theIconicToShopify/send-orders';

describe('an order of The Iconic whose hub Shopify is the master of', () => {
	const on = soldOnIconic();

	test('becomes one order on Shopify, with all that The Iconic says of it', async () => {
		await on.taken(sold('2001'));
		expect(await on.outbox()).toEqual(['N2001 create created pending']);
		await on.send();
		expect(on.made()).toMatchObject([
			{
				...{ name: 'N2001', sourceIdentifier: 'theIconic seller-1 2001', note: 'The Iconic' },
				...{ tags: ['The Iconic'], financialStatus: 'PAID', total: 110 },
				lines: [{ sku: 'TEE-M', quantity: 2, requiresShipping: true }],
				shippingAddress: { address1: '1 Example Street', address2: 'Unit 2', city: 'Brisbane' },
				metafields: [{ namespace: 'order_hub', key: 'order', value: 'theIconic seller-1 2001' }],
			},
		]);
		expect(on.at.shopify.state().customers).toMatchObject([{ name: 'The Iconic' }]);
		expect(await on.outbox()).toEqual(['N2001 create created done']);
		expect(await on.exceptions()).toEqual([]);
	});

	test('takes its units out once: reserved until Shopify has it, and out of its figure then', async () => {
		expect(await on.at.stockOf('TEE-M')).toEqual(['melbourne: 5/0', 'sydney: 10/0']);
		await on.taken(sold('2002'));
		expect(await on.at.stockOf('TEE-M')).toEqual(['melbourne: 5/0', 'sydney: 10/2']);
		await on.send();
		expect(await on.at.stockOf('TEE-M')).toEqual(['melbourne: 5/0', 'sydney: 8/0']);
		expect(on.at.availableOf('TEE-M')).toBe(8);
		await on.read('stock');
		expect(await on.at.stockOf('TEE-M')).toEqual(['melbourne: 5/0', 'sydney: 8/0']);
	});

	test('goes to Shopify also where nothing is left: the sale has happened', async () => {
		await on.taken(sold('2003', { lines: [1, 2, 3, 4].map((at) => item(`3${at}`, 'TEE-L')) }));
		expect(await on.order('2003')).toMatchObject({ status: 'on_hold' });
		await on.send();
		expect(on.made()).toMatchObject([{ lines: [{ sku: 'TEE-L', quantity: 4 }] }]);
		expect(await on.order('2003')).toMatchObject({ status: 'new_order' });
		expect(on.at.availableOf('TEE-L')).toBe(-1);
		await on.read('stock');
		expect(await on.at.stockOf('TEE-L')).toContain('sydney: 0/0');
	});

	test('waits where no variant has exactly its SKU: no half order is made', async () => {
		await on.taken(sold('2004', { lines: [item('41', 'TEE-M'), item('42', 'tee-m')] }));
		await on.send();
		expect(on.made()).toEqual([]);
		expect(await on.order('2004')).toMatchObject({
			status: 'on_hold',
			holdReason: 'sku_not_valid',
		});
	});

	test('names the channel with a line, and the method by country, where the store says so', async () => {
		await on.connect({
			omsOrder: {
				...{ customer: 'THE ICONIC', billTo: null, extraLine: true, taxesIncluded: true },
				shippingMethods: [{ country: 'AU', method: 'Express' }],
			},
		});
		await on.taken(sold('2005'));
		await on.send();
		expect(on.made()).toMatchObject([
			{
				note: 'THE ICONIC',
				lines: [{ sku: 'TEE-M' }, { title: 'THE ICONIC', quantity: 1, price: 0 }],
				shippingLines: [{ title: 'Express', price: 0 }],
			},
		]);
	});

	test('of the same customer is sold to the same record on Shopify', async () => {
		await on.taken(sold('2006'), sold('2007'));
		await on.send();
		expect(on.made()).toHaveLength(2);
		expect(on.at.shopify.state().customers).toHaveLength(1);
	});

	test('needs two calls: a look, and the making', async () => {
		await on.taken(sold('2008'));
		await on.send();
		await on.taken(sold('2009'));
		const calls = await on.at.shop.callsOf(() => on.send());
		expect(writingIn(calls)).toEqual(['orderCreate']);
		// Whose the credential is, what is there, and the order.
		expect(calls).toHaveLength(3);
	});
});

describe('an order that is handed over while something dies', () => {
	const on = soldOnIconic();

	test('is made once where n8n dies between the making and the record', async () => {
		await on.taken(sold('2101'));
		const dying = dyingAfter(templateOf(template), 'Send Update');
		await tick(dying, on.at.shop.credentials);
		expect(on.made()).toHaveLength(1);
		expect(await on.outbox()).toEqual(['N2101 create created claimed']);
		// Reserved still: nobody has recorded that Shopify has it.
		expect(await on.at.stockOf('TEE-M')).toContain('sydney: 10/2');
		await on.at.shop.sql(sql.lapse);
		const calls = await on.at.shop.callsOf(() => on.send());
		expect(writingIn(calls)).toEqual([]);
		expect(on.made()).toHaveLength(1);
		expect(await on.outbox()).toEqual(['N2101 create created done']);
		expect(await on.at.stockOf('TEE-M')).toContain('sydney: 8/0');
	});

	test.each([
		['before Shopify heard of it', { dropBefore: 1 }],
		['after Shopify made it', { dropAfter: 1 }],
		['with an inner error, after Shopify made it', { internal: 1 }],
		['with half an answer', { cutOff: 1 }],
	])('is made once where the answer is lost %s', async (_what, fault) => {
		await on.taken(sold('2102'));
		await on.send();
		await on.taken(sold('2103'));
		on.at.shopify.setFaults({ ...fault, only: 'orderCreate', forTheNext: 1 });
		for (let round = 0; round < 3; round++) {
			await on.at.shop.sql(sql.unpause);
			await on.send();
		}
		expect(on.made().map(({ name }) => name)).toEqual(['N2102', 'N2103']);
		expect(await on.outbox()).toEqual(['N2102 create created done', 'N2103 create created done']);
		expect(await on.exceptions()).toEqual([]);
	});

	test('is made once where two executions have it one after the other', async () => {
		await on.taken(sold('2104'));
		const [claim] = await on.ledger.claimUpdates('shopify', 5);
		await on.at.shop.sql(sql.lapse);
		await on.send();
		const [refused] = await Promise.allSettled([
			on.at.shop.items('shopifyHub', 'order:sendUpdate', { items: [{ ...claim }] }),
		]);
		expect(refused.status).toBe('rejected');
		expect(on.made()).toHaveLength(1);
	});

	test('of many, all are made once through a storm of mishaps', async () => {
		const orders = ['2201', '2202', '2203', '2204'].map((id) =>
			sold(id, { lines: [item(id, 'TEE-M')] }),
		);
		await on.taken(...orders);
		const chances = { dropBefore: 0.1, dropAfter: 0.15, rate500: 0.1, html: 0.05, cutOff: 0.05 };
		on.at.shopify.setFaults({ seed: 7, ...chances, expireTokens: 0.1, throttled: 0.1 });
		for (let round = 0; round < 20; round++) {
			await on.at.shop.sql(sql.unpause);
			await on.send();
			if ((await on.outbox()).every((one) => one.endsWith(' done'))) break;
		}
		on.at.shopify.setFaults({});
		expect(
			on
				.made()
				.map(({ name }) => name)
				.toSorted(),
		).toEqual(['N2201', 'N2202', 'N2203', 'N2204']);
		expect(on.at.availableOf('TEE-M')).toBe(6);
		expect(await on.at.stockOf('TEE-M')).toContain('sydney: 6/0');
	});

	test('that Shopify refuses becomes an exception with its words, and is sent again by hand', async () => {
		await on.at.reopen({ dormant: true });
		await on.connect();
		await on.taken(sold('2301'));
		await on.send();
		expect(on.made()).toEqual([]);
		expect(await on.exceptions()).toMatchObject([expect.stringMatching(/update_refused/)]);
		expect(fieldsOf(on.at.shopify.calls())).toContain('orderCreate');
	});
});
