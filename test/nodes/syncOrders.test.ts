import { templateOf, templatedShop } from '../support/templates';

const template = templateOf('ikas/sync-orders');

const order = { lines: [{ sku: 'A-1', quantity: 1 }] };
const chain = ['Get Page', 'Order Status Map', 'Import', 'Hub Router', 'Sync End'];

describe('the template that syncs the orders of an ikas store', () => {
	const at = templatedShop();
	const tick = () => at.tick(template);

	test('brings a page of orders into the hub, in one item', async () => {
		at.shop.ikas.place([order, order, { ...order, payment: 'WAITING' }]);
		const { outputs, run } = await tick();
		expect(run.data.resultData.error).toBeUndefined();
		expect(chain.map((node) => outputs(node).length)).toEqual([1, 1, 1, 1, 1]);
		const [[done] = []] = outputs('Sync End')[0] ?? [];
		expect(done).toMatchObject({
			answer: 'done',
			counts: { created: 2, parked: 1 },
			routing: { assigned: 2, onHold: 0 },
		});
		const orders = await at.hub('order:getMany');
		expect(orders).toMatchObject([{ hub: 'istanbul' }, { hub: 'istanbul' }]);
	});

	test('costs one call when nothing happened, and none before the interval has passed', async () => {
		const before = at.shop.ikas.calls().length;
		const first = await tick();
		expect(first.outputs('Sync End')).toMatchObject([[[{ answer: 'done' }]]]);
		expect(at.shop.ikas.calls().length - before).toBe(1);
		const second = await tick();
		expect(second.outputs('Sync Begin')).toMatchObject([[[], [{ answer: 'notDue' }]]]);
		expect(at.shop.ikas.calls().length - before).toBe(1);
	});

	test('shows as failed when a page cannot be read, and says when it is tried again', async () => {
		at.shop.ikas.setScopes([]);
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
		expect(await at.hub('sync:getSummary')).toMatchObject([
			{ state: 'idle', lastError: expect.stringContaining('ikas') },
		]);
	});

	test('shows as failed when a page was stored and cannot be routed, and routes it next time', async () => {
		at.shop.ikas.place([order]);
		await at.sql("UPDATE rule_sets SET code = 'away' WHERE code = 'priority'");
		const { run } = await tick();
		expect(run.data.resultData.error?.message).toMatch(/rule set.*tried again at 20/);
		await at.sql("UPDATE rule_sets SET code = 'priority' WHERE code = 'away'");
		await at.becomeDue();
		expect((await tick()).outputs('Sync End')).toMatchObject([[[{ routing: { assigned: 1 } }]]]);
	});

	test('reads the next page in the same execution', async () => {
		await at.reopen({ options: { pagesPerExecution: 5 } });
		at.shop.ikas.place(Array.from({ length: 230 }, () => order));
		const { outputs, handedOver } = await tick();
		expect(outputs('Get Page')).toHaveLength(2);
		expect(handedOver).toEqual([]);
		expect(await at.hub('sync:getSummary')).toMatchObject([
			{ state: 'idle', orders: { new_order: 10, on_hold: 220 } },
		]);
	});

	test('hands the run over to a fresh execution of itself after its share of pages', async () => {
		await at.reopen({ options: { pagesPerExecution: 1 } });
		at.shop.ikas.place(Array.from({ length: 230 }, () => order));
		const first = await tick();
		expect(first.outputs('Get Page')).toHaveLength(1);
		expect(first.handedOver).toMatchObject([{ run: { store: 'ikas' } }]);
		expect((await tick()).outputs('Sync Begin')).toMatchObject([[[], [{ answer: 'running' }]]]);
		const second = await at.tick(template, {
			node: 'Go On With a Run',
			items: [...first.handedOver],
		});
		expect(second.outputs('Sync End')).toMatchObject([[[{ answer: 'done' }]]]);
		const [summary] = await at.hub('sync:getSummary');
		expect(summary).toMatchObject({ orders: { new_order: 10, on_hold: 220 } });
	});

	test('begins the next sync soon in a fresh execution while orders come in, and not while none do', async () => {
		await at.reopen({ busySeconds: 1 });
		at.shop.ikas.place([order]);
		const first = await tick();
		expect(first.outputs('Sync End')).toMatchObject([[[{ answer: 'done' }], [], [{}]]]);
		at.shop.ikas.place([order]);
		const goOn = { node: 'Go On With a Run', items: [...first.handedOver] };
		const second = await at.tick(template, goOn);
		const [[imported] = []] = second.outputs('Import')[0] ?? [];
		expect(imported).toMatchObject({ counts: { created: 1 } });
		await at.becomeDue();
		await at.sql('UPDATE sync_runs SET started_at = started_at - 120000');
		expect((await tick()).handedOver).toEqual([]);
		// A slow machine may need longer for the next line than the second after which it is due.
		await at.sql('UPDATE syncs SET due_at = due_at + 60000');
		expect((await at.tick(template, goOn)).outputs('Sync Begin')).toMatchObject([
			[[], [{ answer: 'notDue' }]],
		]);
	});
});
