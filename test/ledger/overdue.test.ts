import type { StoreSettings } from '../../domain/store';
import { line, placed } from '../support/placed';
import { draft, engines, ikasStore, settings } from '../support/ledgers';

const told = { workspaceStatusMap: [{ hubStatus: 'cancelled', channelStatus: 'X' }] } as const;

describe.each(engines)('orders on hold for too long, on $engine', ({ open }) => {
	const hub = ikasStore(open);

	const save = (change: Partial<StoreSettings>) =>
		hub.ledger.saveStore(draft({ settings: settings(change) }));
	/** Orders without goods, on hold for so many minutes. */
	async function held(minutes: number, ...ids: readonly string[]) {
		await hub.take(...ids.map((id) => placed(id, { lines: [line('1', 'A', 99)] })));
		await hub.route();
		await wait(minutes);
	}
	const wait = (minutes: number) => hub.sql(`UPDATE holds SET since = since - ${minutes * 60_000}`);
	const cancel = async (limit = 10) =>
		(await hub.ledger.cancelOverdue('ikas-tr', limit)).cancelled.map(({ number }) => number);
	const outbox = async () =>
		(await hub.sql('SELECT effect, state FROM outbox')).map(
			({ effect, state }) => `${effect} ${state}`,
		);

	test('stay so unless the store says otherwise, and before that', async () => {
		await held(9999, '1');
		expect(await cancel()).toEqual([]);
		await save({ cancelHeldMinutes: 60 });
		await held(59, '2');
		expect(await cancel()).toEqual(['N1']);
		expect(await hub.order('2')).toMatchObject({ status: 'on_hold' });
	});

	test('are cancelled once, with the reason in the order log, however many ask at once', async () => {
		await save({ cancelHeldMinutes: 60, ...told });
		await held(61, '1');
		const other = await hub.again();
		await Promise.all(
			[hub.ledger, other, hub.ledger].map((one) => one.cancelOverdue('ikas-tr', 10)),
		);
		expect(await cancel()).toEqual([]);
		expect(await hub.order('1')).toMatchObject({ status: 'cancelled', holdReason: null });
		const log = await hub.ledger.getOrderLog('ikas-tr', '1', 10);
		expect(log.slice(2).map(({ event, by, detail }) => `${event} ${by} ${detail}`)).toEqual([
			'order_overdue System on hold for more than 60 minutes, for Insufficient Inventory',
			'order_cancelled System cancelled',
		]);
		expect(await hub.ledger.claimUpdates('ikas-tr', 5)).toMatchObject([
			{ update: { effect: 'cancel', reason: 'out_of_stock' } },
		]);
	});

	test.each([
		['says nothing of it', {}],
		['does not cancel on the channel', { ...told, automatedCancellation: false }],
	])('G7: the channel does not hear of it where the store %s', async (_, change) => {
		await save({ cancelHeldMinutes: 60, ...change });
		await held(61, '1');
		expect(await cancel()).toEqual(['N1']);
		expect(await outbox()).toEqual([]);
	});

	test('go the longest held first, so many at once', async () => {
		await save({ cancelHeldMinutes: 60 });
		await held(70, '1');
		await held(61, '2', '3');
		await hub.sql(
			'UPDATE holds SET since = since - 5 WHERE order_id = (SELECT MAX(id) FROM orders)',
		);
		expect(await hub.ledger.cancelOverdue('ikas-tr', 2)).toMatchObject({
			cancelled: [
				{ order: '1', holdReason: 'inventory_not_present', heldSince: expect.any(String) },
				{ order: '3' },
			],
			waiting: true,
		});
		expect(await hub.ledger.cancelOverdue('ikas-tr', 2)).toMatchObject({ waiting: false });
	});

	test('that a person has just let go count from then', async () => {
		await save({ cancelHeldMinutes: 60 });
		await hub.take(placed('1', { hubStatus: 'on_hold', lines: [line('1', 'A', 99)] }));
		await wait(61);
		await hub.ledger.approveOrder('ikas-tr', '1');
		expect(await hub.order('1')).toMatchObject({ holdReason: 'inventory_not_present' });
		expect(await cancel()).toEqual([]);
	});

	test('where an invoice binds, the channel is asked, and once', async () => {
		await save({ cancelHeldMinutes: 60, ...told });
		await hub.take(placed('1', { invoiceBinds: true, lines: [line('1', 'A', 99)] }));
		await hub.route();
		await wait(61);
		expect([await cancel(), await cancel()]).toEqual([['N1'], []]);
		expect(await outbox()).toEqual(['cancel pending']);
		expect(await hub.order('1')).toMatchObject({ status: 'on_hold' });
	});

	test('that an OMS has or may have are left to it', async () => {
		await save({ cancelHeldMinutes: 60 });
		await held(61, '1');
		await hub.ledger.saveStore(draft({ code: 'oms', account: 'oms' }));
		await hub.sql(
			"INSERT INTO oms_orders (order_id, oms, key) SELECT id, 'oms', 'k' FROM orders WHERE channel_id = '1'",
		);
		expect(await cancel()).toEqual([]);
	});
});
