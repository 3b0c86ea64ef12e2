import { openHub } from '../support/hubNodes';
import type { HubNodes } from '../support/hubNodes';

describe('Order Hub, what the hub ships from and by which rules', () => {
	let hub: HubNodes;
	beforeEach(async () => {
		hub = await openHub();
	});
	afterEach(() => hub.close());

	const saved = async (parameters: object) => {
		await hub.run('orderHub', 'ruleSet:save', { parameters: { code: 'mine', ...parameters } });
		return (await hub.ledger.getRuleSet('mine')).rules;
	};

	test('saves a rule as short as it was typed', async () => {
		const rows = [{ name: 'first', strategy: 'priority', hubs: '' }];
		expect(await saved({ rules: { rows } })).toEqual([{ name: 'first', strategy: 'priority' }]);
	});

	test('saves filters, working hours and how an order may be split', async () => {
		const row = {
			name: 'big city',
			strategy: 'fewestParcels',
			hubs: 'ankara, istanbul',
			filters: {
				rows: [
					{ field: 'postcode', is: 'include', values: '34000-34999, 06*' },
					{ field: 'tag', is: 'exclude', values: 'fragile' },
				],
			},
			workingHours: 'require',
			split: true,
			splitOptions: { mostParcels: 3 },
		};
		expect(await saved({ rules: { rows: [row] } })).toEqual([
			{
				name: 'big city',
				strategy: 'fewestParcels',
				hubs: ['ankara', 'istanbul'],
				filters: [
					{ field: 'postcode', is: 'include', values: ['34000-34999', '06*'] },
					{ field: 'tag', is: 'exclude', values: ['fragile'] },
				],
				workingHours: 'require',
				split: { smallestValue: 0, mostParcels: 3 },
			},
		]);
	});

	test('takes a whole rule set as JSON, and says which part of it cannot be read', async () => {
		const rules = [
			{ name: 'a', strategy: 'nearest', split: { smallestValue: 500 } },
			{ name: 'b', strategy: 'priority', hubs: ['ankara'] },
		];
		const json = (value: unknown) => ({ rulesInput: 'json', rulesJson: JSON.stringify(value) });
		expect(await saved(json(rules))).toEqual([
			{ ...rules[0], split: { smallestValue: 500, mostParcels: null } },
			rules[1],
		]);
		const wrong = [rules[0], { name: 'b', strategy: 'cheapest' }];
		await expect(saved(json(wrong))).rejects.toThrow(/rulesJson.*1: strategy.*cheapest/);
		await expect(saved({ rulesInput: 'json', rulesJson: '[{' })).rejects.toThrow(/rulesJson/);
	});

	test('saves how many orders a hub takes and when it works, or neither', async () => {
		const hours = {
			timeZone: 'Europe/Istanbul',
			days: [1, 6],
			opens: '08:30',
			closes: '17:00',
			cutOff: '15:00',
		};
		const limited = {
			parameters: {
				code: 'izmir',
				name: 'İzmir',
				workingHours: { hours },
				options: { orderLimit: 40 },
			},
		};
		expect(await hub.items('orderHub', 'hub:save', limited)).toMatchObject([
			{ orderLimit: 40, workingHours: hours },
		]);
		const open = { parameters: { code: 'izmir', name: 'İzmir' } };
		await hub.run('orderHub', 'hub:save', open);
		const hubs = await hub.items('orderHub', 'hub:getMany');
		expect(hubs.find(({ code }) => code === 'izmir')).toMatchObject({
			orderLimit: null,
			workingHours: null,
		});
	});

	test('takes no cut-off where none was entered', async () => {
		const hours = { timeZone: 'Europe/Istanbul', days: [1], opens: '09:00', closes: '18:00' };
		const parameters = { code: 'izmir', name: 'İzmir', workingHours: { hours } };
		expect(await hub.items('orderHub', 'hub:save', { parameters })).toMatchObject([
			{ workingHours: { ...hours, cutOff: null } },
		]);
	});
});
