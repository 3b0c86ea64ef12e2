import { ledgerIn } from '../../nodes/shared/ledgerOf';
import { ikasGoods } from '../support/ikasGoods';
import { dyingAfter, store, templateOf, templatedShop } from '../support/templates';

const template = templateOf('ikas/push-inventory');
const field = 'saveProductStockLocations';

describe('the template that pushes stock to an ikas store', () => {
	const at = templatedShop();
	const { offerMany, offer } = ikasGoods(() => at.shop);

	const importListings = async () => {
		const items = await at.shop.items('ikas', 'listing:getMany', {
			parameters: { returnAll: true },
		});
		await at.shop.run('orderHub', 'listing:import', { parameters: store, items });
	};

	const count = async (onHand: number, skus: readonly string[], hub = 'istanbul') => {
		const ledger = await ledgerIn(at.shop.stored.orderHubLedgerApi);
		await ledger.setStock(skus.map((sku) => ({ seller: 'lale', sku, hub, onHand })));
	};

	/** So many SKUs, for sale on ikas, listed in the hub and counted. */
	const furnish = async (many: number, onHand = 7, hubs = ['istanbul']) => {
		offerMany(many);
		await importListings();
		const skus = Array.from({ length: many }, (_, index) => `S-${index}`);
		for (const hub of hubs) await count(onHand, skus, hub);
	};

	const due = async () => {
		await at.becomeDue();
		return await at.tick(template);
	};

	/** Rows that reached ikas meanwhile, by call. */
	const sent = async (work: () => Promise<unknown>) => {
		const calls = await at.callsOf(work);
		return calls
			.filter(({ fields }) => fields.includes(field))
			.map(
				({ variables }) =>
					(variables as { input: { productStockLocationInputs: unknown[] } }).input
						.productStockLocationInputs.length,
			);
	};

	const shown = (sku: string, location = 0) =>
		at.shop.ikas
			.stock()
			.find((one) => one.sku === sku && one.location === at.shop.locations[location])?.quantity;

	const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

	test('sends everything once, then only what changed, and nothing where nothing did', async () => {
		await furnish(500);
		const first = await sent(async () => {
			const { outputs } = await due();
			expect(outputs('Sync End')).toMatchObject([
				[[{ answer: 'done', counts: { stored: 500, refused: 0, unsent: 0 } }]],
			]);
		});
		expect(sum(first)).toBe(500);
		expect(shown('S-499')).toBe(7);
		await count(3, ['S-5', 'S-250', 'S-499']);
		expect(await sent(due)).toEqual([3]);
		expect(['S-5', 'S-250', 'S-499', 'S-6'].map((sku) => shown(sku))).toEqual([3, 3, 3, 7]);
		expect(await at.callsOf(due)).toEqual([]);
	});

	test('asks the ledger only, and does nothing before the interval has passed', async () => {
		await furnish(1);
		await at.tick(template);
		await count(3, ['S-0']);
		const calls = await at.callsOf(async () => {
			const { outputs } = await at.tick(template);
			expect(outputs('Sync Begin')).toMatchObject([[[], [{ answer: 'notDue' }]]]);
		});
		expect(calls).toEqual([]);
	});

	test('makes an exception of a row that ikas refuses, and stores the others', async () => {
		await furnish(3);
		const [product] = at.shop.ikas.seed([{ name: 'gone', variants: [{ sku: 'S-9' }] }]);
		await importListings();
		await count(7, ['S-9']);
		const variants = [{ sku: 'S-9', deleted: true }];
		at.shop.ikas.seed([{ id: product?.id, name: 'gone', variants, deleted: true }]);
		const { outputs } = await due();
		expect(outputs('Sync End')).toMatchObject([
			[[{ answer: 'done', counts: { stored: 3, refused: 1 } }]],
		]);
		expect(['S-0', 'S-1', 'S-2'].map((sku) => shown(sku))).toEqual([7, 7, 7]);
		expect(await at.hub('exception:getMany')).toMatchObject([
			{ kind: 'stock_refused', payload: { sku: 'S-9' } },
		]);
		expect(await sent(due)).toEqual([]);
	});

	test('repeats what a run had sent that died before it could confirm', async () => {
		await furnish(3);
		expect(await sent(() => at.tick(dyingAfter(template, 'Push Stock')))).toEqual([3]);
		await at.sql("UPDATE syncs SET lease_until = 1 WHERE kind = 'inventory'");
		await count(9, ['S-0']);
		expect(await sent(() => at.tick(template))).toEqual([3]);
		expect(['S-0', 'S-1', 'S-2'].map((sku) => shown(sku))).toEqual([9, 7, 7]);
		expect(await sent(due)).toEqual([]);
	});

	test('goes on where there are more rows than one page holds', async () => {
		await furnish(510, 7, ['istanbul', 'ankara']);
		const { outputs } = await due();
		const counts = outputs('Confirm').map(([items]) => items?.[0]?.counts);
		expect(counts).toMatchObject([{ stored: 1000 }, { stored: 20 }]);
		expect([shown('S-509'), shown('S-509', 1)]).toEqual([7, 7]);
	});

	test('hands the run over to a fresh execution of itself after its share of pages', async () => {
		await at.reopen({ options: { pagesPerExecution: 1 } });
		await furnish(510, 7, ['istanbul', 'ankara']);
		const first = await due();
		expect(first.handedOver).toMatchObject([{ run: { store: 'ikas', kind: 'inventory' } }]);
		const items = [...first.handedOver];
		const second = await at.tick(template, { node: 'Go On With a Run', items });
		expect(second.outputs('Sync End')).toMatchObject([
			[[{ answer: 'done', counts: { stored: 20 } }]],
		]);
	});

	test('shows as failed when ikas takes nothing, and says when it is tried again', async () => {
		offer('A-1');
		await importListings();
		at.shop.ikas.setScopes(['READ_ORDERS']);
		const { outputs, run } = await due();
		expect(outputs('Confirm')).toEqual([]);
		expect(run.data.resultData.error?.message).toMatch(/permission.*tried again at 20/s);
	});
});
