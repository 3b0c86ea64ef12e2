import fc from 'fast-check';
import { pageLimit } from '../../channels/babyshop/requests';
import {
	after,
	isUnsettled,
	positionOf,
	positionText,
	seenAt,
	startOf,
} from '../../channels/babyshop/walk';
import { instant } from '../../domain/instant';

const begun = Date.UTC(2026, 2, 2, 10);
const secondMs = 1_000;

/** What the shop does between two answers: seconds pass, and orders are changed or placed. */
const deed = fc.record({
	/** Of 300 ms each: the shop's clocks and times show whole seconds. */
	passes: fc.integer({ min: 0, max: 12 }),
	changes: fc.array(fc.nat({ max: 30 }), { maxLength: 3 }),
	places: fc.nat({ max: 1 }),
});

const plan = fc.record({
	/** Seconds of the first orders, often the same. */
	first: fc.array(fc.nat({ max: 6 }), { maxLength: 20 }),
	deeds: fc.array(deed, { maxLength: 30 }),
	sort: fc.constantFrom('number', 'newest', 'oldest'),
	hasClock: fc.boolean(),
	/** Hours by which times are read in the wrong zone. */
	skew: fc.integer({ min: -3, max: 3 }),
	/** By how much the clock that dates orders is ahead of the one that dates answers, in ms. */
	ahead: fc.nat({ max: 999 }),
});

type Plan = typeof plan extends fc.Arbitrary<infer Planned> ? Planned : never;

const limit = 3;

/** `orderList` in small, with times in whole seconds: an order's id is its place in `updatedAts`, its content how often it changed. */
const smallShop = ({ first, deeds, sort, hasClock, skew, ahead }: Plan) => {
	const updatedAts = first.map((second) => begun + second * secondMs);
	const contents = first.map(() => 0);
	const left = [...deeds];
	let elapsed = begun + 10 * secondMs;
	const whole = (ms: number) => ms - (ms % secondMs);
	const now = () => whole(elapsed + ahead);
	const shift = skew * 3_600_000;
	return {
		contents,
		revisions: () => updatedAts.map((at) => at + shift),
		clock: () => (hasClock ? whole(elapsed) : null),
		isQuiet: () => left.length === 0,
		goesOn() {
			const { passes, changes, places } = left.shift() ?? { passes: 4, changes: [], places: 0 };
			elapsed += passes * 300;
			for (const id of changes) {
				if (id >= updatedAts.length) continue;
				updatedAts[id] = now();
				contents[id] = (contents[id] ?? 0) + 1;
			}
			for (let n = 0; n < places; n++) {
				updatedAts.push(now());
				contents.push(0);
			}
		},
		list(from: number, page: number) {
			const rows = [...updatedAts.entries()]
				.map(([id, at]) => [id, at + shift] as const)
				.filter(([, at]) => at >= from)
				.toSorted(([a, left], [b, right]) =>
					sort === 'number' ? b - a : (sort === 'newest' ? right - left : left - right) || a - b,
				);
			return rows.slice((page - 1) * limit, page * limit);
		},
		window: (watermark: string | null) => ({
			connectedAt: instant(begun - 4 * 3_600_000),
			watermark,
			overlapMinutes: hasClock ? 0 : 1,
			position: null,
		}),
	};
};

/** An order that changes twice in a second, and of which the walk that could tell sees only on its way back. */
const movedBack: Plan = {
	first: [0, 0, 0, 0, 0, 0, 0, 0],
	deeds: [
		{ passes: 0, changes: [], places: 1 },
		{ passes: 0, changes: [0], places: 1 },
		{ passes: 3, changes: [8, 1], places: 0 },
		{ passes: 0, changes: [8], places: 0 },
		{ passes: 0, changes: [], places: 0 },
		{ passes: 1, changes: [], places: 0 },
		{ passes: 6, changes: [], places: 0 },
		{ passes: 0, changes: [0], places: 0 },
	],
	sort: 'oldest',
	hasClock: true,
	skew: 0,
	ahead: 100,
};

type SmallShop = ReturnType<typeof smallShop>;

interface Known {
	readonly revision: number;
	readonly content: number;
}

/** One walk to its end, as `orders.page` fetches what the hub lacks; answers the watermark. */
const walkThrough = (shop: SmallShop, watermark: string | null, hub: Map<number, Known>) => {
	let at = startOf(shop.window(watermark));
	for (let calls = 1; calls < 400; calls++) {
		const rows = shop.list(at.from, at.page);
		const revisedAts = rows.map(([, revision]) => revision);
		const full = rows.length < limit ? rows.length : pageLimit;
		const seen = { rows: full, revisedAts, clock: shop.clock() };
		for (const [id, revision] of rows) {
			const isNews = hub.get(id)?.revision !== revision;
			const known = watermark === null ? null : Date.parse(watermark);
			if (isNews || isUnsettled(at, known, revision))
				hub.set(id, { revision, content: shop.contents[id] ?? 0 });
		}
		at = seenAt(at, seen);
		const next = after(at, seen);
		if (next === null) return instant(at.max);
		at = positionOf(positionText(next));
		shop.goesOn();
	}
	throw new Error('the walk does not end');
};

const empty = {
	connectedAt: instant(begun),
	watermark: null,
	overlapMinutes: 0,
	position: null,
};

describe('the walk over orders of babyshop', () => {
	it('has the last revision and content of every order, whatever happens between two answers', () => {
		fc.assert(
			fc.property(plan, (planned) => {
				const shop = smallShop(planned);
				const hub = new Map<number, Known>();
				let watermark = walkThrough(shop, null, hub);
				while (!shop.isQuiet()) {
					shop.goesOn();
					watermark = walkThrough(shop, watermark, hub);
				}
				shop.goesOn();
				walkThrough(shop, watermark, hub);
				const known = [...hub].toSorted(([a], [b]) => a - b).map(([, one]) => one);
				expect(known.map(({ revision }) => revision)).toEqual(shop.revisions());
				// Without a clock nobody knows which second was over when it was read.
				if (planned.hasClock) {
					expect(known.map(({ content }) => content)).toEqual(shop.contents);
				}
			}),
			{ numRuns: 5_000, examples: [[movedBack]] },
		);
	});

	it('goes back over its pages, and ends with the first', () => {
		const full = { rows: pageLimit, revisedAts: [], clock: null };
		const short = { ...full, rows: 3 };
		const first = startOf(empty);
		const second = after(first, full);
		expect(second).toMatchObject({ page: 2, isBack: false });
		const back = second && after(second, short);
		expect(back).toMatchObject({ page: 1, isBack: true });
		expect(back && after(back, full)).toBeNull();
		expect(after(first, short)).toBeNull();
	});

	it('ends as malformed where a list never does', () => {
		const at = { ...startOf(empty), page: 1_000 };
		const full = { rows: pageLimit, revisedAts: [], clock: null };
		expect(() => after(at, full)).toThrow(/has not ended after 1000 pages/);
	});

	it('counts from the greatest time that it saw, and not from one of another age', () => {
		const seen = { rows: 2, clock: begun, revisedAts: [begun + 9_000, Date.UTC(2099, 0, 1)] };
		expect(seenAt(startOf(empty), seen).max).toBe(begun + 9_000);
		expect(seenAt(startOf(empty), { ...seen, revisedAts: [begun - 1] }).max).toBe(begun);
	});

	it('goes on from its position, also where it reads orders of all times', () => {
		const at = startOf({ ...empty, connectedAt: instant(0), overlapMinutes: 180 });
		expect(at.from).toBe(0);
		expect(positionOf(positionText(at))).toEqual(at);
	});

	it('looks back by the overlap', () => {
		const watermark = instant(begun + 86_400_000);
		expect(startOf({ ...empty, watermark, overlapMinutes: 180 })).toMatchObject({
			from: begun + 86_400_000 - 3 * 3_600_000,
			max: begun + 86_400_000,
		});
	});
});
