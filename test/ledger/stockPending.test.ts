import type { PendingFigure, StockFigure, StockReceipt } from '../../domain/stockFigure';
import { draft, engines, ikasStore, settings } from '../support/ledgers';
import { placed } from '../support/placed';
import { decided, pending, refused, stockOut, stored, unsent } from '../support/stockOut';

const place = 'listing-A loc-ist';

describe.each(engines)('stock that the channel decides on later, on $engine', ({ open }) => {
	const hub = ikasStore(open);
	const out = stockOut(hub);
	const { count } = out;

	/** What the channel has, and one figure that it is still to decide on. */
	beforeEach(async () => {
		await out.offer('A', 'B');
		await out.push();
		await count(7);
		await out.push(pending('T1'));
	});

	const nothing = [[], []];
	const row = async () => {
		const [found] = await hub.sql(
			"SELECT confirmed, sent, refused, ticket FROM published WHERE listing = 'listing-A' AND location = 'loc-ist'",
		);
		return found;
	};
	const waits = { confirmed: null, sent: 7, refused: null, ticket: `T1 ${place}` };
	const undecided = (asked: PendingFigure) => decided(pending('T1'))(asked);
	/** What the channel says by a ticket that was open once, whatever has happened since. */
	const late = async (receipt: (row: StockFigure) => StockReceipt, quantity = 7) => {
		const run = await out.begin();
		const figure = { listing: 'listing-A', location: 'loc-ist', quantity };
		const receipts = [{ ...receipt(figure), ticket: `T1 ${place}` }];
		await hub.ledger.confirmStock({ run, receipts, next: null });
		await hub.ledger.endSync(run, null);
	};
	const age = (hours: number) =>
		hub.sql('UPDATE published SET ticket_at = ticket_at - ?', hours * 3_600_000);

	test('is not sent again while its figure stays, and is confirmed when the channel has decided', async () => {
		expect(await row()).toEqual(waits);
		expect(await out.ask(undecided)).toEqual([[`${place}: 7`], []]);
		expect(await row()).toEqual(waits);
		expect(await out.ask()).toEqual([[`${place}: 7`], []]);
		expect(await row()).toEqual({ confirmed: 7, sent: null, refused: null, ticket: null });
		expect(await out.ask()).toEqual(nothing);
	});

	test('is handed out to be asked about with all that a channel may ask by, and only where there is such', async () => {
		const handed = await out.handOut();
		expect(handed.changes).toEqual([]);
		const figure = { listing: 'listing-A', location: 'loc-ist', quantity: 7 };
		expect(handed.pending).toEqual([{ ...figure, sku: 'A', ticket: `T1 ${place}` }]);
		await late(stored);
		expect(await out.handOut()).not.toHaveProperty('pending');
	});

	test('is looked at closely and still not sent again where orders hold something back of it', async () => {
		await hub.take(placed('1', { location: 'loc-ist' }));
		await out.push(pending('T2'));
		expect(await out.push()).toEqual([]);
		expect(await row()).toMatchObject({ sent: 5, ticket: `T2 ${place}` });
	});

	test('G9: what the channel refused later is an exception in its words, and goes out again when a person retries it', async () => {
		await out.ask(decided(refused));
		const [exception] = await hub.ledger.getExceptions('ikas-tr', 5);
		expect(exception).toMatchObject({
			kind: 'stock_refused',
			reference: place,
			cause: 'ikas refused 7 as stock of SKU "A" at location loc-ist: unknown product.',
			payload: { listing: 'listing-A', location: 'loc-ist', quantity: 7, sku: 'A' },
		});
		expect(await out.ask()).toEqual(nothing);
		await hub.ledger.retryException(exception?.id ?? 0);
		expect(await out.push(pending('T2'))).toEqual([`${place}: 7`]);
		expect(await row()).toMatchObject({ sent: 7, ticket: `T2 ${place}` });
		await out.ask(decided(refused));
		expect(await hub.exceptions()).toEqual(['stock_refused']);
	});

	test('an exception stays until the channel has decided to take another figure', async () => {
		await late(refused);
		await count(6);
		expect(await out.push(pending('T2'))).toEqual([`${place}: 6`]);
		expect(await out.push()).toEqual([]);
		expect(await hub.exceptions()).toEqual(['stock_refused']);
		expect(await out.ask()).toEqual([[`${place}: 6`], []]);
		expect(await hub.exceptions()).toEqual([]);
	});

	test('a figure that was refused before the one that is not decided goes out again', async () => {
		await late(refused);
		await count(6);
		await out.push(pending('T2'));
		await count(7);
		expect(await out.push()).toEqual([`${place}: 7`]);
	});

	test.each([stored, refused, pending('T1')])(
		'G9: a figure that changed goes out at once, and what is decided on the one before changes nothing (%#)',
		async (end) => {
			await count(6);
			expect(await out.push(unsent)).toEqual([`${place}: 6`]);
			await late(end);
			expect(await row()).toEqual({ ...waits, sent: 6, ticket: null });
			await count(7);
			expect(await out.push(pending('T2'))).toEqual([`${place}: 7`]);
			await late(end);
			expect(await row()).toEqual({ ...waits, ticket: `T2 ${place}` });
			expect(await hub.exceptions()).toEqual([]);
		},
	);

	test('G9: a decision on an older ticket is none on the same figure that was sent without one', async () => {
		await count(6);
		await out.push(unsent);
		await late(stored, 6);
		await late(refused, 6);
		expect(await row()).toEqual({ ...waits, sent: 6, ticket: null });
	});

	test('a late decision closes no exception about the figure that came after it', async () => {
		await count(6);
		await out.push(refused);
		await late(stored);
		expect(await hub.exceptions()).toEqual(['stock_refused']);
	});

	test('G9: what was pushed by a run that died before it could confirm goes out again', async () => {
		await count(6);
		await out.handOut();
		expect(await out.push(pending('T2'))).toEqual([`${place}: 6`]);
		expect(await row()).toMatchObject({ sent: 6, ticket: `T2 ${place}` });
		await out.handOut();
		expect(await out.ask()).toEqual([[`${place}: 6`], []]);
	});

	test('a figure that is not decided within a day goes out again, and is asked about no more', async () => {
		await out.ask(undecided);
		await age(23.9);
		expect(await out.ask(undecided)).toEqual([[`${place}: 7`], []]);
		await age(0.2);
		const { changes, pending: asked } = await out.handOut();
		expect([changes.length, asked]).toEqual([1, undefined]);
		expect(await row()).toEqual({ ...waits, ticket: null });
	});

	test('what waits at a location that the store no longer offers at is asked about for a day', async () => {
		const hubMap = settings().hubMap.filter(({ hub: code }) => code !== 'istanbul');
		await hub.ledger.saveStore(draft({ settings: settings({ hubMap }) }));
		expect(await out.ask(undecided)).toEqual([[`${place}: 7`], []]);
		await age(24);
		expect(await out.ask()).toEqual(nothing);
	});

	test('a run asks once, and not about what it has sent itself', async () => {
		const run = await out.begin();
		await count(6, 'B');
		const first = await out.handOut(run);
		const receipts = [...first.changes.map(pending('T2')), ...(first.pending ?? []).map(undecided)];
		expect(receipts).toHaveLength(2);
		await hub.ledger.confirmStock({ run, receipts, next: null });
		expect((await out.handOut(run)).pending).toBeUndefined();
		expect((await out.handOut()).pending).toHaveLength(2);
	});

	test('what could not be asked about is asked first the next time, and in bounds', async () => {
		const goods = Array.from({ length: 1_000 }, (_, at) => `SKU-${at}`);
		await out.offer(...goods);
		await hub.ledger.setStock(
			goods.map((sku) => ({ seller: 'acme', sku, hub: 'istanbul', onHand: 1 })),
		);
		await out.push(pending('T2'));
		const first = await out.handOut();
		const [oldest, ...others] = first.pending ?? [];
		expect([oldest?.sku, others.length]).toEqual(['A', 999]);
		const receipts = others.map((row) => ({ ...unsent(row), ...row, outcome: 'pending' as const }));
		await hub.ledger.confirmStock({ run: first.run, receipts, next: null });
		const asked = (await out.handOut()).pending ?? [];
		expect(asked.slice(0, 2).map(({ sku }) => sku)).toEqual(['A', 'SKU-999']);
	});

	test('a listing that counts as another SKU by now is told of that one, whatever is decided of the old one', async () => {
		await count(7, 'B');
		await out.push();
		await hub.ledger.linkListings('ikas-tr', [{ listing: 'listing-A', sku: 'B' }]);
		await late(stored);
		expect(await row()).toEqual({ ...waits, ticket: null });
		const { changes, pending: asked } = await out.handOut();
		expect(changes.map(({ sku, location, quantity }) => [sku, location, quantity])).toEqual([
			['B', 'loc-ank', 10],
			['B', 'loc-ist', 7],
		]);
		expect(asked).toBeUndefined();
	});

	test('what was told of one SKU is no answer for another one', async () => {
		await count(6);
		const { run, changes } = await out.handOut();
		await hub.ledger.linkListings('ikas-tr', [{ listing: 'listing-A', sku: 'B' }]);
		const receipts = changes.map((row) => ({ ...pending('T2')(row), sku: row.sku }));
		await hub.ledger.confirmStock({ run, receipts, next: null });
		expect(await row()).toMatchObject({ sent: 6, ticket: null });
	});

	test('a listing that is another product by now is told again', async () => {
		const link = { listing: 'listing-A', sku: 'A', product: 'B0EXAMPLE1' };
		await hub.ledger.linkListings('ikas-tr', [link]);
		expect(await out.ask()).toEqual([[], [`${place}: 7`]]);
	});

	test('a figure that is not decided is no drift', async () => {
		const { run, drift } = await out.compare({ [place]: 10 });
		await hub.ledger.endSync(run, null);
		expect(drift).toEqual([]);
		expect(await row()).toEqual(waits);
	});

	test('counts what waits', async () => {
		const run = await out.begin();
		const { pending: asked = [] } = await out.handOut(run);
		const receipts = asked.map(undecided);
		const { counts } = await hub.ledger.confirmStock({ run, receipts, next: null });
		expect(counts).toEqual({ stored: 0, refused: 0, unsent: 0, pending: 1 });
	});

	test('a row without a ticket to ask by goes out again', async () => {
		await count(6);
		await out.push((handed) => ({ ...stored(handed), outcome: 'pending' }));
		expect(await out.push()).toEqual([`${place}: 6`]);
	});
});
