import fc from 'fast-check';
import {
	after,
	positionOf,
	positionText,
	readUpTo,
	seenAt,
	startOf,
} from '../../channels/theIconic/walk';
import { instant } from '../../domain/instant';

const begun = Date.UTC(2026, 2, 2, 10);
const secondMs = 1_000;

/** What the channel does between two answers: time passes, and orders are changed or placed. */
const deed = fc.record({
	/** Of 300 ms each: its clock shows whole seconds, its orders milliseconds. */
	passes: fc.integer({ min: 0, max: 12 }),
	changes: fc.array(fc.nat({ max: 30 }), { maxLength: 3 }),
	places: fc.nat({ max: 1 }),
});

const plan = fc.record({
	/** Seconds of the first orders, often the same. */
	first: fc.array(fc.nat({ max: 6 }), { maxLength: 20 }),
	deeds: fc.array(deed, { maxLength: 30 }),
	/** `item`: rows stand by when their order was last changed, not by when an item was. */
	sort: fc.constantFrom('oldest', 'newest', 'item'),
	hasClock: fc.boolean(),
	/** The channel gives fewer rows than are asked for. */
	limit: fc.integer({ min: 1, max: 4 }),
});

type Plan = typeof plan extends fc.Arbitrary<infer Planned> ? Planned : never;

/** `GET /v2/orders` in small: an order's id is its place in `updatedAts`. */
const smallShop = ({ first, deeds, sort, hasClock, limit }: Plan) => {
	const updatedAts = first.map((second) => begun + second * secondMs);
	const orderedAts = [...updatedAts];
	const left = [...deeds];
	let now = begun + 10 * secondMs;
	return {
		revisions: () => [...updatedAts],
		clock: () => (hasClock ? now - (now % secondMs) : null),
		isQuiet: () => left.length === 0,
		goesOn() {
			const { passes, changes, places } = left.shift() ?? { passes: 4, changes: [], places: 0 };
			now += passes * 300;
			for (const id of changes) {
				if (id >= updatedAts.length) continue;
				now += 1;
				updatedAts[id] = now;
				if (sort !== 'item') orderedAts[id] = now;
			}
			for (let n = 0; n < places; n++) {
				now += 1;
				updatedAts.push(now);
				orderedAts.push(now);
			}
		},
		list(from: number, offset: number) {
			const turn = sort === 'newest' ? -1 : 1;
			const found = [...updatedAts.entries()]
				.filter(([, at]) => at >= from)
				.toSorted(([a], [b]) => turn * ((orderedAts[a] ?? 0) - (orderedAts[b] ?? 0)) || a - b);
			const rows = found.slice(offset, offset + limit);
			return { rows, hasNext: offset + limit < found.length };
		},
	};
};

type SmallShop = ReturnType<typeof smallShop>;

const windowAt = (watermark: string | null) => ({
	connectedAt: instant(begun),
	watermark,
	overlapMinutes: 0,
	position: null,
});

/** One walk to its end; answers the watermark. */
const walkThrough = (shop: SmallShop, watermark: string | null, hub: Map<number, number>) => {
	let at = startOf(windowAt(watermark));
	for (let calls = 1; calls < 400; calls++) {
		const { rows, hasNext } = shop.list(at.from, at.offset);
		const revisedAts = rows.map(([, revision]) => revision);
		const seen = { rows: rows.length, hasNext, revisedAts, clock: shop.clock() };
		for (const [id, revision] of rows) hub.set(id, Math.max(revision, hub.get(id) ?? 0));
		at = seenAt(at, seen);
		const next = after(at, seen);
		if (next === null)
			return instant(Math.max(Date.parse(watermark ?? ''), readUpTo(at)) || readUpTo(at));
		at = positionOf(positionText(next));
		shop.goesOn();
	}
	throw new Error('the walk does not end');
};

describe('the walk over orders of theIconic', () => {
	it('has the last revision of every order, whatever happens between two answers', () => {
		fc.assert(
			fc.property(plan, (planned) => {
				// Without the channel's clock, only the sort that it promises tells how far a walk has read.
				fc.pre(planned.hasClock || planned.sort === 'oldest');
				const shop = smallShop(planned);
				const hub = new Map<number, number>();
				let watermark = walkThrough(shop, null, hub);
				while (!shop.isQuiet()) {
					shop.goesOn();
					const later = walkThrough(shop, watermark, hub);
					expect(later >= watermark).toBe(true);
					watermark = later;
				}
				walkThrough(shop, watermark, hub);
				const known = [...hub].toSorted(([a], [b]) => a - b).map(([, revision]) => revision);
				expect(known).toEqual(shop.revisions());
			}),
			{ numRuns: 5_000 },
		);
	});

	const page = { rows: 100, hasNext: true, revisedAts: [], clock: null };

	it('goes back over its pages, and ends with the first', () => {
		const first = seenAt(startOf(windowAt(null)), page);
		const second = after(first, page);
		expect(second).toMatchObject({ offset: 100, isBack: false });
		const last = { ...page, rows: 3, hasNext: false };
		const back = second && after(seenAt(second, last), last);
		expect(back).toMatchObject({ offset: 0, isBack: true });
		expect(back && after(back, page)).toBeNull();
		expect(after(first, last)).toBeNull();
	});

	it('goes on by as many rows as came, where the channel gives fewer than it is asked for', () => {
		const few = { ...page, rows: 40 };
		const second = after(seenAt(startOf(windowAt(null)), few), few);
		expect(second).toMatchObject({ offset: 40 });
		const third = second && after(seenAt(second, few), few);
		expect(third).toMatchObject({ offset: 80 });
		const last = { ...few, hasNext: false };
		expect(third && after(seenAt(third, last), last)).toMatchObject({ offset: 40, isBack: true });
	});

	it('ends where a page is empty, and as malformed where a list never ends', () => {
		const none = { ...page, rows: 0 };
		expect(after(startOf(windowAt(null)), none)).toBeNull();
		const far = { ...startOf(windowAt(null)), offset: 100_000 };
		expect(() => after(far, page)).toThrow(/has not ended after 100000 rows/);
	});

	it('has read up to the last change that it saw, and no further than to where it began', () => {
		const seen = { ...page, revisedAts: [begun + 9_000], clock: begun + 5_000 };
		expect(readUpTo(seenAt(startOf(windowAt(null)), seen))).toBe(begun + 5_000);
		expect(readUpTo(seenAt(startOf(windowAt(null)), { ...seen, clock: null }))).toBe(begun + 9_000);
		const old = { ...seen, revisedAts: [begun - 1] };
		expect(readUpTo(seenAt(startOf(windowAt(null)), old))).toBe(begun);
	});

	it('looks back by the overlap, and not before all time', () => {
		const window = { ...windowAt(instant(begun + 86_400_000)), overlapMinutes: 180 };
		expect(startOf(window).from).toBe(begun + 86_400_000 - 3 * 3_600_000);
		expect(startOf({ ...window, watermark: instant(0) }).from).toBe(0);
	});

	it('refuses a watermark that is no time', () => {
		expect(() => startOf(windowAt('yesterday'))).toThrow(/is no time\. Save the store again\.$/);
	});
});
