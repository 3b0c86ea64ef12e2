import { quantities } from '../../domain/quantities';
import { route } from '../../domain/route';
import { hub, request, ruleSet } from './support/routes';

const priority = { name: 'priority', strategy: 'priority' } as const;
const nearest = { name: 'nearest', strategy: 'nearest' } as const;
const toAnkara = request({ shipTo: { latitude: 39.93, longitude: 32.86 } });
const short = {
	available: quantities([
		['A', 1],
		['B', 10],
	]),
};
const verdicts = (...[asked, hubs, rules]: Parameters<typeof route>) =>
	Object.fromEntries(route(asked, hubs, rules).verdicts.map(({ hub, why }) => [hub, why]));

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
		expect(verdicts(toAnkara, hubs, ruleSet(nearest))).toEqual({
			konya: '231 km away',
			istanbul: '349 km away',
			unknown: 'distance unknown: coordinates are missing',
		});
	});

	test('keeps the order of the hub map where no distance is known', () => {
		expect(route(request(), [hub('b'), hub('a')], ruleSet(nearest))).toMatchObject({
			hub: 'b',
			runnerUp: 'a',
		});
	});

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

	test('asks the next rule when no hub of the rule before can ship', () => {
		const rules = ruleSet({ ...priority, name: 'own', hubs: ['ist'] }, { ...nearest, name: 'any' });
		expect(route(request(), [hub('ist', short), hub('ank')], rules)).toMatchObject({
			hub: 'ank',
			rule: 'any',
		});
	});

	test('says of every hub why it was taken or not', () => {
		const rules = ruleSet(
			{ ...priority, name: 'coast', hubs: ['short', 'izm', 'closed', 'ist'] },
			priority,
		);
		const hubs = [
			hub('ist'),
			hub('izm'),
			hub('short', short),
			hub('closed', { active: false }),
			hub('ank'),
		];
		expect(verdicts(request(), hubs, rules)).toEqual({
			izm: 'priority 2',
			ist: 'priority 4',
			short: '2 of SKU "A" wanted, 1 free',
			closed: 'the hub is closed',
			ank: 'rule "coast" found a hub and does not name it',
		});
		expect(verdicts(request({ forcedHub: 'izm' }), [hub('ist')], rules)).toEqual({
			ist: "the channel's location asks for izm",
		});
		expect(verdicts(request(), [hub('van')], ruleSet({ ...priority, hubs: ['ist'] }))).toEqual({
			van: 'no rule names it',
		});
	});

	test("counts the priority in the store's hub map, the hubs that cannot ship included", () => {
		const hubs = [hub('ist', short), hub('ank'), hub('izm')];
		expect(verdicts(request(), hubs, ruleSet(priority))).toMatchObject({
			ank: 'priority 2',
			izm: 'priority 3',
		});
	});

	test('names the version of the rule set', () => {
		expect(route(request(), [hub('ist')], ruleSet(priority)).ruleSet).toBe('house@3');
	});

	test.each([
		[
			'stock lacks everywhere',
			[hub('ist', short), hub('ank', short)],
			priority,
			'inventory_not_present',
		],
		['there is no hub', [], priority, 'not_able_to_route'],
		['every hub is closed', [hub('ist', { active: false })], priority, 'not_able_to_route'],
		[
			'no rule names a hub of the store',
			[hub('ist')],
			{ ...priority, hubs: ['van'] },
			'not_able_to_route',
		],
	])('holds the order when %s', (_, hubs, rule, holdReason) => {
		expect(route(request(), hubs, ruleSet(rule))).toMatchObject({
			hub: null,
			rule: null,
			runnerUp: null,
			holdReason,
		});
	});
});
