import { openHub, type HubNodes } from '../support/hubNodes';
import { picked } from '../support/shop';

describe('Order Hub, how large a SKU is', () => {
	let hub: HubNodes;
	beforeEach(async () => {
		hub = await openHub();
	});
	afterEach(() => hub.close());

	/** Rows as a spreadsheet has them. */
	const set = (rows: readonly object[], parameters = {}) =>
		hub.items('orderHub', 'sku:setBox', {
			parameters: {
				seller: picked('acme'),
				...Object.fromEntries(
					['length', 'width', 'height', 'weight'].map((name) => [name, `={{ $json.${name} }}`]),
				),
				...parameters,
			},
			items: rows.map((row) => ({ ...row })),
			onError: 'continueRegularOutput',
		});
	const box = { length: 30, width: 20, height: 10.5, weight: 500 };

	test('is taken row by row; one that is refused costs no other', async () => {
		const rows = [
			{ sku: 'A', ...box },
			{ sku: 'Z', ...box },
			{ sku: 'B', ...box, width: 0 },
			{ sku: 'B', ...box, height: 'tall' },
			{ sku: 'B', ...box, weight: '250' },
		];
		expect(await set(rows)).toMatchObject([
			{ seller: 'acme', sku: 'A', ...box },
			{ error: expect.stringContaining('"acme" has no SKU "Z"') },
			{ error: expect.stringContaining('width: 0 is no number above 0. Enter centimetres.') },
			{ error: expect.stringContaining('height: "tall" is no number above 0') },
			{ seller: 'acme', sku: 'B', ...box, weight: 250 },
		]);
		expect(await hub.sql('SELECT sku FROM skus WHERE dimensions IS NOT NULL')).toHaveLength(2);
	});

	test('can be tried, and is then not kept', async () => {
		expect(await set([{ sku: 'A', ...box }], { dryRun: true })).toMatchObject([
			{ sku: 'A', dryRun: true },
		]);
		expect(await hub.sql('SELECT sku FROM skus WHERE dimensions IS NOT NULL')).toEqual([]);
	});
});
