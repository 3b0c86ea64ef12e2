import { openHub, type HubNodes } from '../support/hubNodes';
import { draft } from '../support/ledgers';
import { longestStep } from '../support/longestStep';

const account = 'A1SELLER0EXAMPLE/A2VIGQ35RCS4UG';

describe('the catalog of an Amazon store, uploaded', () => {
	let hub: HubNodes;
	beforeEach(async () => {
		hub = await openHub();
		await hub.ledger.saveStore(draft({ code: 'amazon-ae', channel: 'amazonSellerFlex', account }));
	});
	afterEach(() => hub.close());

	async function upload(content: string, parameters = {}) {
		const [summary = [], refused = []] = await hub.run('amazonSellerFlex', 'listing:importCsv', {
			parameters,
			files: [{ name: 'catalog.csv', bytes: Buffer.from(content) }],
		});
		return { summary, refused };
	}
	const listings = () => hub.ledger.getListings({ store: 'amazon-ae', limit: 9 });

	test('goes in; what has no ASIN is refused with its line, and listed until it has one', async () => {
		const { summary, refused } = await upload(
			'seller sku,asin,weight g,length cm,width cm,height cm\nMUG,B0EXAMPLE1,350,12,10,9\nCUP,,,,,\n',
		);
		expect(summary).toEqual([
			{
				...{ store: 'amazon-ae', file: 'catalog.csv', encoding: 'utf-8' },
				...{ created: 1, updated: 0, unchanged: 0, skipped: 1, refused: 1 },
			},
		]);
		expect(refused).toMatchObject([{ line: 3, reason: expect.stringContaining('no ASIN') }]);
		expect(await listings()).toMatchObject([
			{ listing: 'CUP', state: 'skipped', reason: expect.stringContaining('no ASIN') },
			{ listing: 'MUG', sku: 'MUG', product: 'B0EXAMPLE1' },
		]);
		expect(await hub.sql('SELECT sku FROM skus WHERE dimensions IS NOT NULL')).toEqual([
			{ sku: 'MUG' },
		]);
		const again = await upload('seller sku,asin\nMUG,B0EXAMPLE3\nCUP,B0EXAMPLE2\n');
		expect(again.summary).toMatchObject([{ created: 1, updated: 1, refused: 0 }]);
		expect(await listings()).toMatchObject([
			{ listing: 'CUP', state: 'linked', product: 'B0EXAMPLE2' },
			{ listing: 'MUG', product: 'B0EXAMPLE3' },
		]);
	});

	test('can be tried, and is then not kept', async () => {
		const { summary } = await upload('sku,asin\nMUG,B0EXAMPLE1\nCUP,\n', { dryRun: true });
		expect(summary).toMatchObject([{ created: 1, skipped: 1, refused: 1, dryRun: true }]);
		expect(await listings()).toEqual([]);
	});

	test('is refused where no store is connected for the credential', async () => {
		await hub.sql("UPDATE stores SET account = 'A1SELLER0EXAMPLE/gone' WHERE code = 'amazon-ae'");
		await expect(upload('sku,asin\nMUG,B0EXAMPLE1\n')).rejects.toThrow(
			/no store is connected for this credential yet/,
		);
	});

	test('of many rows goes in without holding up what else n8n does', async () => {
		const code = (at: number) => `B${String(at).padStart(9, '0')}`;
		const rows = Array.from({ length: 30_000 }, (_, at) => `SKU-${at},${at % 3 ? code(at) : ''}`);
		const uploading = upload(['sku,asin', ...rows].join('\n'));
		const listed = async () => {
			const [found] = await hub.sql(
				'SELECT (SELECT COUNT(*) FROM listings) + (SELECT COUNT(*) FROM skipped_listings) AS rows',
			);
			return Number(found?.rows);
		};
		expect(await longestStep(uploading, listed)).toBeLessThanOrEqual(1_000);
		const { summary, refused } = await uploading;
		expect(summary).toMatchObject([{ created: 20_000, skipped: 10_000, refused: 10_000 }]);
		expect(refused.at(-1)).toMatchObject({ line: 29_999 });
	});
});
