import type { Http } from '../../channels/connector';
import { ikas } from '../../channels/ikas/connector';
import { ikasShop } from './ikasShop';
import type { IkasShop } from './ikasUpdate';
import { failureOf } from './testShop';

describe('the catalog of ikas', () => {
	let shop: IkasShop;
	beforeEach(async () => {
		shop = await ikasShop();
	});
	afterEach(() => shop.close());

	const skus = async () =>
		(await ikas.listings.page(shop.seller, null)).listings.map(({ sku }) => sku);

	it('names each variant by product and variant, with its SKU as it is and the title of the product', async () => {
		const [product] = shop.sandbox.seed([
			{ name: 'Çiçekli Etek', variants: [{ sku: ' ETEK "36" ' }, { sku: null }] },
		]);
		const [first, second] = product?.variants ?? [];
		expect((await ikas.listings.page(shop.seller, null)).listings).toEqual([
			{ id: `${product?.id}/${first?.id}`, sku: ' ETEK "36" ', title: 'Çiçekli Etek' },
			{ id: `${product?.id}/${second?.id}`, sku: null, title: 'Çiçekli Etek' },
		]);
	});

	it('leaves out what was deleted, products and variants', async () => {
		shop.sandbox.seed([
			{ variants: [{ sku: 'A' }, { sku: 'B', deleted: true }] },
			{ deleted: true, variants: [{ sku: 'C' }] },
		]);
		expect(await skus()).toEqual(['A']);
	});

	it('leaves out deleted products also where ikas lists them', async () => {
		const http: Http = async () => ({
			status: 200,
			headers: {},
			body: { data: listing({ deleted: true }) },
		});
		expect((await ikas.listings.page(http, null)).listings).toEqual([]);
	});

	it('leaves out what has no stock to ship', async () => {
		const types = ['PHYSICAL', 'BUNDLE', 'DIGITAL', 'MEMBERSHIP', 'SUBSCRIPTION'];
		shop.sandbox.seed(types.map((type) => ({ type, variants: [{ sku: type }] })));
		expect(await skus()).toEqual(['PHYSICAL', 'BUNDLE']);
	});

	it('reads 200 products a call', async () => {
		shop.sandbox.seed(Array.from({ length: 201 }, (_, at) => ({ variants: [{ sku: `A-${at}` }] })));
		const first = await ikas.listings.page(shop.seller, null);
		const second = await ikas.listings.page(shop.seller, first.next);
		expect([first.listings.length, second.listings.length, second.next]).toEqual([200, 1, null]);
		expect(shop.calls()).toBe(2);
	});

	it('names the permission that is missing', async () => {
		shop.sandbox.setScopes(['READ_ORDERS']);
		const failure = await failureOf(ikas.listings.page(shop.seller, null));
		expect(failure).toMatchObject({
			kind: 'unauthorised',
			message: expect.stringContaining('READ_PRODUCTS'),
		});
	});

	const answering =
		(body: unknown): Http =>
		async () => ({ status: 200, headers: {}, body });

	it.each([
		[
			'boom',
			{
				data: listing({}, {}),
				errors: [{ message: 'boom', path: ['listProduct', 'data', 0, 'variants'] }],
			},
		],
		['variants is missing', { data: listing({ variants: null }, {}) }],
		['id is missing', { data: listing({ variants: [{ sku: 'A' }] }, {}) }],
		['id is missing', { data: listing({ id: undefined }, {}) }],
	])('lists a product that says %s as unreadable, and costs no other', async (what, body) => {
		const page = await ikas.listings.page(answering(body), null);
		expect(page.listings).toMatchObject([{ sku: 'A' }]);
		expect(page.unreadable).toMatchObject([{ reason: expect.stringContaining(what) }]);
	});

	it('takes the SKU for the title of a product without a name', async () => {
		const page = await ikas.listings.page(
			answering({ data: listing({ name: '' }, { name: null }) }),
			null,
		);
		expect(page.listings).toMatchObject([{ title: 'A' }, { title: 'A' }]);
		expect(page.unreadable).toEqual([]);
	});

	it('is malformed where ikas can answer none of the page', async () => {
		const body = {
			data: null,
			errors: [{ message: 'boom', path: ['listProduct', 'data', 1, 'name'] }],
		};
		const failure = await failureOf(ikas.listings.page(answering(body), null));
		expect(failure).toMatchObject({
			kind: 'malformed',
			message: expect.stringContaining('(boom)'),
		});
	});
});

function listing(...changes: object[]) {
	const data = changes.map((change, at) => ({
		...{ id: `p${at}`, name: 'Etek', type: 'PHYSICAL', variants: [{ id: 'v', sku: 'A' }] },
		...change,
	}));
	return { getMerchant: { id: 'm' }, listProduct: { hasNext: false, data } };
}
