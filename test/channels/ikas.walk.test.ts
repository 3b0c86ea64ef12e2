import fc from 'fast-check';
import { after, positionOf, positionText, readUpTo, startOf } from '../../channels/ikas/walk';
import { instant } from '../../domain/instant';

const limit = 3;
const begun = 1_772_400_000_000;

/** What the shop does between two answers: time passes, and orders are changed or placed. */
const deed = fc.record({
	passes: fc.integer({ min: 1, max: 3 }),
	changes: fc.array(fc.nat({ max: 30 }), { maxLength: 3 }),
	places: fc.nat({ max: 1 }),
});

const plan = fc.record({
	/** Times of the first orders, often the same. */
	first: fc.array(fc.nat({ max: 6 }), { maxLength: 20 }),
	deeds: fc.array(deed, { maxLength: 30 }),
	newestFirst: fc.boolean(),
	hasClock: fc.boolean(),
});

type Plan = typeof plan extends fc.Arbitrary<infer Planned> ? Planned : never;

/** `listOrder` in small: an order's id is its place in `updatedAts`. */
const smallShop = ({ first, deeds, newestFirst, hasClock }: Plan) => {
	const updatedAts = first.map((ms) => begun + ms);
	const left = [...deeds];
	let now = begun + 10;
	return {
		updatedAts,
		clock: () => (hasClock ? now : null),
		isQuiet: () => left.length === 0,
		goesOn() {
			const { passes, changes, places } = left.shift() ?? { passes: 1, changes: [], places: 0 };
			now += passes;
			for (const id of changes) if (id < updatedAts.length) updatedAts[id] = now;
			for (let n = 0; n < places; n++) updatedAts.push(now);
		},
		list(from: number, until: number | null, page: number) {
			const rows = [...updatedAts.entries()]
				.filter(([, at]) => at >= from && at <= (until ?? Infinity))
				.toSorted(([a, left], [b, right]) => left - right || a - b);
			const sorted = newestFirst ? rows.toReversed() : rows;
			const hasNext = sorted.length > page * limit;
			return { rows: sorted.slice((page - 1) * limit, page * limit), hasNext };
		},
	};
};

type SmallShop = ReturnType<typeof smallShop>;

/** One walk to its end; answers the watermark. */
const walkThrough = (shop: SmallShop, watermark: string | null, seen: Map<number, number>) => {
	const window = { connectedAt: instant(begun), watermark, overlapMinutes: 0, position: null };
	let at = { ...startOf(window), startedAt: shop.clock() };
	for (let calls = 1; calls < 400; calls++) {
		const { rows, hasNext } = shop.list(at.from, at.until, at.page);
		for (const [id, updatedAt] of rows) seen.set(id, updatedAt);
		const page = { hasNext, updatedAts: rows.map(([, updatedAt]) => updatedAt) };
		const next = after(at, page);
		if (next === null) return instant(readUpTo(at, page));
		at = positionOf(positionText(next));
		shop.goesOn();
	}
	throw new Error('the walk does not end');
};

describe('the walk over orders of ikas', () => {
	it('sees the last revision of every order, whatever happens between two answers', () => {
		fc.assert(
			fc.property(plan, (planned) => {
				const shop = smallShop(planned);
				const seen = new Map<number, number>();
				let watermark = walkThrough(shop, null, seen);
				while (!shop.isQuiet()) {
					shop.goesOn();
					watermark = walkThrough(shop, watermark, seen);
				}
				walkThrough(shop, watermark, seen);
				const ascending = [...seen].toSorted(([a], [b]) => a - b);
				expect(ascending).toEqual([...shop.updatedAts.entries()]);
			}),
			{ numRuns: 1_000 },
		);
	});

	it('ends, and misses nothing, where no row of a page says when it changed', () => {
		const at = { ...startOf(emptyWindow), startedAt: begun + 5_000 };
		const next = after(at, { hasNext: true, updatedAts: [] });
		expect(next).toMatchObject({ from: begun, until: begun + 5_000, page: 2 });
	});

	it('can go on from its position also where it reads orders of all times', () => {
		const at = startOf({ ...emptyWindow, connectedAt: instant(0), overlapMinutes: 10 });
		expect(positionOf(positionText(at))).toEqual(at);
	});

	it('begins a closed window where the walk began, however late a page is out of order', () => {
		const at = { ...startOf(emptyWindow), startedAt: begun + 5_000 };
		const second = after(at, { hasNext: true, updatedAts: [begun + 1, begun + 2] });
		expect(second).toMatchObject({ from: begun + 2, until: null, page: 1 });
		const third = second && after(second, { hasNext: true, updatedAts: [begun + 4, begun + 3] });
		expect(third).toMatchObject({ from: begun, until: begun + 5_000, page: 2 });
	});
});

const emptyWindow = {
	connectedAt: instant(begun),
	watermark: null,
	overlapMinutes: 0,
	position: null,
};
