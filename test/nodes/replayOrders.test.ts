import type { IDataObject } from 'n8n-workflow';
import { openHub, store, type HubNodes } from '../support/hubNodes';
import { placedAgo } from '../support/replaying';
import { picked } from '../support/shop';
import { dyingAfter, templateOf, tick } from '../support/templates';

describe("Order Hub, last days' orders by other rules", () => {
	let hub: HubNodes;
	beforeEach(async () => {
		hub = await openHub();
		await hub.take(placedAgo('1', 30), placedAgo('2', 20));
		await hub.route();
	});
	afterEach(() => hub.close());

	const replay = (parameters: IDataObject) =>
		hub.items('orderHub', 'ruleSet:replayOrders', { parameters: { ...store, ...parameters } });
	const rows = [{ name: 'near', strategy: 'nearest' }];

	test('are compared in one item, from rows as they are saved', async () => {
		const items = await replay({ rules: { rows } });
		expect(items).toMatchObject([
			{
				...{ orders: 2, changed: 2, stock: 'replayed', draftRules: 'draft' },
				actual: { orders: 2 },
				hubs: [
					{ hub: 'ankara', inForce: { orders: 0 }, draft: { orders: 2 } },
					{ hub: 'istanbul', inForce: { orders: 2 }, draft: { orders: 0 } },
				],
			},
		]);
		expect(items[0]).not.toHaveProperty('changes');
		const rulesJson = JSON.stringify(rows);
		expect(await replay({ rulesInput: 'json', rulesJson })).toMatchObject([{ changed: 2 }]);
	});

	test('that would change are items of their own', async () => {
		const parameters = { rules: { rows }, output: 'changed', replayStores: 'all' };
		expect(await replay(parameters)).toMatchObject([
			{ store: 'ikas-tr', order: '2', draft: { hubs: ['ankara'], rule: 'near' } },
			{ order: '1', inForce: { hubs: ['istanbul'], rule: 'priority' } },
		]);
	});

	test('are asked what a saved rule set would make of them', async () => {
		await hub.ledger.saveRuleSet({ code: 'own', rules: [{ name: 'a', strategy: 'nearest' }] });
		await hub.ledger.saveRuleSet({ code: 'own', rules: [{ name: 'a', strategy: 'priority' }] });
		const saved = { rulesInput: 'saved', ruleSet: picked('own') };
		expect(await replay(saved)).toMatchObject([{ draftRules: 'own@2', changed: 0 }]);
		const options = { version: 1, most: 1 };
		expect(await replay({ ...saved, options, replayStock: 'unlimited' })).toMatchObject([
			{ draftRules: 'own@1', changed: 1, orders: 1, hasMore: true, stock: 'unlimited' },
		]);
	});

	test('say what is wrong with the rules', async () => {
		const named = [{ name: 'a', strategy: 'priority', hubs: 'mars' }];
		await expect(replay({ rules: { rows: named } })).rejects.toThrow(/there is no hub "mars"/);
		await expect(replay({ rulesInput: 'json', rulesJson: '[{' })).rejects.toThrow(/rulesJson/);
		await expect(replay({ rules: { rows }, days: 40 })).rejects.toThrow(/from 1 to 31/);
	});

	test('are compared by the template as its form asks, and faults of the rules leave by another way', async () => {
		const template = dyingAfter(templateOf('hub/replay-orders'), 'Compare');
		const form = { store: 'ikas-tr', days: '7', rules: JSON.stringify(rows) };
		const done = await tick(template, hub.credentials, {
			node: 'Compare',
			items: [form, { ...form, rules: '[]' }],
		});
		expect(done.outputs('Compare')).toMatchObject([
			[[{ orders: 2, changed: 2 }], [{ error: expect.stringContaining('There is no rule') }]],
		]);
	});
});
