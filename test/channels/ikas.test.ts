import { ikas } from '../../channels/ikas/connector';
import { behavesLikeAChannel } from './behavesLikeAChannel';
import { ikasShop } from './ikasShop';
import { without } from './ikasUpdate';
import { failureOf, walk } from './testShop';

describe('ikas', () => {
	behavesLikeAChannel(ikas, () => ikasShop());
});

describe('ikas, whose sort is not kept', () => {
	it('misses no order and no edit', async () => {
		const shop = await ikasShop({ ignoresSort: true });
		const begin = { connectedAt: shop.now(), watermark: null, overlapMinutes: 0 };
		const ids = shop.place(700);
		shop.wait(5_000);
		for (let n = 0; n < 300; n++) shop.touch(ids[(n * 77) % ids.length] ?? '');
		shop.wait(5_000);
		const first = await walk(ikas.orders, shop.seller, begin, (page) => {
			for (let n = 0; n < 10; n++) shop.touch(ids[(page * 13 + n * 67) % ids.length] ?? '');
		});
		const second = await walk(ikas.orders, shop.seller, { ...begin, watermark: first.watermark });
		expect(new Map([...first.seen, ...second.seen])).toEqual(shop.revisions());
		await shop.close();
	});
});

describe('ikas, on its own', () => {
	const opened = ikasShop;
	let shop: Awaited<ReturnType<typeof opened>>;
	beforeEach(async () => {
		shop = await opened();
	});
	afterEach(() => shop.close());

	const firstPage = () => ({
		connectedAt: new Date(0).toISOString(),
		watermark: null,
		overlapMinutes: 10,
		position: null,
	});

	it('signs in again when the token has ended, and asks once more', async () => {
		await ikas.account(shop.seller);
		shop.sandbox.expireTokens();
		const before = shop.sandbox.calls().length;
		await ikas.account(shop.seller);
		const after = shop.sandbox.calls().slice(before);
		expect(after.map(({ kind, code }) => [kind, code])).toEqual([
			['graphql', 'LOGIN_REQUIRED'],
			['token', null],
			['graphql', null],
		]);
	});

	it('reads the page around orders that ikas cannot answer, and names them', async () => {
		const good = shop.place(5);
		const broken = {
			lines: [{ sku: 'ELBISE-38', quantity: 1 }],
			overrides: { currencyCode: null },
		};
		const [first, second] = shop.sandbox.place([broken, broken]).map(({ id }) => id);
		const page = await ikas.orders.page(shop.seller, firstPage());
		expect(page.orders.map(({ id }) => id).sort()).toEqual([...good].sort());
		expect(page.unreadable.map(({ id }) => id).sort()).toEqual([first, second].sort());
		expect(page.unreadable[0]?.reason).toMatch(/ikas cannot answer this order: .*currencyCode/);
		expect(page.next).toBeNull();
	});

	it('gives up on a page where ikas can answer hardly any order', async () => {
		const broken = {
			lines: [{ sku: 'ELBISE-38', quantity: 1 }],
			overrides: { currencyCode: null },
		};
		shop.sandbox.place(Array.from({ length: 9 }, () => broken));
		const before = shop.calls();
		const failure = await failureOf(ikas.orders.page(shop.seller, firstPage()));
		expect(failure).toMatchObject({
			kind: 'malformed',
			message: expect.stringContaining('page of orders'),
		});
		expect(shop.calls() - before).toBeLessThan(13);
	});

	it('names the permission that is missing, and asks once', async () => {
		shop.sandbox.setScopes(['READ_PRODUCTS']);
		const failure = await failureOf(ikas.orders.page(shop.seller, firstPage()));
		expect(failure).toMatchObject({
			kind: 'unauthorised',
			message: expect.stringContaining('READ_ORDERS'),
		});
		expect(shop.calls()).toBe(1);
	});

	it('tells which permissions the account lacks', async () => {
		shop.sandbox.setScopes(['READ_PRODUCTS', 'WRITE_ORDERS']);
		expect((await ikas.account(shop.seller)).missing).toEqual([
			'READ_ORDERS',
			'READ_INVENTORIES',
			'WRITE_INVENTORIES',
		]);
	});

	it('keeps one of two rows of the same order', async () => {
		const ids = shop.place(5);
		shop.sandbox.setFaults({ duplicateRows: 1 });
		const { orders } = await ikas.orders.page(shop.seller, firstPage());
		expect(orders.map(({ id }) => id).sort()).toEqual([...ids].sort());
	});

	it('hides stock locations that were deleted', async () => {
		shop.sandbox.setLocations([
			{ id: 'depo', name: 'Depo' },
			{ id: 'eski', name: 'Eski Depo', deleted: true },
		]);
		expect(await ikas.locations.list(shop.seller)).toEqual([{ id: 'depo', name: 'Depo' }]);
	});

	it('lists statuses by dimension, as the panel calls them', async () => {
		const statuses = await ikas.statuses.list(shop.seller);
		expect(statuses).toContainEqual({
			key: 'package:FULFILLED',
			label: 'Package: Shipped',
			usual: 'shipped',
		});
		expect(statuses).toContainEqual({
			key: 'payment:WAITING',
			label: 'Payment: Awaiting payment',
			usual: 'on_hold',
		});
		expect(statuses).toContainEqual({
			key: 'status:CANCELLED',
			label: 'Order: Cancelled',
			usual: 'cancelled',
		});
	});

	it('brings an order that was cancelled in part with its line in one piece', async () => {
		const [order] = shop.sandbox.place([{ lines: [{ sku: 'ETEK-36', quantity: 5 }] }]);
		const line = order?.lines[0]?.id ?? '';
		shop.sandbox.cancel(order?.id ?? '', [{ id: line, quantity: 2 }]);
		const { orders } = await ikas.orders.page(shop.seller, firstPage());
		expect(orders[0]?.statuses[0]).toBe('status:PARTIALLY_CANCELLED');
		expect(orders[0]?.lines).toMatchObject([{ id: line, ordered: 5, cancelled: 2 }]);
	});

	it('brings a wholly cancelled order with nothing left', async () => {
		const [id = ''] = shop.place(1);
		shop.sandbox.cancel(id);
		const { orders } = await ikas.orders.page(shop.seller, firstPage());
		expect(orders[0]?.statuses[0]).toBe('status:CANCELLED');
		expect(orders[0]?.lines).toMatchObject([{ ordered: 2, cancelled: 2 }]);
	});

	it('leaves out lines that were taken off the order', async () => {
		const [order] = shop.sandbox.place([
			{
				lines: [
					{ sku: 'ETEK-36', quantity: 1 },
					{ sku: 'ETEK-38', quantity: 1 },
				],
			},
		]);
		shop.sandbox.edit(order?.id ?? '', { lines: [{ sku: 'ETEK-38', quantity: 3 }] });
		const { orders } = await ikas.orders.page(shop.seller, firstPage());
		expect(orders[0]?.lines).toMatchObject([{ sku: 'ETEK-38', ordered: 3 }]);
	});

	it('refuses to read from a time that is none, so that no filter falls away', async () => {
		const failure = await failureOf(
			ikas.orders.page(shop.seller, { ...firstPage(), connectedAt: 'yesterday' }),
		);
		expect(failure).toMatchObject({
			kind: 'rejected',
			message: expect.stringContaining('yesterday'),
		});
		expect(shop.calls()).toBe(0);
	});

	it('names the tags of orders, and asks for names only where there are tags', async () => {
		const lines = [{ sku: 'ELBISE-38', quantity: 1 }];
		shop.sandbox.place([{ lines }]);
		await ikas.orders.page(shop.seller, firstPage());
		const before = shop.calls();
		shop.sandbox.place([{ lines, tags: ['hediye', 'acele'] }]);
		const { orders } = await ikas.orders.page(shop.seller, firstPage());
		expect(orders.map(({ tags }) => tags)).toEqual([[], ['acele', 'hediye']]);
		expect([before, shop.calls()]).toEqual([1, 3]);
	});

	it('names the tags of a single order, too', async () => {
		const lines = [{ sku: 'ELBISE-38', quantity: 1 }];
		const [order] = shop.sandbox.place([{ lines, tags: ['acele'] }]);
		const { orders } = await ikas.orders.get(shop.seller, [order?.id ?? '']);
		expect(orders[0]?.tags).toEqual(['acele']);
	});

	it('brings tags by id where ikas does not let the app know their names', async () => {
		const lines = [{ sku: 'ELBISE-38', quantity: 1 }];
		shop.sandbox.place([{ lines, tags: ['acele'] }]);
		const http = without(shop.seller, 'listOrderTag');
		const { orders } = await ikas.orders.page(http, firstPage());
		expect(orders[0]?.tags).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/)]);
	});

	it('refuses to get no orders at all', async () => {
		expect((await failureOf(ikas.orders.get(shop.seller, []))).kind).toBe('rejected');
	});
});
