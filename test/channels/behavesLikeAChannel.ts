import type { ChannelConnector } from '../../channels/connector';
import { Failure } from '../../domain/failure';
import type { FailureKind } from '../../domain/failure';
import { behavesLikeACatalog } from './behavesLikeACatalog';
import { behavesLikeAnOrderWalk } from './behavesLikeAnOrderWalk';
import { behavesLikeAStockPush } from './behavesLikeAStockPush';
import { behavesLikeUpdates } from './behavesLikeUpdates';
import { failureOf } from './testShop';
import type { Mishap, TestShop } from './testShop';

const mishaps: readonly (readonly [Mishap, FailureKind])[] = [
	['tooMany', 'rateLimited'],
	['cutOff', 'malformed'],
	['webPage', 'malformed'],
	['down', 'unavailable'],
	['hangsUp', 'unavailable'],
];

/** What every channel must do, whoever it is. `open` gives a fresh, empty shop. */
export function behavesLikeAChannel(
	connector: ChannelConnector,
	open: () => Promise<TestShop>,
): void {
	let shop: TestShop;
	beforeEach(async () => {
		shop = await open();
	});
	afterEach(() => shop.close());

	it('knows whose account it is, and what time the channel has', async () => {
		const before = Date.parse(shop.now());
		const account = await connector.account(shop.seller);
		expect(account).toMatchObject({ id: expect.stringMatching(/./), missing: [] });
		expect(account.name).not.toBe('');
		const after = Date.parse(shop.now());
		const clock = account.clock === null ? after : Date.parse(account.clock);
		// A header has whole seconds.
		expect(clock).toBeGreaterThan(before - 1_000);
		expect(clock).toBeLessThanOrEqual(after);
	});

	it('says so when the credential is refused', async () => {
		const failure = await failureOf(connector.account(shop.stranger));
		expect(failure).toBeInstanceOf(Failure);
		expect(failure.kind).toBe('unauthorised');
	});

	it.each(mishaps)('takes %s for %s, without giving a secret away', async (mishap, kind) => {
		await connector.account(shop.seller);
		shop.spoil(mishap, 1);
		const failure = await failureOf(connector.account(shop.seller));
		expect(failure.kind).toBe(kind);
		for (const secret of shop.secrets) expect(failure.message).not.toContain(secret);
		await expect(connector.account(shop.seller)).resolves.toBeDefined();
	});

	it('says how long to wait when there were too many calls', async () => {
		await connector.account(shop.seller);
		shop.spoil('tooMany', 1);
		const { retryAfterMs } = await failureOf(connector.account(shop.seller));
		expect(retryAfterMs).toBeGreaterThan(0);
	});

	const { orders, updates, listings, stock, statuses, locations } = connector;
	if (orders) {
		describe('reading orders', () => {
			behavesLikeAnOrderWalk({ ...connector, orders }, () => shop);
		});
	}
	if (orders && updates) {
		describe('told of an order', () => {
			behavesLikeUpdates({ ...connector, orders, updates }, () => shop);
		});
	}
	if (listings) {
		describe('reading the catalog', () => {
			behavesLikeACatalog({ ...connector, listings }, () => shop);
		});
	}
	if (stock) {
		describe('taking stock', () => {
			behavesLikeAStockPush(stock, () => shop);
		});
	}
	if (statuses) {
		it('lists every status once, with a label, and orders carry listed ones', async () => {
			const [id = ''] = shop.place(1);
			const list = await statuses.list(shop.seller);
			const keys = list.map(({ key }) => key);
			expect(new Set(keys).size).toBe(keys.length);
			expect(list.every(({ label }) => /\w/.test(label))).toBe(true);
			const found = await orders?.get(shop.seller, [id]);
			const carried = found?.orders[0]?.statuses ?? [];
			expect(carried.length).toBeGreaterThan(0);
			expect(keys).toEqual(expect.arrayContaining([...carried]));
		});
	}
	if (locations) {
		it('lists every location once, with a name', async () => {
			const list = await locations.list(shop.seller);
			expect(list.length).toBeGreaterThan(0);
			expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
			expect(list.every(({ name }) => name !== '')).toBe(true);
		});
	}
}
