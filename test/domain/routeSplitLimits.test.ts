import { money } from '../../domain/money';
import type { RoutingRequest } from '../../domain/routing';
import { sent, stocked, verdicts, wanting } from './support/routes';
import { routed, splitRule as rule } from './support/splits';

const threeSkus = wanting({ A: 1, B: 1, C: 1 });

describe('the most parcels', () => {
	const hubs = [
		stocked('ist', { A: 1 }),
		stocked('ank', { B: 1 }),
		stocked('izm', { C: 1 }),
		stocked('van', { B: 1, C: 1 }),
	];

	test('may all be used', () => {
		const decision = routed(threeSkus, hubs, rule('priority', { mostParcels: 3 }));
		expect(Object.keys(sent(decision))).toEqual(['ist', 'ank', 'izm']);
	});

	test('hold the order where it cannot be done with as many', () => {
		const decision = routed(threeSkus, hubs.slice(0, 3), rule('priority', { mostParcels: 2 }));
		expect(decision).toMatchObject({ hub: null, holdReason: 'inventory_not_present' });
		expect(decision.passedOver[0]?.why).toBe(
			'none of its hubs has everything, and a split would take more than 2 parcels',
		);
		expect(verdicts(decision)).toMatchObject({
			ist: '1 of SKU "B" wanted, 0 free; a split would take more than 2 parcels',
		});
	});

	test('are kept by another set of hubs where the order of the strategy takes more', () => {
		const rich = [
			stocked('ist', { A: 2 }),
			stocked('ank', { A: 1, B: 1 }),
			stocked('izm', { A: 3 }),
			stocked('van', { A: 1, B: 1, C: 1 }),
		];
		const request = wanting({ A: 4, B: 1, C: 1 });
		expect(Object.keys(sent(routed(request, rich, rule('priority'))))).toEqual([
			'ist',
			'ank',
			'van',
		]);
		const two = routed(request, rich, rule('priority', { mostParcels: 2 }));
		expect(Object.keys(sent(two))).toEqual(['izm', 'van']);
		expect(two.splitBy).toBe('exact');
	});
});

describe('the smallest value', () => {
	const priced = (change: Partial<RoutingRequest> = {}) =>
		wanting(
			{ A: 3, B: 1 },
			{
				prices: new Map([
					['A', money(50, 'TRY')],
					['B', money(10, 'TRY')],
				]),
				...change,
			},
		);

	test('lets a parcel leave that is worth just as much', () => {
		const hubs = [stocked('ist', { A: 3 }), stocked('ank', { B: 1 })];
		expect(sent(routed(priced(), hubs, rule('priority', { smallestValue: 10 })))).toEqual({
			ist: { A: 3 },
			ank: { B: 1 },
		});
	});

	test('holds the order when goods worth less are in a hub that has nothing else', () => {
		const hubs = [stocked('ist', { A: 3 }), stocked('ank', { B: 1 })];
		const decision = routed(priced(), hubs, rule('priority', { smallestValue: 10.01 }));
		expect(decision).toMatchObject({ hub: null, holdReason: 'inventory_not_present' });
		expect(decision.passedOver[0]?.why).toBe(
			'none of its hubs has everything, and a split would leave a parcel worth less than 10.01 TRY',
		);
		expect(verdicts(decision)).toEqual({
			ist: '1 of SKU "B" wanted, 0 free; a split would leave a parcel worth less than 10.01 TRY',
			ank: '3 of SKU "A" wanted, 0 free; its parcel would be worth 10 TRY, the rule asks for 10.01',
		});
	});

	test('is named as what is in the way where the number of parcels is not', () => {
		const hubs = [stocked('ist', { A: 3 }), stocked('ank', { B: 1 })];
		const limits = { smallestValue: 50, mostParcels: 2 };
		expect(routed(priced(), hubs, rule('priority', limits)).passedOver[0]?.why).toContain(
			'a split would leave a parcel worth less than 50 TRY',
		);
	});

	test.each(['priority', 'fewestParcels'] as const)(
		'sends more along with goods that are worth too little alone (%s)',
		(strategy) => {
			const hubs = [stocked('ist', { A: 3 }), stocked('ank', { A: 1, B: 1 })];
			expect(sent(routed(priced(), hubs, rule(strategy, { smallestValue: 50 })))).toEqual({
				ist: { A: 2 },
				ank: { A: 1, B: 1 },
			});
		},
	);

	test.each(['priority', 'fewestParcels'] as const)(
		'does without a hub whose parcel would be worth too little (%s)',
		(strategy) => {
			const hubs = [
				stocked('ist', { A: 3 }),
				stocked('ank', { B: 1 }),
				stocked('izm', { A: 2, B: 1 }),
			];
			const decision = routed(priced(), hubs, rule(strategy, { smallestValue: 50 }));
			expect(sent(decision)).toEqual({ ist: { A: 1 }, izm: { A: 2, B: 1 } });
			expect(verdicts(decision).ank).toBe(
				'3 of SKU "A" wanted, 0 free; its parcel would be worth 10 TRY, the rule asks for 50',
			);
		},
	);

	test('does without such a hub among more than ten, too', () => {
		const crowd = Array.from({ length: 10 }, (_, at) => stocked(`h${at}`, { B: 1 }));
		const hubs = [stocked('ist', { A: 3 }), ...crowd, stocked('izm', { A: 2, B: 1 })];
		const decision = routed(priced(), hubs, rule('fewestParcels', { smallestValue: 50 }));
		expect(decision.splitBy).toBe('greedy');
		expect(Object.keys(sent(decision))).toEqual(['ist', 'izm']);
	});

	test('is never reached by an order that is worth too little to be divided', () => {
		const hubs = [stocked('ist', { A: 2, B: 1 }), stocked('ank', { A: 2 })];
		const decision = routed(priced(), hubs, rule('nearest', { smallestValue: 81 }));
		expect(decision).toMatchObject({ hub: null, holdReason: 'inventory_not_present' });
	});

	test('counts goods without a price as nothing', () => {
		const hubs = [stocked('ist', { A: 3 }), stocked('ank', { B: 1 })];
		const prices = new Map([['A', money(50, 'TRY')]]);
		expect(routed(priced({ prices }), hubs, rule('priority', { smallestValue: 1 })).hub).toBeNull();
		expect(routed(priced({ prices }), hubs, rule('priority')).hub).toBe('ist');
	});

	test('is in the currency of the order', () => {
		const hubs = [stocked('ist', { A: 3 }), stocked('ank', { B: 1 })];
		const value = money(160, 'KWD');
		const prices = new Map([
			['A', money(50, 'KWD')],
			['B', money(10, 'KWD')],
		]);
		const by = (smallestValue: number) =>
			routed(priced({ value, prices }), hubs, rule('priority', { smallestValue })).hub;
		expect([by(10), by(10.001)]).toEqual(['ist', null]);
	});
});
