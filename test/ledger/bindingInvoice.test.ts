import type { StoreSettings } from '../../domain/store';
import { draft, engines, settings } from '../support/ledgers';
import { cancelled, line, placed, revised } from '../support/placed';
import { everyStep, failure, tellingStore } from '../support/telling';

const invoice = { code: 'INV-1', at: '2026-03-02T11:00:00.000Z', taxes: [] };
const soon = '2020-01-01T00:00:00.000Z';

describe.each(engines)('an order whose invoice binds, on $engine', ({ open }) => {
	const hub = tellingStore(open);
	const order = placed('1', { lines: [line('1', 'A', 2)], isWhole: true, invoiceBinds: true });
	const held = { 'istanbul A': 2 };
	beforeEach(async () => {
		await hub.take(order);
		await hub.route();
		await hub.send();
	});

	const status = async () => (await hub.order('1')).status;
	const save = (change: Partial<StoreSettings>) =>
		hub.ledger.saveStore(
			draft({ settings: settings({ workspaceStatusMap: everyStep, ...change }) }),
		);
	const cancel = () =>
		hub.ledger.changeStatus('ikas-tr', '1', 'cancelled', { reason: 'out_of_stock' });
	async function pack() {
		await hub.move('1', 'packed');
		const { parcels } = await hub.order('1');
		const told = parcels.map(({ parcel }) => ({ parcel, tracking: null, label: null, invoice }));
		await hub.ledger.completeUpdate(await hub.claimOne(), 'told', { parcels: told });
	}

	describe('cancelled by its customer', () => {
		test.each(['new_order', 'picked'] as const)('while it is %s is off', async (at) => {
			if (at === 'picked') await hub.move('1', at);
			expect(await hub.take(cancelled(order, 5))).toMatchObject([{ outcome: 'updated' }]);
			expect(await status()).toBe('cancelled');
			expect(await hub.reserved()).toEqual({});
		});

		test('is off when it is packed and the channel, asked for the invoice, refused', async () => {
			await hub.move('1', 'packed');
			await hub.ledger.failUpdate(await hub.claimOne(), failure('rejected'));
			await hub.take(cancelled(order, 5));
			expect(await status()).toBe('cancelled');
			expect(await hub.reserved()).toEqual({});
		});

		test('is off when it is packed and nobody has been told yet, who then hears nothing', async () => {
			await hub.move('1', 'packed');
			await hub.take(cancelled(order, 5));
			expect([await status(), await hub.send()]).toEqual(['cancelled', []]);
		});

		test('after the invoice is a conflict for a person, and its goods stay reserved', async () => {
			await pack();
			expect(await hub.take(cancelled(order, 5))).toMatchObject([{ outcome: 'exception' }]);
			expect([await status(), await hub.reserved()]).toEqual(['packed', held]);
			expect(await hub.theException()).toMatchObject({
				kind: 'cancelled_after_invoice',
				reference: '1',
				cause:
					'Order N1 was cancelled on the channel after it was invoiced, when the hub had it as packed.',
				advice: expect.stringMatching(/Keep the parcel.*cancel the order in the hub.*ship it/),
			});
			await hub.take(cancelled(order, 5), cancelled(order, 6));
			expect(await hub.exceptions()).toEqual(['cancelled_after_invoice']);
		});

		test.each(['being told', 'of unknown end'])(
			'is a conflict as well while the invoice is %s',
			async (how) => {
				await hub.move('1', 'packed');
				const telling = await hub.claimOne();
				if (how === 'of unknown end') await hub.ledger.failUpdate(telling, failure('unavailable'));
				await hub.take(cancelled(order, 5));
				expect(await hub.exceptions()).toEqual(['cancelled_after_invoice']);
				expect(await hub.reserved()).toEqual(held);
			},
		);

		test('is off after all where the channel, being told, refuses the invoice', async () => {
			await hub.move('1', 'packed');
			const telling = await hub.claimOne();
			await hub.take(cancelled(order, 5));
			expect(await status()).toBe('packed');
			await hub.ledger.failUpdate(telling, failure('rejected'));
			expect([await status(), await hub.reserved(), await hub.exceptions()]).toEqual([
				'cancelled',
				{},
				['update_refused'],
			]);
		});

		test('stays a conflict where the invoice is there and something else is refused', async () => {
			const labelled = { hubStatus: 'ready_to_ship', channelStatus: 'LABELLED' } as const;
			const others = everyStep.filter(({ hubStatus }) => hubStatus !== labelled.hubStatus);
			await save({ workspaceStatusMap: [...others, labelled] });
			await pack();
			await hub.move('1', 'ready_to_ship');
			const telling = await hub.claimOne();
			await hub.take(cancelled(order, 5));
			await hub.ledger.failUpdate(telling, failure('rejected'));
			expect([await status(), await hub.reserved()]).toEqual(['ready_to_ship', held]);
			expect(await hub.exceptions()).toContain('cancelled_after_invoice');
		});

		test('is decided by a person who accepts it: the goods are given back', async () => {
			await pack();
			await hub.take(cancelled(order, 5));
			await cancel();
			expect([await status(), await hub.reserved(), await hub.exceptions()]).toEqual([
				'cancelled',
				{},
				[],
			]);
		});

		test('is decided by a person who ships it all the same', async () => {
			await pack();
			await hub.take(cancelled(order, 5));
			await hub.ledger.dismissException((await hub.theException()).id, 'Oker ships it');
			await hub.move('1', 'shipped');
			expect([await status(), await hub.exceptions()]).toEqual(['shipped', []]);
			expect(
				await hub.sql("SELECT on_hand FROM stock WHERE hub = 'istanbul' AND sku = 'A'"),
			).toEqual([{ on_hand: 8 }]);
		});

		test('and taken back on the channel is no conflict any more', async () => {
			await pack();
			await hub.take(cancelled(order, 5));
			await hub.take(revised(order, 6, {}));
			expect([await status(), await hub.exceptions()]).toEqual(['packed', []]);
		});

		test('cannot be retried: which of the two is right only a person knows', async () => {
			await pack();
			await hub.take(cancelled(order, 5));
			const { id } = await hub.theException();
			await expect(hub.ledger.retryException(id)).rejects.toThrow(/cannot be retried/);
		});
	});

	describe('cancelled in the hub', () => {
		test('stays what it is until the channel has taken the cancel', async () => {
			expect((await cancel()).status).toBe('new_order');
			expect(await hub.reserved()).toEqual(held);
			const asking = await hub.claimOne();
			expect(asking.update).toMatchObject({ effect: 'cancel', reason: 'out_of_stock' });
			await hub.ledger.completeUpdate(asking, 'cancelled');
			expect([await status(), await hub.reserved()]).toEqual(['cancelled', {}]);
			expect(await hub.ledger.completeUpdate(asking, 'cancelled')).toMatchObject({ state: 'done' });
			const events = await hub.ledger.getEvents({ stores: [], types: [], limit: 50 });
			expect(events.filter(({ type }) => type === 'order_cancelled')).toHaveLength(1);
		});

		test('is asked for once, however often somebody says it', async () => {
			await cancel();
			await cancel();
			expect(await hub.send()).toEqual(['N1 CANCELLED']);
		});

		test('stays, and a person hears of it, when the channel refuses', async () => {
			await cancel();
			await hub.ledger.failUpdate(await hub.claimOne(), failure('rejected'));
			expect([await status(), await hub.reserved()]).toEqual(['new_order', held]);
			expect((await hub.theException()).cause).toBe(
				'Order N1 was to be cancelled, and stays new_order, as ikas has it as active: it said rejected',
			);
		});

		test('and packed before the channel answers is cancelled, and told no more', async () => {
			await cancel();
			const asking = await hub.claimOne();
			await hub.move('1', 'packed');
			await hub.ledger.completeUpdate(asking, 'cancelled');
			expect([await status(), await hub.send()]).toEqual(['cancelled', []]);
		});

		test.each(['packed', 'ready_to_ship'] as const)(
			'once it is %s is refused before anything is asked',
			async (at) => {
				await hub.move('1', at);
				const before = await hub.outbox();
				await expect(cancel()).rejects.toThrow(
					/is (packed|ready_to_ship) and cannot be cancelled: ikas takes a cancel only before/,
				);
				expect([await status(), await hub.reserved()]).toEqual([at, held]);
				expect(await hub.outbox()).toEqual(before);
			},
		);

		test('of which the channel hears nothing is cancelled here alone', async () => {
			await save({ automatedCancellation: false });
			expect((await cancel()).status).toBe('cancelled');
			expect([await hub.reserved(), await hub.send()]).toEqual([{}, []]);
		});

		test('by the channel as well, while it is asked, is off once', async () => {
			await cancel();
			const asking = await hub.claimOne();
			await hub.take(cancelled(order, 5));
			await hub.ledger.completeUpdate(asking, 'cancelled');
			expect([await status(), await hub.reserved()]).toEqual(['cancelled', {}]);
		});
	});

	test('another order is cancelled at once, also when it is packed and invoiced', async () => {
		await hub.take(placed('2', { lines: [line('1', 'B')] }));
		await hub.route();
		await hub.move('2', 'packed');
		for (const update of await hub.claim()) {
			const { parcels } = await hub.order('2');
			const told = parcels.map(({ parcel }) => ({ parcel, tracking: null, label: null, invoice }));
			await hub.ledger.postponeUpdate(update, 'not yet', { until: soon, parcels: told });
		}
		await hub.take(cancelled(placed('2', { lines: [line('1', 'B')] }), 5));
		expect((await hub.order('2')).status).toBe('cancelled');
	});
});
