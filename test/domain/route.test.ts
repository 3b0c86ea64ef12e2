import { quantities } from '../../domain/quantities';
import { route } from '../../domain/route';
import { hub, request, ruleSet, stocked, verdicts } from './support/routes';

const priority = { name: 'priority', strategy: 'priority' } as const;
const nearest = { name: 'nearest', strategy: 'nearest' } as const;
const toAnkara = request({ shipTo: { ...request().shipTo, latitude: 39.93, longitude: 32.86 } });
const short = {
	available: quantities([
		['A', 1],
		['B', 10],
	]),
};
const saidBy = (...asked: Parameters<typeof route>) => verdicts(route(...asked));

describe('route', () => {
	test('takes the first hub of the hub map that has everything', () => {
		const decision = route(
			request(),
			[hub('ist', short), hub('ank'), hub('izm')],
			ruleSet(priority),
		);
		expect(decision).toMatchObject({
			hub: 'ank',
			runnerUp: 'izm',
			rule: 'priority',
			holdReason: null,
		});
	});

	test('plans one parcel with everything, and counts none', () => {
		expect(route(request(), [hub('ist')], ruleSet(priority))).toMatchObject({
			parcels: [
				{
					hub: 'ist',
					contents: [
						['A', 2],
						['B', 1],
					],
				},
			],
			splitBy: null,
		});
	});

	test('takes the hubs in the order of the rule', () => {
		const rule = { ...priority, hubs: ['izm', 'ank'] };
		expect(route(request(), [hub('ank'), hub('izm')], ruleSet(rule))).toMatchObject({
			hub: 'izm',
			runnerUp: 'ank',
		});
	});

	test('takes the nearest hub, and one without coordinates last', () => {
		const hubs = [
			hub('unknown'),
			hub('istanbul', { latitude: 41.01, longitude: 28.98 }),
			hub('konya', { latitude: 37.87, longitude: 32.48 }),
		];
		expect(route(toAnkara, hubs, ruleSet(nearest))).toMatchObject({
			hub: 'konya',
			runnerUp: 'istanbul',
		});
		expect(saidBy(toAnkara, hubs, ruleSet(nearest))).toEqual({
			konya: '231 km away',
			istanbul: '349 km away',
			unknown: 'distance unknown: coordinates are missing',
		});
	});

	test('takes the hub with the most units of what is wanted, whatever else it has', () => {
		const hubs = [
			stocked('ist', { A: 2, B: 9, C: 99 }),
			stocked('ank', { A: 6, B: 6 }),
			stocked('izm', { A: 1, B: 99 }),
		];
		const rule = { name: 'most', strategy: 'mostStock' } as const;
		expect(route(request(), hubs, ruleSet(rule))).toMatchObject({ hub: 'ank', runnerUp: 'ist' });
		expect(saidBy(request(), hubs, ruleSet(rule))).toMatchObject({
			ist: "units of the order's SKUs free: 11",
			ank: "units of the order's SKUs free: 12",
		});
	});

	test('takes the hub with the fewest open orders', () => {
		const hubs = [hub('ist', { openOrders: 7 }), hub('ank', { openOrders: 3 })];
		const rule = { name: 'least', strategy: 'leastLoaded' } as const;
		expect(route(request(), hubs, ruleSet(rule))).toMatchObject({ hub: 'ank', runnerUp: 'ist' });
		expect(saidBy(request(), hubs, ruleSet(rule))).toEqual({
			ist: 'open orders: 7',
			ank: 'open orders: 3',
		});
	});

	test.each(['nearest', 'mostStock', 'leastLoaded', 'fewestParcels'] as const)(
		'keeps the order of the rule, else of the hub map, where %s knows no better',
		(strategy) => {
			const hubs = [hub('b'), hub('a'), hub('c')];
			const rule = { name: 'equal', strategy };
			expect(route(request(), hubs, ruleSet(rule))).toMatchObject({ hub: 'b', runnerUp: 'a' });
			expect(route(request(), hubs, ruleSet({ ...rule, hubs: ['c', 'a', 'b'] }))).toMatchObject({
				hub: 'c',
				runnerUp: 'a',
			});
		},
	);

	test("takes only the hub that the channel's location stands for", () => {
		const asked = request({ forcedHub: 'ank' });
		expect(route(asked, [hub('ist'), hub('ank')], ruleSet(priority))).toMatchObject({
			hub: 'ank',
			runnerUp: null,
		});
		expect(route(asked, [hub('ist'), hub('ank', short)], ruleSet(priority))).toMatchObject({
			hub: null,
			holdReason: 'inventory_not_present',
		});
	});

	test('asks the next rule when no hub of the rule before can ship, and says why', () => {
		const rules = ruleSet(
			{ ...priority, name: 'own', hubs: ['ist'] },
			{ ...priority, name: 'far', hubs: ['van'] },
			{ ...nearest, name: 'any' },
			{ ...priority, name: 'later' },
		);
		expect(route(request(), [hub('ist', short), hub('ank')], rules)).toMatchObject({
			hub: 'ank',
			rule: 'any',
			passedOver: [
				{ rule: 'own', why: 'none of its hubs has everything, and it does not split orders' },
				{ rule: 'far', why: 'none of its hubs may take the order' },
			],
		});
	});

	test('says of every hub why it was taken or not', () => {
		const rules = ruleSet(
			{ ...priority, name: 'coast', hubs: ['short', 'izm', 'closed', 'ist', 'full'] },
			priority,
		);
		const hubs = [
			hub('ist'),
			hub('izm'),
			hub('short', short),
			hub('closed', { active: false }),
			hub('full', { openOrders: 5, orderLimit: 5 }),
			hub('ank'),
		];
		expect(saidBy(request(), hubs, rules)).toEqual({
			izm: 'priority 2',
			ist: 'priority 4',
			short: '2 of SKU "A" wanted, 1 free',
			closed: 'the hub is closed',
			full: 'its limit of open orders is 5, it has 5',
			ank: 'rule "coast" found a hub and does not name it',
		});
		expect(saidBy(request({ forcedHub: 'izm' }), [hub('ist')], rules)).toEqual({
			ist: "the channel's location asks for izm",
		});
		expect(saidBy(request(), [hub('van')], ruleSet({ ...priority, hubs: ['ist'] }))).toEqual({
			van: 'no rule that fits the order names it',
		});
	});

	test("counts the priority in the store's hub map, the hubs that cannot ship included", () => {
		const hubs = [hub('ist', short), hub('ank', { active: false }), hub('izm')];
		expect(saidBy(request(), hubs, ruleSet(priority))).toMatchObject({ izm: 'priority 3' });
	});

	test('names the version of the rule set', () => {
		expect(route(request(), [hub('ist')], ruleSet(priority)).ruleSet).toBe('house@3');
	});

	test('gives a hub orders up to its limit', () => {
		const full = (openOrders: number) =>
			route(request(), [hub('ist', { openOrders, orderLimit: 2 }), hub('ank')], ruleSet(priority));
		expect([1, 2, 3].map((orders) => full(orders).hub)).toEqual(['ist', 'ank', 'ank']);
	});
});
