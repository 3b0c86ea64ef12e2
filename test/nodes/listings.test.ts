import { pickFrom } from '../support/engine';
import { openHub, store } from '../support/hubNodes';
import type { HubNodes } from '../support/hubNodes';
import { begun } from '../support/ledgers';
import { longestStep } from '../support/longestStep';
import { furnishOms } from '../support/oms';

const orderHub = 'n8n-nodes-order-hub.orderHub';

describe('Order Hub, listings', () => {
	let hub: HubNodes;
	beforeEach(async () => {
		hub = await openHub();
	});
	afterEach(() => hub.close());

	const items = (operation: string, parameters = {}, given: readonly object[] = [{}]) =>
		hub.items('orderHub', `listing:${operation}`, {
			parameters: { ...store, ...parameters },
			items: given.map((json) => ({ ...json })),
		});
	const offer = () =>
		items('import', {}, [
			{ id: 'p1/v1', sku: 'A', title: 'Shirt' },
			{ id: 'p1/v2', sku: null, title: '<b>Blouse</b>' },
		]);

	test('come in as items, and say of each how it ended', async () => {
		expect(await offer()).toEqual([
			{ store: 'ikas-tr', id: 'p1/v1', outcome: 'created', reason: null },
			{ store: 'ikas-tr', id: 'p1/v2', outcome: 'skipped', reason: 'it has no SKU' },
		]);
	});

	test('come in as the page of a catalog sync, which goes on to Sync End', async () => {
		const run = await begun(hub.ledger, 'catalog');
		const listings = [{ id: 'p1/v1', sku: 'A', title: 'Shirt' }];
		const [page] = await items('import', {}, [{ run, listings, next: '2' }]);
		expect(page).toMatchObject({ run: { pages: 1 }, counts: { created: 1 }, next: '2' });
		const ended = await hub.run('orderHub', 'sync:end', { items: page && [page] });
		expect(ended).toMatchObject([[], [{ run: { position: '2' } }]]);
		const empty = await items('import', {}, [{ run, listings: [], next: null }]);
		expect(empty).toMatchObject([{ counts: { created: 0 }, next: null }]);
	});

	test('that the channel says cannot be used are left out, also as items', async () => {
		const untracked = { id: 'p1/v1', sku: 'A', title: 'Shirt', unusable: 'it is not tracked' };
		expect(await items('import', {}, [untracked])).toEqual([
			{ store: 'ikas-tr', id: 'p1/v1', outcome: 'skipped', reason: 'it is not tracked' },
		]);
	});

	test('whose SKU the OMS does not have are listed with what comes near, some or all of them', async () => {
		await furnishOms(hub.ledger, ['A', 'SHIRT-1']);
		await items('import', {}, [
			{ id: 'v1', sku: 'A', title: 'Mug' },
			{ id: 'v2', sku: 'shirt-1', title: 'Shirt' },
			{ id: 'v3', sku: 'other', title: 'Other' },
		]);
		expect(await items('getUnmatched', { returnAll: true })).toEqual([
			expect.objectContaining({ listing: 'v3', sku: 'other', near: [] }),
			expect.objectContaining({ listing: 'v2', sku: 'shirt-1', near: ['SHIRT-1'] }),
		]);
		expect(await items('getUnmatched', { limit: 1 })).toHaveLength(1);
		const [summary] = await hub.items('orderHub', 'sync:getSummary', {
			parameters: { ...store, kind: 'inventory' },
		});
		expect(summary?.listings).toMatchObject({ linked: 3, unmatched: 2 });
	});

	test('are linked by hand, and taken back', async () => {
		await offer();
		const mug = { listing: { __rl: true, mode: 'id', value: 'p1/v2' } };
		expect(await items('link', { ...mug, sku: 'B' })).toEqual([
			{ store: 'ikas-tr', id: 'p1/v2', outcome: 'created', reason: null },
		]);
		await expect(items('link', { ...mug, sku: ' ' })).rejects.toThrow(/it is blank/);
		await expect(items('unlink', mug)).rejects.toThrow(/no valid SKU on the channel/);
		expect(await items('link', {}, [{ listing: 'p1/v1', sku: 'B' }])).toMatchObject([
			{ id: 'p1/v1', outcome: 'updated' },
		]);
		expect(await items('unlink', {}, [{ listing: 'p1/v1' }])).toMatchObject([
			{ outcome: 'updated' },
		]);
		expect(await items('getMany', { filters: { sku: 'A' } })).toMatchObject([
			{ listing: 'p1/v1', sku: 'A', byHand: false },
		]);
	});

	test('are listed by state, up to a limit or all of them', async () => {
		const many = Array.from({ length: 1_001 }, (_, at) => ({
			listing: `l-${String(at).padStart(4, '0')}`,
			sku: 'A',
		}));
		for (const from of [0, 500, 1000])
			await hub.ledger.linkListings('ikas-tr', many.slice(from, from + 500));
		await offer();
		expect(await items('getMany', { returnAll: true })).toHaveLength(1_003);
		expect(await items('getMany')).toHaveLength(50);
		expect(await items('getMany', { limit: 1_002 })).toHaveLength(1_002);
		expect(await items('getMany', { filters: { state: 'skipped' } })).toEqual([
			expect.objectContaining({ store: 'ikas-tr', listing: 'p1/v2', reason: 'it has no SKU' }),
		]);
		await expect(items('getMany', { filters: { state: 'lost' } })).rejects.toThrow(/not one of/);
	});

	test('can be picked from the store that is picked, as it is typed', async () => {
		await offer();
		const pick = (parameters: object, filter?: string) =>
			pickFrom(orderHub, hub.credentials, 'searchListings', filter, { ...parameters });
		expect(await pick({ ...store, resource: 'listing', operation: 'link' })).toEqual([
			{ name: 'Shirt (A)', value: 'p1/v1' },
			{ name: '<b>Blouse</b> (no SKU)', value: 'p1/v2' },
		]);
		expect(await pick({ ...store, resource: 'listing', operation: 'link' }, 'shi')).toHaveLength(1);
		await expect(pick({ resource: 'listing', operation: 'link' })).rejects.toThrow(
			/follows the store/,
		);
	});
});

describe('Order Hub, a CSV file of listings', () => {
	let hub: HubNodes;
	beforeEach(async () => {
		hub = await openHub();
	});
	afterEach(() => hub.close());

	async function upload(content: string | Buffer, options = {}) {
		const [summary = [], refused = []] = await hub.run('orderHub', 'listing:importCsv', {
			parameters: { ...store, options },
			files: [{ name: 'listings.csv', bytes: Buffer.from(content) }],
		});
		return { summary, refused };
	}
	const known = async () =>
		(await hub.ledger.getListings({ store: 'ikas-tr', limit: 50 })).map(
			({ listing, sku, title }) => `${listing} ${sku} ${title}`,
		);

	test('goes in; a line that is refused is named with its number, and costs no other', async () => {
		const file = [
			'Title;Listing ID;Master SKU;Colour',
			'"Mug; ""blue""";p1;M-1;blue',
			'Mug;p2;;red',
			'',
			'Mug;p3;M-3',
			'"two',
			'lines";p4; M-4 ;',
			'<img src=x>;;M-5;',
			';p6;M-6;green',
		].join('\r\n');
		const { summary, refused } = await upload(file);
		expect(summary).toEqual([
			{
				...{ store: 'ikas-tr', file: 'listings.csv', encoding: 'utf-8' },
				...{ created: 3, updated: 0, unchanged: 0, refused: 3 },
			},
		]);
		expect(refused).toEqual([
			{ line: 3, reason: 'SKU "" is not usable, it is blank', row: 'Mug | p2 |  | red' },
			{ line: 5, reason: 'it has 3 cells, the header has 4', row: 'Mug;p3;M-3' },
			{
				line: 8,
				reason: 'the listing is not usable, it is blank',
				row: '<img src=x> |  | M-5 | ',
			},
		]);
		expect(await known()).toEqual(['p1 M-1 Mug; "blue"', 'p4 M-4 two\r\nlines', 'p6 M-6 p6']);
	});

	test('may be uploaded again: what has changed is updated', async () => {
		await upload('listing,sku\np1,A\np2,B\n');
		const { summary } = await upload('sku,listing\nA,p1\nC,p2\nD,p3\n');
		expect(summary).toMatchObject([{ created: 1, updated: 1, unchanged: 1, refused: 0 }]);
		expect(await known()).toEqual(['p1 A p1', 'p2 C p2', 'p3 D p3']);
	});

	test('can be tried, and is then not kept', async () => {
		const file = 'listing,sku\np1,A\np2,\n';
		const files = [{ name: 'x.csv', bytes: Buffer.from(file) }];
		const parameters = { ...store, dryRun: true };
		const outputs = await hub.run('orderHub', 'listing:importCsv', { parameters, files });
		expect(outputs).toMatchObject([
			[{ created: 1, refused: 1, dryRun: true }],
			[{ line: 3, dryRun: true }],
		]);
		expect(await known()).toEqual([]);
	});

	test('may come from a spreadsheet, in its encoding', async () => {
		const utf16 = Buffer.from('\uFEFFlisting\tsku\tname\np1\tA\tGömlek Şık\n', 'utf16le');
		expect((await upload(utf16)).summary).toMatchObject([{ encoding: 'utf-16le', created: 1 }]);
		const turkish = Buffer.from([...Buffer.from('listing;sku;name\np2;A;'), 0xde, 0xfd, 0x6b]);
		expect((await upload(turkish)).summary).toMatchObject([{ encoding: 'windows-1254' }]);
		const western = await upload(turkish, { encoding: 'windows-1252' });
		expect(western.summary).toMatchObject([{ encoding: 'windows-1252', updated: 1 }]);
		expect(await known()).toEqual(['p1 A Gömlek Şık', 'p2 A Þýk']);
		const { refused } = await upload(turkish, { encoding: 'utf-8' });
		expect(refused).toMatchObject([
			{ line: 2, reason: 'it holds bytes that are no text in the encoding of the file' },
		]);
	});

	test.each([
		['has no column for a SKU', 'listing,title\np1,Mug\n', /no column for sku.*master sku/],
		[
			'has a column twice',
			'listing,ASIN,sku\np1,x,A\n',
			/two columns for listing: "listing" and "ASIN"/,
		],
		['is empty', '\n', /Line 1: the file is empty/],
		['begins with a quote that is not closed', '"listing,sku\np1,A\n', /Line 1: a quote is opened/],
	])('is refused as a whole when it %s', async (_, content, message) => {
		await expect(upload(content)).rejects.toThrow(message);
		expect(await known()).toEqual([]);
	});

	test('is refused as a whole when the store is unknown, or the field holds no file', async () => {
		const files = [{ name: 'x.csv', bytes: Buffer.from('listing,sku\np1,A\n') }];
		const elsewhere = { store: { __rl: true, mode: 'id', value: 'elsewhere' } };
		await expect(
			hub.run('orderHub', 'listing:importCsv', { parameters: elsewhere, files }),
		).rejects.toThrow(/no store/);
		const parameters = { ...store, binaryField: 'photo' };
		await expect(hub.run('orderHub', 'listing:importCsv', { parameters, files })).rejects.toThrow(
			/photo/,
		);
	});

	test('of many rows goes in without holding up what else n8n does', async () => {
		const rows = Array.from({ length: 30_000 }, (_, at) => `p${at},SKU-${at},"Mug, size ${at}"`);
		const uploading = upload(['listing,sku,title', ...rows].join('\n'));
		const listed = async () => {
			const [found] = await hub.sql('SELECT COUNT(*) AS rows FROM listings');
			return Number(found?.rows);
		};
		expect(await longestStep(uploading, listed)).toBeLessThanOrEqual(500);
		const { summary } = await uploading;
		expect(summary).toMatchObject([{ created: 30_000, refused: 0 }]);
	});
});
