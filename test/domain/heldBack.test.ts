import fc from 'fast-check';
import { figureOf, heldBackBy, withoutHeldBack, type Demand } from '../../domain/heldBack';
import { settings } from '../support/ledgers';
import { cancelled, line, placed } from '../support/placed';

const connectedAt = '2026-03-01T00:00:00.000Z';
const heldBack = (order: ReturnType<typeof placed>) => {
	const { hub, wanted } = heldBackBy(order, settings(), connectedAt);
	return { hub, units: Object.fromEntries(wanted.map(({ sku, units }) => [sku, units])) };
};

describe('an order that waits for a person', () => {
	test('holds back what is open of it, by SKU', () => {
		const lines = [
			line('1', 'A', 3, 1),
			line('2', 'B', 1),
			line('3', 'A', 2),
			line('4', 'C', 1, 1),
		];
		expect(heldBack(placed('1', { lines }))).toEqual({ hub: null, units: { A: 4, B: 1 } });
	});

	test('holds back at the hub of its location, or at any where that is not mapped', () => {
		expect(heldBack(placed('1', { location: 'loc-ank' })).hub).toBe('ankara');
		expect(heldBack(placed('1', { location: 'loc-izm' })).hub).toBeNull();
	});

	test('holds back also when the map knows none of its statuses', () => {
		expect(heldBack(placed('1', { hubStatus: null })).units).toEqual({ A: 2 });
	});

	test.each([
		['is cancelled', cancelled(placed('1'), 5)],
		['has left', placed('1', { hubStatus: 'shipped' })],
		['is from before the connection', placed('1', { placedAt: '2026-02-28T23:59:59.999Z' })],
		['names no SKU', placed('1', { lines: [line('1', null)] })],
		['has quantities that are none', placed('1', { lines: [line('1', 'A', 1.5)] })],
	])('holds nothing back when it %s', (_, order) => {
		expect(heldBack(order).units).toEqual({});
	});
});

describe('what is left to promise', () => {
	const left = (
		free: Readonly<Record<string, number>>,
		demands: readonly Demand[],
		hubsOf: (store: string) => readonly string[] = () => ['a', 'b', 'c'],
	) => Object.fromEntries(withoutHeldBack(new Map(Object.entries(free)), demands, hubsOf));

	test('is all there is while nobody wants it, and never below nothing', () => {
		expect(left({ a: 5, b: -2 }, [])).toEqual({ a: 5, b: 0 });
	});

	test('is less at the hub that has to ship, and no less elsewhere', () => {
		expect(left({ a: 5, b: 9 }, [{ store: 's', hub: 'a', units: 7 }])).toEqual({ a: 0, b: 9 });
	});

	test('is less where most is left, and then at the next', () => {
		expect(left({ a: 5, b: 9, c: 1 }, [{ store: 's', hub: null, units: 11 }])).toEqual({
			a: 3,
			b: 0,
			c: 1,
		});
	});

	test('counts what has to come from one hub before what may come from any', () => {
		const demands = [
			{ store: 's', hub: null, units: 4 },
			{ store: 's', hub: 'b', units: 6 },
		];
		expect(left({ a: 5, b: 9 }, demands)).toEqual({ a: 1, b: 3 });
	});

	test('is less only at hubs that may ship for the store', () => {
		const hubsOf = (store: string) => (store === 'small' ? ['c'] : ['a', 'b', 'c']);
		expect(left({ a: 5, b: 9, c: 2 }, [{ store: 'small', hub: null, units: 6 }], hubsOf)).toEqual({
			a: 5,
			b: 9,
			c: 0,
		});
	});

	test('takes out what is wanted, or all there is', () => {
		const units = fc.nat({ max: 20 });
		const demand = fc.record({
			store: fc.constant('s'),
			hub: fc.constantFrom('a', 'b', 'c', null),
			units,
		});
		fc.assert(
			fc.property(fc.tuple(units, units, units), fc.array(demand), ([a, b, c], demands) => {
				const after = Object.values(left({ a, b, c }, demands));
				const wanted = demands.reduce((total, one) => total + one.units, 0);
				const total = after.reduce((sum, one) => sum + one, 0);
				expect(Math.min(...after)).toBeGreaterThanOrEqual(0);
				expect(total).toBeGreaterThanOrEqual(a + b + c - wanted);
				if (demands.every(({ hub }) => hub === null)) {
					expect(total).toBe(Math.max(0, a + b + c - wanted));
				}
			}),
			{ endOnFailure: true },
		);
	});
});

test.each([
	[10, 0, null, 10],
	[10, 3, null, 7],
	[2, 3, null, 0],
	[10, 0, 4, 4],
	[10, 8, 4, 2],
])(
	'of %p units with buffer %p and cap %p the channel is told %p',
	(available, stockBuffer, stockCap, told) => {
		expect(figureOf(available, { stockBuffer, stockCap })).toBe(told);
	},
);
