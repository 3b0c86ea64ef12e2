import { contentHash } from '../../ledger/contentHash';
import { begun, draft, engines, page, settings } from '../support/ledgers';
import { line, placed } from '../support/placed';
import { failure, tellingStore } from '../support/telling';

describe.each(engines)('an exception that a person retries, on $engine', ({ open }) => {
	const hub = tellingStore(open);

	test('an order from a location that was unknown comes in once the store knows it', async () => {
		await hub.take(placed('1', { location: 'loc-bursa' }));
		const { id } = await hub.theException();
		expect((await hub.ledger.retryException(id)).outcomes).toMatchObject([
			{ outcome: 'exception' },
		]);
		expect(await hub.exceptions()).toEqual(['unknown_location']);
		const known = settings({
			locations: [...settings().locations, { id: 'loc-bursa', name: 'Bursa' }],
			hubMap: [{ location: 'loc-bursa', hub: 'ankara' }],
		});
		await hub.ledger.saveStore(draft({ settings: known }));
		expect(await hub.ledger.retryException(id)).toEqual({
			id,
			store: 'ikas-tr',
			did: 'imported',
			order: '1',
			outcomes: [{ id: '1', outcome: 'created', reason: null }],
		});
		expect(await hub.exceptions()).toEqual([]);
		expect((await hub.order('1')).status).toBe('created');
	});

	test('the status of a retried order is mapped anew', async () => {
		await hub.take(placed('1', { location: 'loc-bursa' }));
		const { id } = await hub.theException();
		const changed = settings({
			locations: [...settings().locations, { id: 'loc-bursa', name: 'Bursa' }],
			hubMap: [{ location: 'loc-bursa', hub: 'ankara' }],
			channelStatusMap: [{ channelStatus: 'status:CREATED', hubStatus: 'on_hold' }],
		});
		await hub.ledger.saveStore(draft({ settings: changed }));
		await hub.ledger.retryException(id);
		expect((await hub.order('1')).status).toBe('on_hold');
	});

	test('an unreadable order has to be read again, and stays an exception until it comes in well', async () => {
		const bad = { id: 'bad', reason: 'no orderedAt', raw: { id: 'bad' } };
		await hub.ledger.importPage(page(await begun(hub.ledger), { unreadable: [bad] }));
		const { id } = await hub.theException();
		expect(await hub.ledger.retryException(id)).toEqual({
			id,
			store: 'ikas-tr',
			did: 'read',
			order: 'bad',
			outcomes: [],
		});
		expect(await hub.exceptions()).toEqual(['unreadable']);
		await hub.take(placed('bad'));
		expect(await hub.exceptions()).toEqual([]);
	});

	test('an order that was edited too late has to be read again', async () => {
		await hub.accept('1');
		await hub.move('1', 'picked');
		await hub.take(
			placed('1', { revisedAt: '2026-03-02T10:05:00.000Z', lines: [line('1', 'A', 3)] }),
		);
		const { id, kind } = await hub.theException();
		expect(kind).toBe('order_edited');
		expect(await hub.ledger.retryException(id)).toMatchObject({ did: 'read', order: '1' });
	});

	test('a record without an id cannot be read again', async () => {
		const raw = { orderedAt: null };
		const bad = { id: null, reason: 'no id', raw };
		await hub.ledger.importPage(page(await begun(hub.ledger), { unreadable: [bad] }));
		const { id, reference } = await hub.theException();
		expect(reference).toBe(contentHash(raw));
		await expect(hub.ledger.retryException(id)).rejects.toThrow('a record without an order id');
	});

	test('a refused update is sent again, as if for the first time', async () => {
		const { id } = await hub.refusedUpdate();
		expect(await hub.ledger.retryException(id)).toEqual({
			id,
			store: 'ikas-tr',
			did: 'requeued',
			order: '1',
			outcomes: [],
		});
		expect(await hub.exceptions()).toEqual([]);
		expect((await hub.claimOne()).attempts).toBe(1);
	});

	test('an update that is refused again becomes the same exception again', async () => {
		const { id } = await hub.refusedUpdate();
		await hub.ledger.retryException(id);
		await hub.ledger.failUpdate(await hub.claimOne(), failure('rejected'));
		expect((await hub.theException()).id).toBe(id);
	});

	test('an update goes before the later ones of its order when it is sent again', async () => {
		const { id } = await hub.refusedUpdate();
		await hub.move('1', 'packed');
		await hub.ledger.retryException(id);
		expect(await hub.send()).toEqual(['N1 ACCEPTED', 'N1 READY']);
	});

	test('an update is not sent again when the channel was told something newer since', async () => {
		const { id } = await hub.refusedUpdate();
		await hub.move('1', 'packed');
		await hub.send();
		await expect(hub.ledger.retryException(id)).rejects.toThrow(
			'Order N1 was not told as ACCEPTED again: the channel was told status READY since.',
		);
		expect(await hub.exceptions()).toEqual(['update_refused']);
	});

	test('an update is not sent again when its order was cancelled', async () => {
		const { id } = await hub.refusedUpdate();
		await hub.move('1', 'cancelled');
		await expect(hub.ledger.retryException(id)).rejects.toThrow('the order is cancelled by now');
	});

	test('what only a person can settle is not retried, and says what to do', async () => {
		await hub.accept('1');
		await hub.move('1', 'shipped');
		await hub.take(
			placed('1', {
				revisedAt: '2026-03-02T10:05:00.000Z',
				hubStatus: 'cancelled',
				lines: [line('1', 'A')],
			}),
		);
		const { id } = await hub.theException();
		await expect(hub.ledger.retryException(id)).rejects.toThrow(
			`Exception ${id} (cancelled_after_shipping) cannot be retried. Call the parcel back with the carrier, or handle it as a return. When that is done, dismiss it.`,
		);
	});

	test('what is closed is neither retried nor dismissed', async () => {
		const { id } = await hub.refusedUpdate();
		await hub.ledger.retryException(id);
		const closed = `Exception ${id} is resolved already.`;
		await expect(hub.ledger.retryException(id)).rejects.toThrow(closed);
		await expect(hub.ledger.dismissException(id, 'late')).rejects.toThrow(closed);
	});

	test('of many retries at once one goes through', async () => {
		const { id } = await hub.refusedUpdate();
		const retries = await Promise.allSettled(
			Array.from({ length: 8 }, () => hub.ledger.retryException(id)),
		);
		expect(retries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		expect(await hub.outbox()).toEqual(['N1 ACCEPTED pending']);
	});
});
