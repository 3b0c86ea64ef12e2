import { routed, splitRule as rule } from './support/splits';
import { atNight, byDay, sent, stocked, verdicts, wanting } from './support/routes';

const threeSkus = wanting({ A: 1, B: 1, C: 1 });

describe('an order that no hub has all of', () => {
	test.each([
		['the rule does not split', wanting({ A: 2 }), { name: 'whole', strategy: 'priority' }],
		['the store does not split', wanting({ A: 2 }, { maySplit: false }), rule('priority')],
		[
			"the channel's location asks for one hub",
			wanting({ A: 2 }, { forcedHub: 'ist' }),
			rule('priority'),
		],
	] as const)('is held when %s', (_, request, by) => {
		const hubs = [stocked('ist', { A: 1 }), stocked('ank', { A: 1 })];
		expect(routed(request, hubs, by)).toMatchObject({
			hub: null,
			parcels: [],
			splitBy: null,
			holdReason: 'inventory_not_present',
		});
	});

	test.each([
		[wanting({ A: 2 }), { split: undefined }, 'it does not split orders'],
		[wanting({ A: 2 }, { maySplit: false }), {}, 'the store does not split orders'],
		[wanting({ A: 3 }), {}, 'all of them together lack some of it, too'],
	])('is told why it was not split', (request, change, why) => {
		const hubs = [stocked('ist', { A: 1 }), stocked('ank', { A: 1 })];
		const by = { ...rule('priority'), ...change };
		expect(routed(request, hubs, by).passedOver).toEqual([
			{ rule: 'priority', why: `none of its hubs has everything, and ${why}` },
		]);
	});

	test('leaves from several, the first what it has and the next the rest', () => {
		const hubs = [
			stocked('ist', { A: 3, B: 1 }),
			stocked('ank', { A: 4, B: 5 }),
			stocked('izm', {}),
		];
		const decision = routed(wanting({ A: 5, B: 2 }), hubs, rule('priority'));
		expect(sent(decision)).toEqual({ ist: { A: 3, B: 1 }, ank: { A: 2, B: 1 } });
		expect(decision).toMatchObject({ hub: 'ist', splitBy: 'greedy', holdReason: null });
	});

	test('says of every hub what it has to do with the split', () => {
		const hubs = [
			stocked('ist', { A: 3 }),
			stocked('ank', { A: 2 }),
			stocked('izm', { A: 4 }),
			stocked('van', {}),
		];
		const decision = routed(wanting({ A: 5 }), hubs, rule('priority'));
		expect(verdicts(decision)).toEqual({
			ist: 'priority 1, one of 2 parcels',
			ank: 'priority 2, one of 2 parcels',
			izm: '5 of SKU "A" wanted, 4 free; the others have everything',
			van: '5 of SKU "A" wanted, 0 free',
		});
		expect(decision.verdicts.map(({ taken }) => taken)).toEqual([true, true, false, false]);
		expect(decision.runnerUp).toBe('izm');
	});

	test('is split although a hub that comes first has nothing of it', () => {
		const hubs = [stocked('van', {}), stocked('ist', { A: 1 }), stocked('ank', { A: 1 })];
		const decision = routed(wanting({ A: 2 }), hubs, rule('priority'));
		expect(Object.keys(sent(decision))).toEqual(['ist', 'ank']);
	});

	test('leaves without a hub that the later ones make needless', () => {
		const hubs = [
			stocked('ist', { A: 1 }),
			stocked('ank', { B: 1 }),
			stocked('izm', { A: 1, C: 1 }),
		];
		expect(sent(routed(threeSkus, hubs, rule('priority')))).toEqual({
			ank: { B: 1 },
			izm: { A: 1, C: 1 },
		});
	});

	test.each([
		['nearest', ['near', 'loaded']],
		['mostStock', ['rich', 'near']],
		['leastLoaded', ['idle', 'near']],
	] as const)('leaves from the hubs that %s prefers', (strategy, [first, second]) => {
		const ist = { latitude: 41, longitude: 29 };
		const far = { latitude: 37, longitude: 43, openOrders: 8 };
		const hubs = [
			stocked('idle', { A: 2 }, { ...far, openOrders: 0 }),
			stocked('rich', { A: 3, B: 3 }, far),
			stocked('near', { A: 2, B: 1 }, { ...ist, openOrders: 5 }),
			stocked('loaded', { A: 2 }, { latitude: 40, longitude: 30, openOrders: 9 }),
		];
		const request = wanting({ A: 4, B: 1 });
		const shipTo = { ...request.shipTo, ...ist };
		const decision = routed({ ...request, shipTo }, hubs, rule(strategy));
		expect(Object.keys(sent(decision))).toEqual([first, second]);
	});

	test('leaves in the fewest parcels where that is asked for, however the hubs are sorted', () => {
		const hubs = [
			stocked('ist', { A: 1 }),
			stocked('ank', { B: 1 }),
			stocked('izm', { B: 1, C: 1 }),
			stocked('van', { A: 1, C: 1 }),
		];
		const decision = routed(threeSkus, hubs, rule('fewestParcels'));
		expect(sent(decision)).toEqual({ ist: { A: 1 }, izm: { B: 1, C: 1 } });
		expect(decision).toMatchObject({ splitBy: 'exact', runnerUp: 'ank' });
		const turned = routed(
			threeSkus,
			hubs,
			rule('fewestParcels', {}, { hubs: ['van', 'ank', 'izm', 'ist'] }),
		);
		expect(sent(turned)).toEqual({ van: { A: 1, C: 1 }, ank: { B: 1 } });
	});

	test('tries every set of ten hubs, and of more takes those that have most first', () => {
		const among = (count: number) => {
			const hubs = [
				stocked('e', { E: 1 }),
				stocked('f', { F: 1 }),
				stocked('most', { A: 1, B: 1, C: 1, D: 1 }),
				stocked('left', { A: 1, B: 1, E: 1 }),
				stocked('right', { C: 1, D: 1, F: 1 }),
				...Array.from({ length: count - 5 }, (_, at) => stocked(`h${at}`, { A: 1 })),
			];
			const request = wanting({ A: 1, B: 1, C: 1, D: 1, E: 1, F: 1 });
			const decision = routed(request, hubs, rule('fewestParcels'));
			return [decision.splitBy, ...Object.keys(sent(decision))];
		};
		expect(among(10)).toEqual(['exact', 'left', 'right']);
		expect(among(11)).toEqual(['greedy', 'e', 'f', 'most']);
	});

	test('counts only hubs that have some of it when it counts to ten', () => {
		const idle = Array.from({ length: 20 }, (_, at) => stocked(`h${at}`, { Z: 9 }));
		const hubs = [...idle, stocked('ist', { A: 1 }), stocked('ank', { A: 1 })];
		expect(routed(wanting({ A: 2 }), hubs, rule('fewestParcels')).splitBy).toBe('exact');
	});

	test('leaves from hubs that work now, and from others only where these do not have everything', () => {
		const hubs = [
			stocked('night', { A: 1 }, { workingHours: atNight }),
			stocked('day', { A: 1 }, { workingHours: byDay }),
			stocked('always', { A: 1 }),
		];
		const prefer = { workingHours: 'prefer' } as const;
		for (const strategy of ['priority', 'fewestParcels'] as const) {
			const decision = routed(wanting({ A: 2 }), hubs, rule(strategy, {}, prefer));
			expect(Object.keys(sent(decision))).toEqual(['day', 'always']);
		}
		const all = routed(wanting({ A: 3 }), hubs, rule('priority', {}, prefer));
		expect(Object.keys(sent(all))).toEqual(['day', 'always', 'night']);
		const required = rule('priority', {}, { workingHours: 'require' });
		expect(routed(wanting({ A: 3 }), hubs, required)).toMatchObject({
			hub: null,
			holdReason: 'not_able_to_route',
		});
	});

	test('does not leave from a hub at its limit', () => {
		const hubs = [
			stocked('full', { A: 1 }, { orderLimit: 3, openOrders: 3 }),
			stocked('ist', { A: 1 }),
			stocked('ank', { A: 1 }),
		];
		expect(Object.keys(sent(routed(wanting({ A: 2 }), hubs, rule('priority'))))).toEqual([
			'ist',
			'ank',
		]);
	});
});
