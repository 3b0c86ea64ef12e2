import type { ChannelConnector, ListingPage } from '../../channels/connector';
import type { Listing } from '../../domain/listing';
import { failureOf } from './testShop';
import type { TestShop } from './testShop';

type Reader = ChannelConnector & Required<Pick<ChannelConnector, 'listings'>>;

/** How the catalog is read: every listing once, under the id that orders and stock use. */
export function behavesLikeACatalog(
	{ listings, orders, account }: Reader,
	shopOf: () => TestShop,
): void {
	const all = async (shop: TestShop) => {
		const found: Listing[] = [];
		const accounts = new Set<string>();
		let position: string | null = null;
		do {
			const page: ListingPage = await listings.page(shop.seller, position);
			found.push(...page.listings);
			accounts.add(page.account);
			position = page.next;
		} while (position !== null);
		return { found, accounts };
	};

	it('brings every listing once, with its SKU and title, and says whose they are', async () => {
		const shop = shopOf();
		const goods = shop.goods(450);
		const { found, accounts } = await all(shop);
		const ids = found.map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids).toEqual(expect.arrayContaining(goods.map(({ listing }) => listing)));
		expect(found.every(({ sku, title }) => sku !== '' && title !== '')).toBe(true);
		expect([...accounts]).toEqual([(await account(shop.seller)).id]);
	});

	it('has nothing in an empty shop', async () => {
		expect((await all(shopOf())).found).toEqual([]);
	});

	it('knows a listing by the id that orders carry', async () => {
		const shop = shopOf();
		const [first] = shop.goods(1);
		const [id = ''] = shop.place(1, { listing: first?.listing });
		const order = await orders?.get(shop.seller, [id]);
		expect(order?.orders[0]?.lines[0]?.listing).toBe(first?.listing);
	});

	it('says so when the credential is refused', async () => {
		const failure = await failureOf(listings.page(shopOf().stranger, null));
		expect(failure.kind).toBe('unauthorised');
	});

	it.each(['', '0', '-1', 'page 2', '{}'])(
		'refuses the position "%s" without asking',
		async (position) => {
			const shop = shopOf();
			expect((await failureOf(listings.page(shop.seller, position))).kind).toBe('rejected');
			expect(shop.calls()).toBe(0);
		},
	);
}
