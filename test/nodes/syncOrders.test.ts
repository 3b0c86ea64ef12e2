import { readFileSync } from 'node:fs';
import type { IDataObject, IWorkflowBase } from 'n8n-workflow';
import { execute } from '../support/engine';
import { connectedShop, picked } from '../support/shop';
import type { Shop } from '../support/shop';

const template = JSON.parse(
	readFileSync(`${__dirname}/../../workflows/ikas/sync-orders.json`, 'utf8'),
) as IWorkflowBase;

const store = { parameters: { store: picked('ikas') } };
const order = { lines: [{ sku: 'A-1', quantity: 1 }] };
const chain = ['Get Page', 'Order Status Map', 'Import', 'Hub Router', 'Sync End'];

describe('the template that syncs the orders of an ikas store', () => {
	let shop: Shop;
	const open = async (settings: IDataObject = {}) => {
		shop = await connectedShop({}, settings);
	};
	afterEach(() => shop.close());

	const tick = () => execute(template, shop.credentials, { node: 'Every Minute' });

	test('brings a page of orders into the hub, in one item', async () => {
		await open();
		shop.ikas.place([order, order, { ...order, payment: 'WAITING' }]);
		const { outputs, run } = await tick();
		expect(run.data.resultData.error).toBeUndefined();
		expect(chain.map((node) => outputs(node).length)).toEqual([1, 1, 1, 1, 1]);
		const [[done] = []] = outputs('Sync End')[0] ?? [];
		expect(done).toMatchObject({
			answer: 'done',
			counts: { created: 2, parked: 1 },
			routing: { assigned: 2, onHold: 0 },
		});
		const orders = await shop.items('orderHub', 'order:getMany', store);
		expect(orders).toMatchObject([{ hub: 'istanbul' }, { hub: 'istanbul' }]);
	});

	test('costs one call when nothing happened, and none before the interval has passed', async () => {
		await open();
		const before = shop.ikas.calls().length;
		const first = await tick();
		expect(first.outputs('Sync End')).toMatchObject([[[{ answer: 'done' }]]]);
		expect(shop.ikas.calls().length - before).toBe(1);
		const second = await tick();
		expect(second.outputs('Sync Begin')).toMatchObject([[[], [{ answer: 'notDue' }]]]);
		expect(shop.ikas.calls().length - before).toBe(1);
	});

	test('shows as failed when a page cannot be read, and says when it is tried again', async () => {
		await open();
		shop.ikas.setScopes([]);
		const { outputs, run } = await tick();
		expect(outputs('Get Page')).toMatchObject([
			[
				[],
				[
					{
						run: { store: 'ikas' },
						error: expect.any(String),
						details: { kind: expect.any(String) },
					},
				],
			],
		]);
		expect(outputs('Import')).toEqual([]);
		expect(run.data.resultData.error?.message).toMatch(/tried again at 20/);
		expect(await shop.items('orderHub', 'sync:getSummary', store)).toMatchObject([
			{ state: 'idle', lastError: expect.stringContaining('ikas') },
		]);
	});

	test('reads the next page in the same execution', async () => {
		await open({ options: { pagesPerExecution: 5 } });
		shop.ikas.place(Array.from({ length: 230 }, () => order));
		const { outputs, handedOver } = await tick();
		expect(outputs('Get Page')).toHaveLength(2);
		expect(handedOver).toEqual([]);
		expect(await shop.items('orderHub', 'sync:getSummary', store)).toMatchObject([
			{ state: 'idle', orders: { new_order: 10, on_hold: 220 } },
		]);
	});

	test('hands the run over to a fresh execution of itself after its share of pages', async () => {
		await open({ options: { pagesPerExecution: 1 } });
		shop.ikas.place(Array.from({ length: 230 }, () => order));
		const first = await tick();
		expect(first.outputs('Get Page')).toHaveLength(1);
		expect(first.handedOver).toMatchObject([{ run: { store: 'ikas' } }]);
		expect((await tick()).outputs('Sync Begin')).toMatchObject([[[], [{ answer: 'running' }]]]);
		const second = await execute(template, shop.credentials, {
			node: 'Go On With a Run',
			items: [...first.handedOver],
		});
		expect(second.outputs('Sync End')).toMatchObject([[[{ answer: 'done' }]]]);
		const [summary] = await shop.items('orderHub', 'sync:getSummary', store);
		expect(summary).toMatchObject({ orders: { new_order: 10, on_hold: 220 } });
	});
});

test('the template carries names of credentials, no ids, and is off', () => {
	const used = template.nodes.flatMap(({ credentials }) => Object.entries(credentials ?? {}));
	expect(new Set(used.map(([type, { id, name }]) => `${type} ${name} ${id}`))).toEqual(
		new Set(['ikasChannelApi ikas null', 'orderHubLedgerApi Order Hub Ledger null']),
	);
	expect(template).toMatchObject({
		active: false,
		settings: { executionOrder: 'v1', saveDataSuccessExecution: 'none' },
	});
});

test('the store is named in one place only', () => {
	const named = template.nodes.filter(({ parameters }) =>
		JSON.stringify(parameters.store)?.includes('"ikas"'),
	);
	expect(named.map(({ name }) => name)).toEqual(['Sync Begin']);
});
