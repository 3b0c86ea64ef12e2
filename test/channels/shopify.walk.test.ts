import { onward, positionIn } from '../../channels/shopify/walk';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 29) + seconds * 1_000).toISOString();

const window = { connectedAt: at(0), watermark: at(3_600), overlapMinutes: 10, position: null };

describe("a walk over Shopify's orders", () => {
	it('begins before what was read, by the overlap', () => {
		expect(positionIn(window)).toMatchObject({ from: Date.parse(at(3_000)), after: null });
		const fresh = { ...window, watermark: null, overlapMinutes: 0 };
		expect(positionIn(fresh)).toMatchObject({ from: Date.parse(at(0)), after: null });
	});

	it('goes on behind the last row, and ends at the latest change of all its pages', () => {
		const first = positionIn(window);
		const page = { updatedAts: [at(3_700), at(3_900)], after: 'eyJsYXN0', clock: null };
		const { next, watermark } = onward(window, first, page);
		expect(watermark).toBe(at(3_600));
		const second = positionIn({ ...window, position: next });
		expect(second).toMatchObject({ from: first.from, after: 'eyJsYXN0' });
		expect(onward(window, second, { updatedAts: [], after: null, clock: null })).toEqual({
			next: null,
			watermark: at(3_900),
		});
	});

	it('ends no later than it began, so that the next one meets what changed meanwhile', () => {
		const clock = Date.parse(at(3_800));
		const page = { updatedAts: [at(3_700)], after: 'eyJsYXN0', clock };
		const { next } = onward(window, positionIn(window), page);
		const last = { updatedAts: [at(3_900)], after: null, clock: clock + 60_000 };
		const second = positionIn({ ...window, position: next });
		expect(onward(window, second, last).watermark).toBe(at(3_800));
	});

	it('never moves the watermark back', () => {
		const late = { updatedAts: [at(3_100)], after: null, clock: null };
		expect(onward(window, positionIn(window), late).watermark).toBe(at(3_600));
	});

	it.each([
		'',
		'{}',
		'after eyJ',
		'from x seen 1 started 1 after c',
		'from 1 seen 2 started never after ',
		'from 1 seen 2 started 3 after a b',
		'from 1 seen 2 after a',
	])('refuses the position "%s"', (position) => {
		expect(() => positionIn({ ...window, position })).toThrow(/no position of an order walk/);
	});
});
