import { dyingAfter, templateOf, templatedShop } from '../support/templates';

const template = templateOf('ikas/sync-catalog');

describe('the template that syncs the catalog of an ikas store', () => {
	const at = templatedShop();
	const tick = () => at.tick(template);

	/** Products of one variant each; null for one without a SKU. */
	const sell = (...skus: readonly (string | null)[]) =>
		at.shop.ikas.seed(skus.map((sku, n) => ({ name: `Shirt ${n}`, variants: [{ sku }] })));
	const listed = async () =>
		(await at.hub('listing:getMany', { returnAll: true })).map(
			({ title, sku, state }) => `${String(title)} ${String(sku)} ${String(state)}`,
		);

	test('brings the listings into the hub, in one item, and says what it left out', async () => {
		sell('A-1', null, 'A-2 ');
		const { outputs, run } = await tick();
		expect(run.data.resultData.error).toBeUndefined();
		const chain = ['Get Page', 'Import', 'Sync End'];
		expect(chain.map((node) => outputs(node).length)).toEqual([1, 1, 1]);
		expect(outputs('Sync End')).toMatchObject([
			[[{ answer: 'done', counts: { created: 1, skipped: 2 }, next: null }]],
		]);
		expect((await listed()).sort()).toEqual([
			'Shirt 0 A-1 linked',
			'Shirt 1 null skipped',
			'Shirt 2 null skipped',
		]);
	});

	test('costs no call before the interval has passed', async () => {
		await tick();
		const calls = await at.callsOf(async () => {
			expect((await tick()).outputs('Sync Begin')).toMatchObject([[[], [{ answer: 'notDue' }]]]);
		});
		expect(calls).toEqual([]);
		await at.becomeDue();
		expect((await tick()).outputs('Sync End')).toMatchObject([[[{ answer: 'done' }]]]);
	});

	test('does nothing while Catalog Sync is off', async () => {
		await at.reopen({ catalogSync: false });
		expect((await tick()).outputs('Sync Begin')).toMatchObject([[[], [{ answer: 'off' }]]]);
	});

	test('shows as failed when a page cannot be read, and says when it is tried again', async () => {
		at.shop.ikas.setScopes([]);
		const { outputs, run } = await tick();
		expect(outputs('Import')).toEqual([]);
		expect(run.data.resultData.error?.message).toMatch(/tried again at 20/);
	});

	test('hands the run over to a fresh execution of itself after its share of pages', async () => {
		await at.reopen({ options: { pagesPerExecution: 1 } });
		sell(...Array.from({ length: 230 }, (_, n) => `S-${n}`));
		const first = await tick();
		expect(first.handedOver).toMatchObject([{ run: { store: 'ikas', kind: 'catalog' } }]);
		const second = await at.tick(template, {
			node: 'Go On With a Run',
			items: [...first.handedOver],
		});
		expect(second.outputs('Sync End')).toMatchObject([[[{ answer: 'done' }]]]);
		expect(await listed()).toHaveLength(230);
	});

	test.each(['Get Page', 'Import'])(
		'loses and doubles nothing when n8n dies behind %s',
		async (node) => {
			await at.reopen({ options: { pagesPerExecution: 5 } });
			sell(...Array.from({ length: 230 }, (_, n) => (n === 7 ? null : `S-${n}`)));
			await at.tick(dyingAfter(template, node));
			await at.becomeDue();
			await tick();
			const found = await listed();
			expect([found.length, new Set(found).size]).toEqual([230, 230]);
			expect(await at.sql("SELECT COUNT(*) AS n FROM skus WHERE sku LIKE 'S-%'")).toEqual([
				{ n: 229 },
			]);
		},
	);
});
