import fc from 'fast-check';
import { lineIdsIn, lineIdsText } from '../../channels/shopify/lineIds';
import { mailingAddress } from '../../channels/shopify/mailing';
import { orderInput } from '../../channels/shopify/orderInput';
import { customerKey } from '../../channels/shopify/orderWrites';
import { phoneNumber, provinceCode } from '../../channels/shopify/regions';
import type { OrderLine } from '../../domain/order';
import { handOverOf, iconicOrder, sydney, unitItem, variantId } from './shopifyHandOver';

const skus: Readonly<Record<string, string>> = { A: variantId(1), B: variantId(2) };
const listingOf = (sku: string) => skus[sku] ?? variantId(9);
const customer = 'gid://shopify/Customer/1';

const inputOf = (
	lines: readonly OrderLine[],
	change: Parameters<typeof iconicOrder>[2] = {},
	as: Parameters<typeof handOverOf>[2] = {},
) => orderInput(handOverOf(iconicOrder('900', lines, change), listingOf, as), customer);

const aud = (amount: string) => ({ shopMoney: { amount, currencyCode: 'AUD' } });

describe('an order of The Iconic as Shopify takes it', () => {
	it('is called as on the channel, sold to the channel, and marked by its key', () => {
		expect(inputOf([unitItem('1', 'A')])).toMatchObject({
			name: '21900',
			sourceIdentifier: 'theIconic 4711 900',
			note: 'The Iconic',
			tags: ['The Iconic'],
			metafields: [
				{ namespace: 'order_hub', key: 'order', type: 'id', value: 'theIconic 4711 900' },
			],
			processedAt: '2026-11-28T03:04:05.000Z',
			currency: 'AUD',
			customer: { toAssociate: { id: customer } },
			billingAddress: { firstName: 'The', lastName: 'Iconic' },
			taxesIncluded: true,
		});
	});

	it('groups unit items of the same variant, price and tax, and keeps their ids', () => {
		const lines = [
			unitItem('1', 'A'),
			unitItem('2', 'B'),
			unitItem('3', 'A'),
			unitItem('4', 'A', { unitPrice: { minor: 9_900, currency: 'AUD' } }),
			unitItem('5', 'A', { tax: { amount: { minor: 0, currency: 'AUD' }, percent: 0 } }),
			unitItem('6', 'A', { ordered: 3 }),
		];
		expect(
			inputOf(lines).lineItems.map((line) => ({
				...line,
				priceSet: undefined,
				taxLines: undefined,
			})),
		).toMatchObject([
			{ variantId: skus.A, quantity: 5, properties: [{ value: '1, 3, 6 x 3' }] },
			{ variantId: skus.B, quantity: 1, properties: [{ value: '2' }] },
			{ variantId: skus.A, quantity: 1, properties: [{ value: '4' }] },
			{ variantId: skus.A, quantity: 1, properties: [{ value: '5' }] },
		]);
	});

	it('gives prices and taxes as the channel does, the tax for all units of a line', () => {
		const lines = [unitItem('1', 'A'), unitItem('2', 'A'), unitItem('3', 'B', { tax: undefined })];
		expect(inputOf(lines).lineItems).toMatchObject([
			{
				priceSet: aud('110.00'),
				requiresShipping: true,
				taxLines: [{ title: 'Tax', rate: '0.1', priceSet: aud('20.00') }],
			},
			{ priceSet: aud('110.00'), taxLines: [] },
		]);
	});

	it.each([
		[true, '0.1'],
		[false, '0.0909'],
	])(
		'works out a rate that the channel does not say, taxes included: %s',
		(taxesIncluded, rate) => {
			const tax = { amount: { minor: 1_000, currency: 'AUD' }, percent: null };
			const [line] = inputOf([unitItem('1', 'A', { tax })], {}, { taxesIncluded }).lineItems;
			expect(line).toMatchObject({ taxLines: [{ rate }] });
		},
	);

	it.each([
		['KWD', 1_999, '1.999'],
		['JPY', 1_999, '1999'],
		['NZD', 5, '0.05'],
	])('writes %s with as many decimals as it has', (currency, minor, amount) => {
		const line = unitItem('1', 'A', { unitPrice: { minor, currency }, tax: undefined });
		const { lineItems, transactions } = inputOf([line], { total: { minor, currency } });
		const set = { shopMoney: { amount, currencyCode: currency } };
		expect([lineItems[0]?.priceSet, transactions[0]?.amountSet]).toEqual([set, set]);
	});

	it('is paid in full by the channel, in one sale', () => {
		const { transactions, shippingLines } = inputOf([unitItem('1', 'A'), unitItem('2', 'B')]);
		expect(transactions).toEqual([
			{
				kind: 'SALE',
				status: 'SUCCESS',
				gateway: 'The Iconic',
				amountSet: aud('220.00'),
				processedAt: '2026-11-28T03:04:05.000Z',
			},
		]);
		expect(shippingLines).toEqual([]);
	});

	it('counts what was paid beside the lines as shipping, and taxes where they come on top', () => {
		const total = { minor: 11_000 + 995, currency: 'AUD' };
		const { transactions, shippingLines } = inputOf([unitItem('1', 'A')], { total });
		expect(shippingLines).toEqual([{ title: 'Shipping', priceSet: aud('9.95') }]);
		expect(transactions[0]?.amountSet).toEqual(aud('119.95'));
		const onTop = inputOf(
			[unitItem('1', 'A')],
			{ total: { minor: 12_000, currency: 'AUD' } },
			{ taxesIncluded: false },
		);
		expect(onTop.shippingLines).toEqual([]);
		expect(onTop.transactions[0]?.amountSet).toEqual(aud('120.00'));
	});

	it('is paid as far as it was handed over', () => {
		const handOver = handOverOf(
			iconicOrder('900', [unitItem('1', 'A'), unitItem('2', 'A')]),
			listingOf,
		);
		const part = { ...handOver, lines: handOver.lines.slice(1) };
		expect(orderInput(part, customer)).toMatchObject({
			lineItems: [{ quantity: 1, properties: [{ value: '2' }] }],
			transactions: [{ amountSet: aud('110.00') }],
			shippingLines: [],
		});
	});

	it('has no line that names the channel and no shipping method, unless they are set', () => {
		const shippingMethods = [
			{ country: 'NZ', method: 'Tasman' },
			{ country: 'au', method: 'Express' },
		];
		const plain = inputOf([unitItem('1', 'A')]);
		expect([plain.lineItems.length, plain.shippingLines]).toEqual([1, []]);
		const set = inputOf([unitItem('1', 'A')], {}, { extraLine: true, shippingMethods });
		expect(set.lineItems[1]).toEqual({
			title: 'The Iconic',
			quantity: 1,
			priceSet: aud('0.00'),
			requiresShipping: false,
			taxable: false,
		});
		expect(set.shippingLines).toEqual([{ title: 'Express', priceSet: aud('0.00') }]);
		const elsewhere = { shipTo: { ...sydney, country: 'FJ' } };
		expect(inputOf([unitItem('1', 'A')], elsewhere, { shippingMethods }).shippingLines).toEqual([]);
	});

	it('is sold to whom the settings say', () => {
		const as = { customer: ' Iconic, Pty ', billTo: { ...sydney, name: '' } };
		expect(inputOf([unitItem('1', 'A')], {}, as)).toMatchObject({
			note: 'Iconic, Pty',
			tags: ['Iconic  Pty'],
			billingAddress: { firstName: 'Iconic,', lastName: 'Pty', city: 'Sydney', zip: '2000' },
		});
	});

	it('has one customer for all orders of the account', () => {
		const [first, second] = ['900', '901'].map((id) =>
			customerKey(handOverOf(iconicOrder(id, []), listingOf)),
		);
		expect([first, second]).toEqual(['theiconic 4711', 'theiconic 4711']);
	});
});

describe('an address as Shopify takes it', () => {
	it('has two lines, codes, and a phone number that can be dialled from anywhere', () => {
		expect(mailingAddress(sydney)).toEqual({
			firstName: 'Mia van',
			lastName: 'Dyk',
			address1: 'Unit 4',
			address2: '12 Harbour St, Level 2',
			city: 'Sydney',
			provinceCode: 'NSW',
			countryCode: 'AU',
			zip: '2000',
			phone: '+61412345678',
		});
	});

	it('keeps a region without a code where people read it, and leaves out what is not known', () => {
		const wellington = {
			...sydney,
			name: 'Cher',
			lines: ['1 Quay'],
			district: 'Te Aro',
			city: 'Wellington',
			region: 'Wellington Region',
			postcode: null,
			country: 'Aotearoa',
			phone: '#####',
		};
		expect(mailingAddress(wellington)).toEqual({
			lastName: 'Cher',
			address1: '1 Quay',
			address2: 'Te Aro, Wellington Region',
			city: 'Wellington',
		});
	});

	it.each([
		['AU', 'Queensland', 'QLD'],
		['AU', ' VIC ', 'VIC'],
		['AU', 'Sydney', null],
		['NZ', 'Victoria', null],
		['NZ', null, null],
	])('knows the code of a region in %s: %s is %s', (country, region, code) => {
		expect(provinceCode(country, region)).toBe(code);
	});

	it.each([
		['NZ', '021 123 4567', '+64211234567'],
		['AU', '+61 (2) 9999-0000', '+61299990000'],
		['AU', '1300', null],
		['FJ', '0123456789', null],
		['AU', null, null],
	])('writes a phone number of %s, %s, as %s', (country, phone, written) => {
		expect(phoneNumber(country, phone)).toBe(written);
	});
});

describe('the ids of lines in a property', () => {
	it('come back as they were, whatever they are', () => {
		const units = fc.record({
			line: fc.string({ minLength: 1, unit: 'binary' }),
			quantity: fc.integer({ min: 1, max: 99_999 }),
		});
		fc.assert(
			fc.property(fc.array(units, { minLength: 1 }), (given) => {
				expect(lineIdsIn(lineIdsText(given))).toEqual(given);
			}),
		);
	});

	it.each(['', 'Gift wrap, please', '1,2', '1, 2 x 0', '1, '])('"%s" is none', (text) => {
		expect(lineIdsIn(text)).toBeNull();
	});
});
