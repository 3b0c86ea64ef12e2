import { quantities } from '../../domain/quantities';
import { route } from '../../domain/route';
import { atNight, byDay, hub, request, ruleSet, verdicts } from './support/routes';

const priority = { name: 'priority', strategy: 'priority' } as const;
const short = {
	available: quantities([
		['A', 1],
		['B', 10],
	]),
};

describe('an order for hubs that are closed, full, off duty or short of stock', () => {
	test.each([
		['ignore', 'night', 'priority 1'],
		[
			'prefer',
			'day',
			'priority 1, outside its working hours until 2026-03-02 22:00 Europe/Istanbul',
		],
		['require', 'day', 'outside its working hours until 2026-03-02 22:00 Europe/Istanbul'],
	] as const)(
		'is routed to hubs whose working hours the rule is to %s',
		(workingHours, taken, said) => {
			const hubs = [hub('night', { workingHours: atNight }), hub('day', { workingHours: byDay })];
			const rules = ruleSet({ ...priority, workingHours });
			expect(route(request(), hubs, rules).hub).toBe(taken);
			expect(verdicts(route(request(), hubs, rules))).toMatchObject({ night: said });
		},
	);

	test('leaves whole from a hub outside its hours where hours are preferred and no other has everything', () => {
		const hubs = [
			hub('night', { workingHours: atNight }),
			hub('day', { ...short, workingHours: byDay }),
		];
		const rule = { ...priority, split: { smallestValue: 0, mostParcels: null } };
		expect(route(request(), hubs, ruleSet({ ...rule, workingHours: 'prefer' }))).toMatchObject({
			hub: 'night',
			splitBy: null,
		});
	});

	test.each([
		['stock lacks everywhere', [hub('ist', short), hub('ank', short)], {}, 'inventory_not_present'],
		['there is no hub', [], {}, 'not_able_to_route'],
		['every hub is closed', [hub('ist', { active: false })], {}, 'not_able_to_route'],
		['no rule names a hub of the store', [hub('ist')], { hubs: ['van'] }, 'not_able_to_route'],
		[
			'no rule fits it',
			[hub('ist', short)],
			{ filters: [{ field: 'country', is: 'include', values: ['DE'] }] },
			'not_able_to_route',
		],
		['every hub is full', [hub('ist', { orderLimit: 0 })], {}, 'not_able_to_route'],
		[
			'the hub that has everything is full',
			[hub('ist', { orderLimit: 0 }), hub('ank', short)],
			{},
			'not_able_to_route',
		],
		[
			'every hub is full and lacks stock, too',
			[hub('ist', { ...short, orderLimit: 0 })],
			{},
			'inventory_not_present',
		],
		[
			'no hub that has everything works now',
			[hub('ist', { workingHours: atNight }), hub('ank', short)],
			{ workingHours: 'require' },
			'not_able_to_route',
		],
		[
			'no hub works now, and none has everything',
			[hub('ist', { ...short, workingHours: atNight })],
			{ workingHours: 'require' },
			'inventory_not_present',
		],
	] as const)('is held when %s', (_, hubs, change, holdReason) => {
		const decision = route(request(), hubs, ruleSet({ ...priority, ...change }));
		expect(decision).toMatchObject({
			hub: null,
			parcels: [],
			splitBy: null,
			rule: null,
			runnerUp: null,
			holdReason,
		});
		expect(decision.passedOver.map(({ rule }) => rule)).toEqual(['priority']);
	});

	test('is told that no hub of a rule works now', () => {
		const hubs = [hub('ist', { workingHours: atNight })];
		expect(
			route(request(), hubs, ruleSet({ ...priority, workingHours: 'require' })).passedOver,
		).toEqual([{ rule: 'priority', why: 'none of its hubs works now' }]);
	});
});
