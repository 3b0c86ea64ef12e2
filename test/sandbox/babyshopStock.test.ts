import { sampleProducts } from '../../sandbox/babyshop/samples';
import { type Panel, closePanels, codeOf, openPanel, startAt } from './support/babyshopPanel';

const everything = { updatedDate: '01/01/2015 00:00:00', skuCode: [] };

describe('products and stock of the Babyshop sandbox', () => {
	let panel: Panel;
	beforeEach(async () => {
		panel = await openPanel();
		panel.sandbox.seed(sampleProducts);
	});
	afterEach(closePanels);

	describe('products', () => {
		const skus = async (asked: object) =>
			(await panel.ask('productFetch', asked)).body.productList?.map(({ sku }) => sku) ?? [];

		it('are texts and null, with the code of the vendor as it is', async () => {
			panel.sandbox.seed([
				{ sku: 'A', vendorSkuCode: 'V', name: 'Cot', price: 5, updatedAt: startAt },
			]);
			const { body } = await panel.ask('productFetch', { skuCode: ['A'] });
			expect(body.productList).toMatchObject([
				{
					sku: 'A',
					vendorSkuCode: 'V',
					mfgSkuCode: null,
					skuName: 'Cot',
					salePrice: '5.00',
					status: '1',
					lastUpdateDate: '02/03/2026 15:30:00',
				},
			]);
			const all = await panel.ask('productFetch', everything);
			expect(all.body.productList?.map(({ vendorSkuCode }) => vendorSkuCode)).toEqual([
				...sampleProducts.map(({ vendorSkuCode }) => vendorSkuCode),
				'V',
			]);
		});

		it('come by time of change, by SKU, and in pages', async () => {
			panel.sandbox.seed([{ sku: 'OLD', vendorSkuCode: 'V', updatedAt: startAt - 86_400_000 }]);
			expect(await skus({ updatedDate: '02/03/2026 15:30:00' })).toHaveLength(8);
			expect(await skus({ updatedDate: '01/03/2026 15:30:00' })).toHaveLength(9);
			expect(await skus({ skuCode: ['OLD', 'nobody'] })).toEqual(['OLD']);
			expect(await skus({ ...everything, limit: 3, pageNumber: 3 })).toEqual([
				'BS-1000402',
				'BS-1000403',
				'OLD',
			]);
		});

		it.each([
			['neither date nor SKU', { skuCode: [] }],
			['more than 100 rows', { ...everything, limit: 500 }],
			['the field of orderList', { updateDate: '01/01/2015 00:00:00' }],
		])('refuse %s', async (_, asked) => {
			expect(codeOf(await panel.ask('productFetch', asked))).toEqual([200, 9]);
		});
	});

	const push = async (of: Panel, figures: Readonly<Record<string, string | null>>) =>
		await of.ask('inventoryPriceUpdate', {
			invPriceList: Object.entries(figures).map(([sku, invQty]) => ({ sku, invQty })),
		});
	const status = async (...moderationIdsList: readonly unknown[]) =>
		await panel.ask('inventoryPriceStatus', { moderationIdsList });
	const product = (of: Panel, sku: string) =>
		of.sandbox.state().products.find((one) => one.sku === sku);
	const romper = 'BS-1000101';
	const halfMinute = 30_000;

	describe('a figure', () => {
		const pending = {
			moderationId: '501',
			sku: romper,
			requestedInvQty: '12.000',
			approvedInvQty: null,
			status: 'Pending',
			requestedSalePrice: null,
		};
		const approved = { ...pending, approvedInvQty: '12.000', status: 'Approved' };

		it('is taken at once and shows when it is approved', async () => {
			const { body } = await push(panel, { [romper]: '12' });
			expect(body).toEqual({ responseCode: 0, responseMessage: 'Success', skus: [pending] });
			expect((await status(501)).body.skus).toEqual([pending]);
			expect(product(panel, romper)?.figure).toBeNull();
			expect(panel.sandbox.state().counts.pending).toBe(1);

			await panel.letPass(halfMinute);
			expect((await status(501)).body.skus).toEqual([approved]);
			expect(product(panel, romper)).toMatchObject({
				figure: 12,
				history: [
					{ what: 'requested', quantity: 12, moderationId: '501' },
					{ what: 'approved', quantity: 12, moderationId: '501' },
				],
			});
			expect(panel.sandbox.state().counts.pending).toBe(0);
		});

		it('is decided when it was due, however late somebody looks', async () => {
			await push(panel, { [romper]: '12' });
			await panel.letPass(10 * halfMinute);
			const [requested, decided] = product(panel, romper)?.history ?? [];
			expect((decided?.at ?? 0) - (requested?.at ?? 0)).toBe(halfMinute);
		});

		it('may be refused once, or always, and then the shop shows what it showed', async () => {
			panel.sandbox.seed([{ sku: romper, vendorSkuCode: 'ROMPER-3M', quantity: 7 }]);
			await panel.control('moderation', { reject: [{ sku: romper, times: 1 }] });
			await push(panel, { [romper]: '12' });
			await panel.letPass(halfMinute);
			expect((await status(501)).body.skus).toEqual([{ ...pending, status: 'Rejected' }]);
			expect(product(panel, romper)?.figure).toBe(7);

			await push(panel, { [romper]: '13' });
			await panel.letPass(halfMinute);
			expect(product(panel, romper)?.figure).toBe(13);

			await panel.control('moderation', { reject: [{ sku: romper }] });
			for (const figure of ['14', '15']) await push(panel, { [romper]: figure });
			await panel.letPass(halfMinute);
			expect(product(panel, romper)?.figure).toBe(13);
			await panel.control('moderation', { reject: [] });
			await push(panel, { [romper]: '16' });
			await panel.letPass(halfMinute);
			expect(product(panel, romper)?.history.map(({ what }) => what)).toEqual([
				'seeded',
				...['requested', 'rejected', 'requested', 'approved'],
				...['requested', 'requested', 'rejected', 'rejected', 'requested', 'approved'],
			]);
		});

		it('of null changes nothing', async () => {
			panel.sandbox.seed([{ sku: romper, vendorSkuCode: 'ROMPER-3M', quantity: 7 }]);
			expect((await push(panel, { [romper]: null })).body.skus).toMatchObject([
				{ requestedInvQty: null },
			]);
			await panel.letPass(halfMinute);
			expect(product(panel, romper)?.figure).toBe(7);
		});

		it('of an unknown SKU takes the whole call along, without a word about which', async () => {
			const answer = await push(panel, { [romper]: '12', nobody: '1' });
			expect(codeOf(answer)).toEqual([200, 304]);
			expect(answer.text).not.toContain('nobody');
			expect(panel.sandbox.state().counts.pending).toBe(0);
			expect(product(panel, romper)?.history).toEqual([]);
			expect(panel.sandbox.calls().at(-1)).toMatchObject({
				kind: 'inventoryPriceUpdate',
				skus: [romper, 'nobody'],
				responseCode: 304,
				effect: null,
			});
		});

		it('goes by the code of the vendor where a tenant has it so, to all SKUs of it', async () => {
			expect(codeOf(await push(panel, { STROLLER: '3' }))).toEqual([200, 304]);
			const other = await openPanel({ inventoryKey: 'vendorSkuCode', moderationMs: 0 });
			other.sandbox.seed(sampleProducts);
			expect(codeOf(await push(other, { [romper]: '3' }))).toEqual([200, 304]);
			expect((await push(other, { STROLLER: '3' })).body.skus).toMatchObject([{ sku: 'STROLLER' }]);
			expect(product(other, 'BS-1000201')?.figure).toBe(3);
			expect(product(other, 'BS-1000202')?.figure).toBe(3);
		});

		it('of another seller is not known', async () => {
			panel.sandbox.seed([{ sku: 'THEIRS', vendorSkuCode: 'V', seller: '1000002' }]);
			expect(codeOf(await push(panel, { THEIRS: '1' }))).toEqual([200, 304]);
		});
	});

	it('takes 100 rows a call and not one more', async () => {
		const rows = (count: number) => ({
			invPriceList: Array.from({ length: count }, () => ({ sku: romper, invQty: '1' })),
		});
		expect((await panel.ask('inventoryPriceUpdate', rows(100))).body.skus).toHaveLength(100);
		expect(codeOf(await panel.ask('inventoryPriceUpdate', rows(101)))).toEqual([200, 9]);
		expect(codeOf(await panel.ask('inventoryPriceUpdate', rows(0)))).toEqual([200, 5]);
	});

	it.each(['1.5', '-1', '', 'many', 12])('refuses a figure of %j', async (invQty) => {
		const row = { invPriceList: [{ sku: romper, invQty }] };
		expect(codeOf(await panel.ask('inventoryPriceUpdate', row))).toEqual([200, 9]);
	});

	it('tells what became of numbers, not of texts, and nothing of others’', async () => {
		await push(panel, { [romper]: '1' });
		const { body } = await panel.signIn({ username: '1000002', password: 'sandbox second' });
		const asked = { moderationIdsList: [501] };
		const theirs = await panel.ask('inventoryPriceStatus', asked, body.apiKey);
		expect([theirs.body.responseCode, theirs.body.skus]).toEqual([0, null]);
		expect((await status(501, 999)).body.skus).toHaveLength(1);
		expect(codeOf(await status('501'))).toEqual([200, 9]);
	});
});
