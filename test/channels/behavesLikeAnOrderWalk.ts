import type {
	ChannelConnector,
	OrderPage,
	OrderWindow,
	ReferencePage,
} from '../../channels/connector';
import { failureOf, walk } from './testShop';
import type { TestShop } from './testShop';

type Reader = ChannelConnector & Required<Pick<ChannelConnector, 'orders'>>;

const minuteMs = 60_000;

/** How orders are read, page by page (design G2, G3). Overlap 0 where nothing is late: the walk alone must miss nothing. */
export function behavesLikeAnOrderWalk({ orders, account }: Reader, shopOf: () => TestShop): void {
	/** A store connected now, whose clock then goes on. */
	const connected = () => {
		const shop = shopOf();
		const connectedAt = shop.now();
		shop.wait(minuteMs);
		const { locations } = shop;
		return { shop, begin: { connectedAt, watermark: null, overlapMinutes: 0, locations } };
	};

	const spread = (shop: TestShop, count: number) =>
		Array.from({ length: count }, () => {
			shop.wait(10);
			return shop.place(1);
		}).flat();

	it('brings every order and then ends', async () => {
		const { shop, begin } = connected();
		const ids = spread(shop, 450);
		const walked = await walk(orders, shop.seller, begin);
		expect([...walked.seen.keys()].sort()).toEqual([...ids].sort());
		// A page may repeat the last row of the one before, no more.
		expect(walked.orders.length).toBeLessThan(ids.length + walked.pages);
	});

	it('brings every order of one and the same instant', async () => {
		const { shop, begin } = connected();
		const ids = shop.place(450, { revisedAt: shop.now() });
		const walked = await walk(orders, shop.seller, begin);
		expect([...walked.seen.keys()].sort()).toEqual([...ids].sort());
	});

	it.each(['spread out', 'of one instant'])(
		'misses no edit during a walk over orders %s',
		async (how) => {
			const { shop, begin } = connected();
			const revisedAt = shop.now();
			const ids = how === 'spread out' ? spread(shop, 500) : shop.place(500, { revisedAt });
			shop.wait(minuteMs);
			const first = await walk(orders, shop.seller, begin, (page) => {
				for (let n = 0; n < 10; n++) shop.touch(ids[(page * 37 + n * 51) % ids.length] ?? '');
			});
			const { watermark } = first;
			const second = await walk(orders, shop.seller, { ...begin, watermark });
			expect(new Map([...first.seen, ...second.seen])).toEqual(shop.revisions());
		},
	);

	it('never brings orders that were placed before the connection, or says when they were', async () => {
		const { shop, begin } = connected();
		const [old = ''] = shop.place(1, { placedAt: new Date(0).toISOString() });
		const [fresh = ''] = shop.place(1);
		shop.touch(old);
		shop.touch(fresh);
		const walked = await walk(orders, shop.seller, begin);
		const older = walked.orders.filter(({ placedAt }) => placedAt < begin.connectedAt);
		expect(older.map(({ id }) => id)).toEqual(shop.leavesOlderToHub ? [old] : []);
		expect([...walked.seen.keys()].filter((id) => id !== old)).toEqual([fresh]);
	});

	it('asks for little when nothing changed, and never moves the watermark back', async () => {
		const { shop, begin } = connected();
		shop.place(3);
		const { watermark } = await walk(orders, shop.seller, begin);
		shop.wait(minuteMs);
		const before = shop.calls();
		const idle = await walk(orders, shop.seller, { ...begin, watermark });
		expect(shop.calls() - before).toBe(shop.idleCalls ?? 1);
		expect(idle.watermark >= watermark).toBe(true);
		const later = new Date(Date.parse(shop.now()) + minuteMs).toISOString();
		const ahead = await walk(orders, shop.seller, { ...begin, watermark: later });
		expect(ahead.watermark).toBe(later);
	});

	it('looks back over the overlap for rows that showed late', async () => {
		const { shop, begin } = connected();
		const { watermark } = await walk(orders, shop.seller, begin);
		const late = new Date(Date.parse(watermark) - 9 * minuteMs).toISOString();
		const connectedAt = new Date(0).toISOString();
		const [id = ''] = shop.place(1, { revisedAt: late });
		const window = { ...begin, connectedAt, watermark, overlapMinutes: 10 };
		expect([...(await walk(orders, shop.seller, window)).seen.keys()]).toEqual([id]);
	});

	it('goes on from a stored position, and says whose orders they are on every page', async () => {
		const { shop, begin } = connected();
		const ids = spread(shop, 250);
		const first = await orders.page(shop.seller, { ...begin, position: null });
		const seen = new Set(first.orders.map((order) => order.id));
		const accounts = new Set([first.account]);
		let position = first.next;
		expect(position).not.toBeNull();
		while (position !== null) {
			const page: OrderPage = await orders.page(shop.seller, { ...begin, position });
			for (const order of page.orders) seen.add(order.id);
			accounts.add(page.account);
			position = page.next;
		}
		expect([...accounts]).toEqual([(await account(shop.seller)).id]);
		expect([...seen].sort()).toEqual([...ids].sort());
	});

	it.each(['', '{}', 'null', 'page 2', '{"page":-1}'])(
		'refuses the position "%s"',
		async (position) => {
			const { shop, begin } = connected();
			const failure = await failureOf(orders.page(shop.seller, { ...begin, position }));
			expect(failure.kind).toBe('rejected');
		},
	);

	it('passes an unreadable order on with its reason, beside the good ones', async () => {
		const { shop, begin } = connected();
		const good = shop.place(3);
		const [bad] = shop.place(1, { isUnreadable: true });
		const walked = await walk(orders, shop.seller, begin);
		expect([...walked.seen.keys()].sort()).toEqual([...good].sort());
		expect(walked.unreadable).toEqual([
			{ id: bad, reason: expect.stringMatching(/\w/), raw: expect.anything() },
		]);
	});

	const { references } = orders;
	if (references) {
		const referred = async (shop: TestShop, begin: Omit<OrderWindow, 'position'>) => {
			const seen = new Map<string, string | null>();
			const accounts = new Set<string>();
			for (let position: string | null = null, more = true; more; more = position !== null) {
				const page: ReferencePage = await references(shop.seller, { ...begin, position });
				for (const { id, revisedAt } of page.references) seen.set(id, revisedAt);
				accounts.add(page.account);
				position = page.next;
				if (position === null) {
					expect(page.watermark >= (begin.watermark ?? begin.connectedAt)).toBe(true);
				}
			}
			return { seen, accounts };
		};

		it('refers to every order with its last revision, page by page, without its content', async () => {
			const { shop, begin } = connected();
			spread(shop, 450);
			const [bad] = shop.place(1, { isUnreadable: true });
			const { seen, accounts } = await referred(shop, begin);
			expect(seen.has(String(bad))).toBe(true);
			expect(seen).toEqual(shop.revisions());
			expect([...accounts]).toEqual([(await account(shop.seller)).id]);
		});

		it('refers to what changed since the look-back, and to nothing older', async () => {
			const { shop, begin } = connected();
			const now = shop.now();
			const at = (minutes: number) => new Date(Date.parse(now) - minutes * minuteMs).toISOString();
			shop.place(1, { revisedAt: at(90) });
			const [late = ''] = shop.place(1, { revisedAt: at(30) });
			const window = { ...begin, connectedAt: at(999), watermark: now, overlapMinutes: 60 };
			const { seen } = await referred(shop, window);
			expect(seen).toEqual(new Map([[late, shop.revisions().get(late)]]));
		});
	}

	it('gets orders by their ids and leaves out what the channel does not know', async () => {
		const { shop } = connected();
		const [, second = '', third = ''] = shop.place(3);
		const got = await orders.get(shop.seller, [third, second, 'nobody']);
		expect(got.orders.map(({ id }) => id).sort()).toEqual([second, third].sort());
		expect(got.account).toBe((await account(shop.seller)).id);
	});

	it('gets more orders than one call may name', async () => {
		const { shop } = connected();
		const ids = shop.place(250);
		const got = await orders.get(shop.seller, ids);
		expect(got.orders.map(({ id }) => id).sort()).toEqual([...ids].sort());
	});
}
