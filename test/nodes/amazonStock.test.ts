import { ledgerIn } from '../../nodes/shared/ledgerOf';
import type { AmazonCall } from '../../sandbox/amazonSellerFlex/types';
import { amazonShops, catalogOf, mapped } from '../support/amazonNodes';
import { dyingAfter, templateOf } from '../support/templates';

const template = templateOf('amazonSellerFlex/push-inventory');

const rowsIn = ({ body }: AmazonCall) => (body as { requests: readonly unknown[] }).requests.length;

describe('the template that pushes stock to Amazon', () => {
	const at = amazonShops({}, { hubMapping: mapped({ EXSB: 'sharjah' }) });

	const count = async (onHand: number, skus: readonly string[], hub = 'sharjah') => {
		const ledger = await ledgerIn(at.shop.stored.orderHubLedgerApi);
		await ledger.setStock(skus.map((sku) => ({ seller: 'noor', sku, hub, onHand })));
	};
	/** So many SKUs, listed on Amazon, in the catalog of the store and counted. */
	async function furnish(many: number, onHand = 7): Promise<readonly string[]> {
		const skus = Array.from({ length: many }, (_, index) => `S-${index}`);
		at.amazon.seed(skus.map((sku) => ({ sku })));
		await at.shop.upload(catalogOf(...skus));
		await count(onHand, skus);
		return skus;
	}
	const due = async () => {
		await at.shop.becomeDue();
		return await at.shop.tick(template);
	};
	const shown = (sku: string, location = 'EXSB') =>
		at.amazon.stock().find((one) => one.sku === sku && one.location === location);

	beforeEach(() => at.amazon.seed([{ sku: 'MUG' }]));

	test('tells a thousand SKUs in a hundred calls, then only what changed, and nothing where nothing did', async () => {
		const skus = await furnish(999);
		const first = await at.shop.callsOf(async () => {
			const { outputs } = await due();
			expect(outputs('Sync End').at(-1)).toMatchObject([
				[{ answer: 'done', counts: { refused: 0, unsent: 0 } }],
			]);
		});
		expect(first.map(({ kind }) => kind)).toEqual(Array(100).fill('batchInventory'));
		expect(first.map(rowsIn)).toEqual(Array(100).fill(10));
		expect(skus.every((sku) => shown(sku)?.quantity === 7)).toBe(true);
		await count(3, ['S-5', 'S-250', 'S-998']);
		expect((await at.shop.callsOf(due)).map(rowsIn)).toEqual([3]);
		expect(shown('S-998')?.quantity).toBe(3);
		expect(await at.shop.callsOf(due)).toEqual([]);
	});

	test('tells only what is in the catalog, and lists what lacks an ASIN as skipped, with the reason', async () => {
		await at.shop.upload('seller sku,asin\nMUG,B0EXAMPL00\nCUP,\n');
		await count(4, ['CUP', 'JUG']);
		at.amazon.seed([{ sku: 'CUP' }, { sku: 'JUG' }]);
		await due();
		expect(at.amazon.stock().map(({ sku }) => sku)).toEqual(['MUG']);
		const skipped = await at.shop.hub('listing:getMany', { filters: { state: 'skipped' } });
		expect(skipped).toMatchObject([
			{ listing: 'CUP', state: 'skipped', reason: expect.stringContaining('no ASIN') },
		]);
	});

	test('numbers what it tells, and each number is above the one before, also of what is sent again', async () => {
		await at.shop.tick(dyingAfter(template, 'Push Stock'));
		await due();
		await count(8, ['MUG']);
		await due();
		const sequences = (shown('MUG')?.updates ?? []).map(({ sequence }) => sequence);
		expect(sequences).toHaveLength(3);
		expect(sequences.every((one, index) => index === 0 || one > (sequences[index - 1] ?? 0))).toBe(
			true,
		);
		expect(shown('MUG')?.quantity).toBe(8);
	});

	test('makes an exception of a row that Amazon refuses, with what to do, and stores the others', async () => {
		await at.shop.upload(catalogOf('MUG', 'GONE', 'BULKY'));
		await count(2, ['GONE', 'BULKY']);
		at.amazon.seed([{ sku: 'BULKY', hasDimensions: false }]);
		const { outputs } = await due();
		expect(outputs('Sync End')).toMatchObject([
			[[{ answer: 'done', counts: { stored: 1, refused: 2 } }]],
		]);
		expect(shown('MUG')?.quantity).toBe(10);
		const exceptions = await at.shop.hub('exception:getMany');
		expect(exceptions.map(({ payload, cause }) => ({ payload, cause }))).toEqual(
			expect.arrayContaining([
				{
					payload: expect.objectContaining({ sku: 'GONE' }),
					cause: expect.stringMatching(/INVALID_SKU.*List the SKU/),
				},
				{
					payload: expect.objectContaining({ sku: 'BULKY' }),
					cause: expect.stringMatching(/Complete size and weight/),
				},
			]),
		);
		expect(await at.shop.callsOf(due)).toEqual([]);
	});

	test('sends again what Amazon could not take at the moment', async () => {
		at.amazon.setFaults({ rowFailure: 1, forTheNext: 1 });
		await due();
		expect(shown('MUG')).toBeUndefined();
		await due();
		expect(shown('MUG')?.quantity).toBe(10);
	});

	test('tells of all mapped hubs, each at its own location', async () => {
		await at.reopen({ hubMapping: mapped({ EXSB: 'sharjah', DXB1: 'dubai' }) });
		at.amazon.seed([{ sku: 'MUG' }]);
		await count(4, ['MUG'], 'dubai');
		expect((await at.shop.callsOf(due)).map(rowsIn)).toEqual([2]);
		expect([shown('MUG'), shown('MUG', 'DXB1')]).toMatchObject([{ quantity: 10 }, { quantity: 4 }]);
	});

	test('tells 0 for a hub that Facility Wise Inventory leaves out', async () => {
		await at.reopen({
			hubMapping: mapped({ EXSB: 'sharjah', DXB1: 'dubai' }),
			options: { inventoryHubs: ['dubai'] },
		});
		at.amazon.seed([{ sku: 'MUG' }]);
		await due();
		expect([shown('MUG'), shown('MUG', 'DXB1')]).toMatchObject([{ quantity: 0 }, { quantity: 10 }]);
	});

	test('shows as failed when Amazon takes nothing, and says when it is tried again', async () => {
		at.amazon.setGrants({ allowListed: false });
		const { outputs, run } = await due();
		expect(outputs('Confirm')).toEqual([]);
		expect(run.data.resultData.error?.message).toMatch(/tried again at 20/);
	});
});
