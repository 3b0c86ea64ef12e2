import { engines, ikasStore } from '../support/ledgers';
import { refused, stockOut, stored, unsent } from '../support/stockOut';

describe.each(engines)('stock that the channel took on $engine', ({ open }) => {
	const hub = ikasStore(open);
	const out = stockOut(hub);
	const { count } = out;
	beforeEach(() => out.offer('A', 'B'));

	const published = (listing: string, location: string) =>
		hub.sql(
			'SELECT confirmed, sent, refused FROM published WHERE listing = ? AND location = ?',
			listing,
			location,
		);

	test('G9: what was not sent stays handed out', async () => {
		await out.push();
		await count(7);
		await out.push(unsent);
		expect(await published('listing-A', 'loc-ist')).toEqual([
			{ confirmed: null, sent: 7, refused: null },
		]);
		expect(await out.push()).toEqual(['listing-A loc-ist: 7']);
	});

	test('G9: the figure that was sent is confirmed, not the one of now', async () => {
		await out.push();
		await count(7);
		const handed = await out.handOut();
		await count(4);
		await out.answer(handed);
		expect(await published('listing-A', 'loc-ist')).toMatchObject([{ confirmed: 7, sent: null }]);
		expect(await out.push()).toEqual(['listing-A loc-ist: 4']);
	});

	test('G9: a receipt for another figure than the one handed out last confirms nothing', async () => {
		await out.push();
		const run = await out.begin();
		await count(7);
		const first = await out.handOut(run);
		await count(4);
		await out.handOut(run);
		await out.answer(first);
		expect(await published('listing-A', 'loc-ist')).toMatchObject([{ confirmed: null, sent: 4 }]);
	});

	test('G4: a run that lost its lease is handed nothing and can confirm nothing', async () => {
		const handed = await out.handOut();
		await out.begin();
		await expect(out.handOut(handed.run)).rejects.toThrow(/lost its lease/);
		await expect(out.answer(handed)).rejects.toThrow(/lost its lease/);
		expect(await published('listing-A', 'loc-ist')).toMatchObject([{ confirmed: null, sent: 10 }]);
		await out.push();
		await expect(out.handOut(handed.run)).rejects.toThrow(/lost its lease/);
	});

	test('a figure that the channel refused is an exception and is not sent again until it changes', async () => {
		await out.push();
		await count(7);
		await out.push(refused);
		expect(await out.push()).toEqual([]);
		expect(await hub.ledger.getExceptions('ikas-tr', 5)).toMatchObject([
			{
				kind: 'stock_refused',
				reference: 'listing-A loc-ist',
				cause: 'ikas refused 7 as stock of SKU "A" at location loc-ist: unknown product.',
				payload: { listing: 'listing-A', location: 'loc-ist', quantity: 7, sku: 'A' },
			},
		]);
		await count(9, 'A', 'ankara');
		expect(await out.push()).toEqual(['listing-A loc-ank: 9']);
		await count(6);
		expect(await out.push()).toEqual(['listing-A loc-ist: 6']);
		expect(await hub.exceptions()).toEqual([]);
	});

	test('a figure that was refused before is sent again when it is not known what came after it', async () => {
		await out.push();
		await count(7);
		await out.push(refused);
		await count(6);
		await out.push(unsent);
		await count(7);
		expect(await out.push()).toEqual(['listing-A loc-ist: 7']);
	});

	test('a refused figure that a person retries is sent again', async () => {
		await out.push();
		await count(7);
		await out.push(refused);
		const [exception] = await hub.ledger.getExceptions('ikas-tr', 1);
		await hub.ledger.retryException(exception?.id ?? 0);
		expect(await out.push()).toEqual(['listing-A loc-ist: 7']);
	});

	test('a receipt for what was never handed out changes nothing', async () => {
		const run = await out.begin();
		const row = { listing: 'listing-A', location: 'loc-ist', quantity: 10 };
		const receipts = [
			{ ...row, outcome: 'stored' as const, reason: null },
			{ ...row, location: 'loc-ank', outcome: 'refused' as const, reason: 'x' },
			{ ...row, listing: 'nowhere', outcome: 'stored' as const, reason: null },
		];
		await hub.ledger.confirmStock({ run, receipts, next: null });
		expect(await hub.sql('SELECT * FROM published')).toEqual([]);
		expect(await hub.exceptions()).toEqual([]);
	});

	test('counts what became of the rows', async () => {
		const handed = await out.handOut();
		const [one, two, three, four] = handed.changes;
		if (!one || !two || !three || !four) throw new Error('expected four rows');
		const { counts } = await hub.ledger.confirmStock({
			...{ run: handed.run, next: null },
			receipts: [stored(one), refused(two), unsent(three), unsent(four)],
		});
		expect(counts).toEqual({ stored: 1, refused: 1, unsent: 2, pending: 0 });
		expect(await hub.sql('SELECT pages, updated, exceptions FROM sync_runs')).toEqual([
			{ pages: 1, updated: 1, exceptions: 1 },
		]);
	});
});
