import type { ChannelConnector, Http, StockPage } from '../../channels/connector';
import type { FailureKind } from '../../domain/failure';
import type { StockFigure, StockReceipt } from '../../domain/stockFigure';
import { failureOf } from './testShop';
import type { Mishap, Place, TestShop } from './testShop';

type Stock = NonNullable<ChannelConnector['stock']>;

const mishaps: readonly (readonly [Mishap, FailureKind])[] = [
	['tooMany', 'rateLimited'],
	['down', 'unavailable'],
	['webPage', 'malformed'],
	['hangsUp', 'unavailable'],
	['hangsUpAfter', 'unavailable'],
	['cutOff', 'malformed'],
];

/** How stock goes out: absolute figures, row by row answered (design G9). */
export function behavesLikeAStockPush(
	{ push: send, decided, page, batch, faultOf }: Stock,
	shopOf: () => TestShop,
): void {
	let sequence = 0;
	/** With what the channel decided of those that it took as pending. */
	const settled = async (http: Http, receipts: readonly StockReceipt[]) => {
		const pending = receipts.flatMap((one) =>
			one.outcome === 'pending' && one.ticket !== undefined ? [{ ...one, ticket: one.ticket }] : [],
		);
		const ends = pending.length === 0 ? [] : ((await decided?.(http, pending)) ?? []);
		const endOf = new Map(ends.map(({ ticket, ...end }) => [ticket, end]));
		return receipts.map((one) => endOf.get(one.ticket) ?? one);
	};
	const push = async (http: Http, rows: readonly StockFigure[]) =>
		await settled(http, await send(http, rows));
	/** As the ledger hands it out: with a number that grows, also when the same is told again. */
	const told = <Row extends Place>(row: Row) => ({ ...row, sequence: ++sequence });

	const figures = (places: readonly Place[]) =>
		places.map((place, at) => told({ ...place, quantity: at + 1 }));

	const stored = (rows: readonly Place[]) =>
		rows.map((row) => ({ ...row, outcome: 'stored', reason: null }));

	it('stores a whole batch, and customers see it', async () => {
		const shop = shopOf();
		const rows = figures(shop.goods(batch));
		expect(await push(shop.seller, rows)).toEqual(stored(rows));
		expect(rows.map(shop.offered)).toEqual(rows.map(({ quantity }) => quantity));
	});

	it('changes nothing when the same is pushed again', async () => {
		const shop = shopOf();
		const rows = figures(shop.goods(5));
		await push(shop.seller, rows);
		const again = rows.map(told);
		expect(await push(shop.seller, again)).toEqual(stored(again));
		expect(rows.map(shop.offered)).toEqual(rows.map(({ quantity }) => quantity));
	});

	it('may say that nothing is left', async () => {
		const shop = shopOf();
		const [place = shop.unknown] = shop.goods(1);
		await push(shop.seller, [told({ ...place, quantity: 7 })]);
		await push(shop.seller, [told({ ...place, quantity: 0 })]);
		expect(shop.offered(place)).toBe(0);
	});

	it.each(['first', 'middle', 'last'] as const)(
		'loses no row to a bad one that is the %s of a batch',
		async (where) => {
			const shop = shopOf();
			const good = figures(shop.goods(batch - 1));
			const at = { first: 0, middle: batch / 2, last: batch - 1 }[where];
			const bad = told({ ...shop.unknown, quantity: 1 });
			const rows = [...good.slice(0, at), bad, ...good.slice(at)];
			const receipts = await push(shop.seller, rows);
			const refused = { ...bad, outcome: 'refused', reason: expect.stringMatching(/\w.*\.$/) };
			expect(receipts).toEqual([
				...stored(rows.slice(0, at)),
				refused,
				...stored(rows.slice(at + 1)),
			]);
			expect(good.map(shop.offered)).toEqual(good.map(({ quantity }) => quantity));
		},
	);

	it.each([-1, 1.5, NaN, Infinity, 2 ** 60])(
		'refuses %d as a quantity without asking, and stores the others',
		async (quantity) => {
			const shop = shopOf();
			const [bad = shop.unknown, good = shop.unknown] = shop.goods(2);
			const before = shop.calls();
			const rows = [told({ ...bad, quantity }), told({ ...good, quantity: 3 })];
			const taken = await send(shop.seller, rows);
			expect(shop.calls() - before).toBe(shop.pushCalls ?? 1);
			const receipts = await settled(shop.seller, taken);
			expect(receipts.map(({ outcome }) => outcome)).toEqual(['refused', 'stored']);
			expect(receipts.map(({ reason }) => reason)).toEqual(rows.map(faultOf));
			expect([bad, good].map(shop.offered)).toEqual([0, 3]);
		},
	);

	it('refuses more rows than a batch takes, and sends none of them', async () => {
		const shop = shopOf();
		const rows = figures(shop.goods(batch + 1));
		expect((await failureOf(push(shop.seller, rows))).kind).toBe('rejected');
		expect(shop.calls()).toBe(0);
	});

	it.each(mishaps)('takes %s for %s, and may be pushed again', async (mishap, kind) => {
		const shop = shopOf();
		const rows = figures(shop.goods(3));
		shop.spoil(mishap, 1, 'stock');
		expect((await failureOf(push(shop.seller, rows))).kind).toBe(kind);
		const again = rows.map(told);
		expect(await push(shop.seller, again)).toEqual(stored(again));
		expect(rows.map(shop.offered)).toEqual([1, 2, 3]);
	});

	it('says so when the credential is refused, and stores nothing', async () => {
		const shop = shopOf();
		const rows = figures(shop.goods(2));
		expect((await failureOf(push(shop.stranger, rows))).kind).toBe('unauthorised');
		expect(rows.map(shop.offered)).toEqual([0, 0]);
	});

	if (page === undefined) return;

	it('shows every figure once, page by page', async () => {
		const shop = shopOf();
		const rows = figures(shop.goods(250));
		for (let start = 0; start < rows.length; start += batch) {
			await push(shop.seller, rows.slice(start, start + batch));
		}
		const shown = [];
		for (let position: string | null = null, more = true; more; more = position !== null) {
			const read: StockPage = await page(shop.seller, position);
			shown.push(...read.levels);
			position = read.next;
		}
		const key = ({ listing, quantity }: { listing: string; quantity: number }) =>
			`${listing} ${quantity}`;
		expect(shown.map(key).sort()).toEqual(rows.map(key).sort());
	});

	it.each(['', '0', '-1', 'page 2', '{}'])(
		'refuses the position "%s" without asking',
		async (position) => {
			const shop = shopOf();
			expect((await failureOf(page(shop.seller, position))).kind).toBe('rejected');
			expect(shop.calls()).toBe(0);
		},
	);
}
