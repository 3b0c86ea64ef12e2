import { engines, ikasStore } from '../support/ledgers';
import { furnishOms, omsDraft, omsListing } from '../support/oms';

describe.each(engines)('unmatched listings on $engine', ({ open }) => {
	const hub = ikasStore(open);

	const listed = (...skus: readonly (string | null)[]) =>
		hub.ledger.importListings(
			'ikas-tr',
			skus.map((sku, at) => ({ id: `l${at}`, sku, title: `Shirt ${at}` })),
		);
	const unmatched = async (limit = 50) =>
		(await hub.ledger.getUnmatched('ikas-tr', limit)).map(({ sku, near }) =>
			[sku, ...near].join(' ~ '),
		);
	const counted = async (store = 'ikas-tr') =>
		(await hub.ledger.getSyncSummary(store, 'inventory')).listings;

	test('are those whose SKU the OMS does not have letter by letter, with what comes near', async () => {
		await furnishOms(hub.ledger, ['A', 'SHIRT-RED', 'Mug 1', 'B-2000', 'B-2002']);
		await listed('A', 'shirt-red', 'Mug-1', 'B-2001', 'other', 'B-2002');
		expect(await hub.ledger.getUnmatched('ikas-tr', 1)).toEqual([
			{
				store: 'ikas-tr',
				listing: 'l3',
				sku: 'B-2001',
				title: 'Shirt 3',
				reason: 'no listing of store "oms" has exactly this SKU',
				near: ['B-2000'],
			},
		]);
		expect((await unmatched()).sort()).toEqual([
			'B-2001 ~ B-2000',
			'Mug-1 ~ Mug 1',
			'other',
			'shirt-red ~ SHIRT-RED',
		]);
		expect(await counted()).toEqual({ linked: 6, changed: 0, skipped: 0, unmatched: 4 });
	});

	test('are also those of which the OMS writes another SKU by now, until a person has decided', async () => {
		await furnishOms(hub.ledger, ['SHIRT']);
		await listed('SHIRT');
		await hub.ledger.importListings('oms', [{ ...omsListing('SHIRT'), sku: 'SHIRT-2' }]);
		expect(await unmatched()).toEqual(['SHIRT']);
		expect(await counted()).toMatchObject({ unmatched: 1 });
		await hub.ledger.linkListings('oms', [{ listing: 'oms-SHIRT', sku: 'SHIRT' }]);
		expect(await unmatched()).toEqual([]);
	});

	test('say so when the OMS has the SKU and it cannot be used', async () => {
		await furnishOms(hub.ledger, ['A']);
		const twice = [omsListing('C'), { ...omsListing('C'), id: 'oms-C2' }];
		await hub.ledger.importListings('oms', twice);
		await listed('A', 'C');
		expect(await hub.ledger.getUnmatched('ikas-tr', 50)).toMatchObject([
			{
				sku: 'C',
				reason: expect.stringMatching(
					/listing of store "oms" cannot be used: SKU "C" is on other listings/,
				),
			},
		]);
	});

	test('are also those that the channel store leaves out although they have a SKU', async () => {
		await furnishOms(hub.ledger, ['SHIRT']);
		await listed('SHIRT ', null);
		expect(await hub.ledger.getUnmatched('ikas-tr', 50)).toMatchObject([
			{ sku: 'SHIRT ', reason: 'it starts or ends with a space', near: ['SHIRT'] },
		]);
		expect(await counted()).toMatchObject({ skipped: 2, unmatched: 1 });
	});

	test('show a slip in what the OMS leaves out, too', async () => {
		await furnishOms(hub.ledger, ['A']);
		await hub.ledger.importListings('oms', [{ ...omsListing('SHIRT '), id: 's' }]);
		await listed('SHIRT');
		expect(await unmatched()).toEqual(['SHIRT ~ SHIRT ']);
	});

	test('are none where the ledger is the stock master, nor of the OMS itself', async () => {
		await listed('A', 'nowhere');
		expect(await unmatched()).toEqual([]);
		expect(await counted()).toEqual({ linked: 2, changed: 0, skipped: 0 });
		await hub.ledger.saveStore(omsDraft());
		expect(await hub.ledger.getUnmatched('oms', 50)).toEqual([]);
		expect(await counted('oms')).not.toHaveProperty('unmatched');
		await expect(hub.ledger.getUnmatched('elsewhere', 50)).rejects.toThrow(/no store/);
	});

	test('are found among more than is read at once, and others have their turn meanwhile', async () => {
		await hub.ledger.saveStore(omsDraft());
		const put = (store: string, sku: string) =>
			hub.sql(
				`INSERT INTO listings (store, listing, sku, title, channel_sku)
				WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 2500)
				SELECT '${store}', 'l' || n, ${sku}, 'A shirt', ${sku} FROM numbers`,
			);
		await put('oms', "'SHIRT-' || n");
		await put('ikas-tr', "CASE WHEN n % 2 = 0 THEN 'SHIRT-' || n ELSE 'shirt-' || n END");
		let turns = 0;
		const counting = setInterval(() => void turns++, 0).unref();
		const found = await hub.ledger.getUnmatched('ikas-tr', 5_000);
		clearInterval(counting);
		expect(found).toHaveLength(1_250);
		expect(found.filter(({ sku, near }) => near[0] !== sku.toUpperCase())).toEqual([]);
		expect(turns).toBeGreaterThan(2);
		expect(await counted()).toMatchObject({ linked: 2_500, unmatched: 1_250 });
	});
});
