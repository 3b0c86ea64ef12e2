import type { Invoice, InvoiceWay } from '../../domain/invoice';
import type { FeedLearnt } from '../../ledger/priceShapes';
import { begun, draft, engines, ikasStore, settings } from '../support/ledgers';
import { cancelled, placed } from '../support/placed';

const paper: Invoice = {
	number: 'INV-1',
	total: { minor: 1099, currency: 'TRY' },
	tax: { minor: 175, currency: 'TRY' },
};

describe.each(engines)('invoices on $engine', ({ open }) => {
	const hub = ikasStore(open);
	const are = (invoices: InvoiceWay) =>
		hub.ledger.saveStore(draft({ settings: settings({ invoices }) }));
	beforeEach(async () => {
		await are('upload');
		await hub.take(placed('1', { location: 'loc-ist' }), placed('2', { location: 'loc-ank' }));
		await hub.route();
		await hub.ledger.changeStatus('ikas-tr', '1', 'shipped');
	});

	const listed = async () =>
		(await hub.ledger.getInvoices({ store: 'ikas-tr', limit: 9 })).map(
			({ order, state }) => `${order} ${state}`,
		);
	const upload = (order = '1', invoice = paper) =>
		hub.ledger.openInvoiceFeed('ikas-tr', order, invoice);
	const learn = async (...feeds: readonly FeedLearnt[]) => {
		await hub.sql("UPDATE syncs SET due_at = 0, lease_until = 1 WHERE kind = 'prices'");
		const run = await begun(hub.ledger, 'prices');
		return await hub.ledger.confirmPrices({ run, receipts: [], feeds, next: null });
	};
	const done = (feed: number, reason?: string) =>
		learn({
			feed,
			report: { refused: reason === undefined ? [] : [{ row: 'N1', reason }], refusedWhole: null },
		});

	test('an order waits for its invoice once it was shipped, not before', async () => {
		expect(await listed()).toEqual(['1 waiting']);
		await hub.ledger.changeStatus('ikas-tr', '2', 'shipped');
		await hub.ledger.changeStatus('ikas-tr', '2', 'delivered');
		expect(await listed()).toEqual(['1 waiting', '2 waiting']);
	});

	test('nobody waits where the channel makes the invoices', async () => {
		await are('channel');
		expect(await listed()).toEqual([]);
	});

	test('an order that was cancelled waits for none', async () => {
		await hub.take(cancelled(placed('2', { location: 'loc-ank' }), 5));
		expect(await listed()).toEqual(['1 waiting']);
	});

	test('where a person uploads them, the list says so until the person has', async () => {
		await are('byHand');
		expect(await hub.ledger.getInvoices({ store: 'ikas-tr', limit: 9 })).toMatchObject([
			{
				...{ order: '1', number: 'N1', status: 'shipped', state: 'byHand' },
				why: expect.stringMatching(/by hand on the pages of the channel/),
			},
		]);
		expect(await hub.ledger.invoiceDone('ikas-tr', '1')).toMatchObject({
			...{ order: '1', state: 'uploaded', why: null },
		});
		expect(await hub.ledger.invoiceDone('ikas-tr', '1')).toMatchObject({ state: 'uploaded' });
		const filter = { store: 'ikas-tr', state: 'byHand', limit: 9 } as const;
		expect(await hub.ledger.getInvoices(filter)).toEqual([]);
		await expect(hub.ledger.invoiceDone('ikas-tr', '2')).rejects.toThrow(/only for one that was/);
		await expect(upload()).rejects.toThrow(/invoices are uploaded by hand/);
	});

	test('an invoice goes into a feed of its own, once, and gets its outcome', async () => {
		const { feed, number } = await upload();
		expect(number).toBe('N1');
		await expect(upload()).rejects.toThrow(/waits for the channel/);
		await expect(hub.ledger.invoiceDone('ikas-tr', '1')).rejects.toThrow(/is being uploaded/);
		await hub.ledger.feedCreated(feed, 'feed-1');
		expect(await done(feed)).toMatchObject({ counts: { accepted: 1, refused: 0 } });
		const [invoice] = await hub.ledger.getInvoices({ store: 'ikas-tr', order: '1', limit: 1 });
		expect(invoice).toMatchObject({ state: 'uploaded', invoice: paper, feed, why: null });
		await expect(upload()).rejects.toThrow(/has its invoice already/);
	});

	test('an invoice that was refused says why and can be uploaded again', async () => {
		const { feed } = await upload();
		await hub.ledger.feedCreated(feed, 'feed-1');
		await done(feed, 'the file is no PDF');
		expect(await hub.ledger.getInvoices({ store: 'ikas-tr', limit: 9 })).toMatchObject([
			{ state: 'refused', why: 'the file is no PDF' },
		]);
		await upload();
		expect(await listed()).toEqual(['1 uploading']);
	});

	test('an invoice that never reached the channel can be uploaded again', async () => {
		const { feed } = await upload();
		await hub.ledger.feedNotCreated(feed, 'the role is missing');
		expect(await hub.ledger.getInvoices({ store: 'ikas-tr', limit: 9 })).toMatchObject([
			{ state: 'refused', why: 'the role is missing' },
		]);
	});

	test('two invoices on their way are not taken for each other', async () => {
		await hub.ledger.changeStatus('ikas-tr', '2', 'shipped');
		const [one, other] = [await upload('1'), await upload('2')];
		await hub.sql('UPDATE feeds SET created_at = created_at - 180000');
		const seen = [{ id: 'feed-1', createdAt: new Date(Date.now() - 180_000).toISOString() }];
		await learn({ feed: one.feed, seen }, { feed: other.feed, seen });
		expect(await hub.exceptions()).toEqual(['feed_unclear', 'feed_unclear']);
		expect(await listed()).toEqual(['1 refused', '2 refused']);
	});

	test.each([
		['without a number', { number: ' ' }, /it has no number/],
		['in two currencies', { tax: { minor: 1, currency: 'EUR' } }, /two currencies/],
		['with more tax than total', { tax: { minor: 1100, currency: 'TRY' } }, /above its total/],
	])('an invoice %s is refused before anything is sent', async (_, change, why) => {
		await expect(upload('1', { ...paper, ...change })).rejects.toThrow(why);
		expect(await listed()).toEqual(['1 waiting']);
	});

	test('an invoice before dispatch is refused', async () => {
		await expect(upload('2')).rejects.toThrow(/only for one that was shipped/);
	});
});
