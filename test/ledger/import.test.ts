import { cancelled, line, placed, revised } from '../support/placed';
import {
	begun,
	draft,
	engines,
	furnish,
	page,
	settings,
	type OpenLedger,
} from '../support/ledgers';

describe.each(engines)('import on $engine', ({ open }) => {
	let hub: OpenLedger;
	beforeEach(async () => {
		hub = await open();
		await furnish(hub.ledger);
	});
	afterEach(() => hub.close());

	const take = (...orders: Parameters<typeof hub.ledger.importOrders>[1]) =>
		hub.ledger.importOrders('ikas-tr', orders);
	const route = () => hub.ledger.routeWaiting('ikas-tr', 50);
	const reserved = () =>
		Object.fromEntries(
			hub
				.sql("SELECT hub || ' ' || sku AS place, reserved FROM stock WHERE reserved <> 0")
				.map((row) => [row.place, row.reserved]),
		);
	const exceptions = async () =>
		(await hub.ledger.getExceptions('ikas-tr', 50)).map(({ kind }) => kind);

	test('G1: an order exists once, and the same revision again answers unchanged', async () => {
		expect((await take(placed('1')))[0]?.outcome).toBe('created');
		expect((await take(placed('1')))[0]?.outcome).toBe('unchanged');
		expect((await take(placed('2'), placed('2'))).map(({ outcome }) => outcome).sort()).toEqual([
			'created',
			'unchanged',
		]);
		expect(hub.sql('SELECT channel_id FROM orders ORDER BY channel_id')).toEqual([
			{ channel_id: '1' },
			{ channel_id: '2' },
		]);
	});

	test('G1: fifty callers with the same order make one of it', async () => {
		const answers = await Promise.all(Array.from({ length: 50 }, () => take(placed('1'))));
		expect(answers.flat().filter(({ outcome }) => outcome === 'created')).toHaveLength(1);
		expect(hub.sql('SELECT COUNT(*) AS n FROM order_lines')).toEqual([{ n: 1 }]);
	});

	test('G1: a second active store for the same account is refused', async () => {
		await expect(hub.ledger.saveStore(draft({ code: 'ikas-two' }))).rejects.toThrow(
			/"ikas-tr" already serves this ikas account/,
		);
		expect(hub.sql('SELECT code FROM stores')).toEqual([{ code: 'ikas-tr' }]);
	});

	test('G1: settings saved with the credential of another account are refused', async () => {
		await expect(hub.ledger.saveStore(draft({ account: 'merchant-2' }))).rejects.toThrow(
			/belongs to ikas account merchant-1/,
		);
	});

	test('G2: every record ends with an outcome and its reason', async () => {
		const outcomes = await take(
			placed('new'),
			placed('status', { hubStatus: null, statuses: ['payment:WAITING'] }),
			placed('old', { placedAt: '2026-02-28T23:59:59.000Z' }),
			placed('unmapped', { location: 'loc-izm' }),
			placed('unknown', { location: 'loc-nowhere' }),
		);
		expect(outcomes.map(({ id, outcome }) => [id, outcome])).toEqual([
			['new', 'created'],
			['status', 'parked'],
			['old', 'parked'],
			['unmapped', 'parked'],
			['unknown', 'exception'],
		]);
		expect(
			(await hub.ledger.getParked('ikas-tr', 50)).map(({ id, reason }) => [id, reason]).sort(),
		).toEqual([
			['old', 'before_connection'],
			['status', 'unmapped_status'],
			['unmapped', 'unmapped_location'],
		]);
		expect(await exceptions()).toEqual(['unknown_location']);
		expect(outcomes[4]?.reason).toContain('loc-nowhere');
	});

	test('G2: parked orders come in by themselves once the settings that parked them change', async () => {
		await take(
			placed('1', { hubStatus: null, statuses: ['payment:WAITING'] }),
			placed('2', { location: 'loc-izm' }),
		);
		await hub.ledger.saveStore(
			draft({
				settings: settings({
					channelStatusMap: [
						...settings().channelStatusMap,
						{ channelStatus: 'payment:WAITING', hubStatus: 'new_order' },
					],
					hubMap: [...settings().hubMap, { location: 'loc-izm', hub: 'ankara' }],
				}),
			}),
		);
		await begun(hub.ledger);
		expect(await hub.ledger.getParked('ikas-tr', 50)).toEqual([]);
		expect(hub.sql('SELECT channel_id, status FROM orders ORDER BY channel_id')).toEqual([
			{ channel_id: '1', status: 'created' },
			{ channel_id: '2', status: 'created' },
		]);
	});

	test('G2: more parked orders than one chunk come in, too', async () => {
		await take(
			...Array.from({ length: 250 }, (_, at) =>
				placed(`p${at}`, { hubStatus: null, statuses: ['payment:WAITING'] }),
			),
		);
		const map = [
			...settings().channelStatusMap,
			{ channelStatus: 'payment:WAITING', hubStatus: 'new_order' as const },
		];
		await hub.ledger.saveStore(draft({ settings: settings({ channelStatusMap: map }) }));
		await begun(hub.ledger);
		expect(
			hub.sql(
				'SELECT (SELECT COUNT(*) FROM parked) AS parked, (SELECT COUNT(*) FROM orders) AS orders',
			),
		).toEqual([{ parked: 0, orders: 250 }]);
	});

	test('G2: an order the hub knows is updated and flagged when its status is not mapped, never parked', async () => {
		await take(placed('1'));
		await route();
		const [outcome] = await take(
			revised(placed('1'), 5, { hubStatus: null, statuses: ['status:REFUND_REQUESTED'] }),
		);
		expect(outcome?.outcome).toBe('updated');
		expect(await hub.ledger.getOrder('ikas-tr', '1')).toMatchObject({
			flag: 'unmapped_status',
			status: 'new_order',
			channelStatus: 'status:REFUND_REQUESTED',
		});
		expect(await hub.ledger.getParked('ikas-tr', 50)).toEqual([]);
		await take(revised(placed('1'), 6, {}));
		expect((await hub.ledger.getOrder('ikas-tr', '1')).flag).toBeNull();
	});

	test('G5: an older revision changes nothing, a repeated one neither', async () => {
		await take(placed('1'));
		await take(revised(placed('1'), 10, { lines: [line('1', 'A', 3)] }));
		const [outcome] = await take(revised(placed('1'), 5, { lines: [line('1', 'A', 9)] }));
		expect(outcome).toMatchObject({ outcome: 'unchanged', reason: 'a newer revision is known' });
		expect((await hub.ledger.getOrder('ikas-tr', '1')).lines[0]?.ordered).toBe(3);
	});

	test('G5: an older revision does not push out a newer one that is parked', async () => {
		await take(revised(placed('1'), 10, { hubStatus: null, statuses: ['payment:WAITING'] }));
		expect((await take(placed('1')))[0]).toMatchObject({
			outcome: 'unchanged',
			reason: 'a newer revision is parked',
		});
	});

	test('G5: where the channel gives no revision, the content decides', async () => {
		await take(placed('1', { revisedAt: null }));
		expect((await take(placed('1', { revisedAt: null })))[0]?.outcome).toBe('unchanged');
		expect((await take(placed('1', { revisedAt: null, number: 'N1b' })))[0]?.outcome).toBe(
			'updated',
		);
	});

	test('G5: a cancellation frees the reservation, and the cancelled order stays cancelled when it comes again', async () => {
		await take(placed('1'));
		await route();
		expect(reserved()).toEqual({ 'istanbul A': 2 });
		await take(cancelled(placed('1'), 5));
		expect(reserved()).toEqual({});
		await take(revised(placed('1'), 10, {}));
		expect(await hub.ledger.getOrder('ikas-tr', '1')).toMatchObject({
			status: 'cancelled',
			flag: 'active_on_channel',
		});
		await route();
		expect(reserved()).toEqual({});
	});

	test('G5: an edit of a cancelled order is no concern of anybody', async () => {
		await take(placed('1'));
		await take(cancelled(placed('1'), 5));
		await take(revised(placed('1'), 10, { lines: [line('1', 'A', 5)] }));
		expect(await hub.ledger.getOrder('ikas-tr', '1')).toMatchObject({
			status: 'cancelled',
			lines: [{ ordered: 2 }],
		});
		expect(await exceptions()).toEqual([]);
	});

	test('G5: first seen already shipped is stored as shipped and takes its stock', async () => {
		await take(
			placed('1', { statuses: ['package:FULFILLED'], hubStatus: 'shipped', location: 'loc-ank' }),
		);
		expect(await hub.ledger.getOrder('ikas-tr', '1')).toMatchObject({
			status: 'shipped',
			hub: 'ankara',
			lines: [{ shipped: 2 }],
		});
		expect(await hub.ledger.getStock('acme', 'A')).toMatchObject([
			{ hub: 'ankara', onHand: 8, reserved: 0 },
			{ hub: 'istanbul', onHand: 10 },
		]);
	});

	test('G5: shipped outside with an unknown hub goes to a person', async () => {
		await take(placed('1', { statuses: ['package:FULFILLED'], hubStatus: 'shipped' }));
		expect(await exceptions()).toEqual(['shipped_outside']);
	});

	test('G5: shipped outside with a SKU nobody knows goes to a person, and the rest takes its stock', async () => {
		const lines = [line('1', 'A', 2), line('2', 'Z', 1)];
		await take(
			placed('1', {
				lines,
				statuses: ['package:FULFILLED'],
				hubStatus: 'shipped',
				location: 'loc-ank',
			}),
		);
		expect(await exceptions()).toEqual(['shipped_outside']);
		expect((await hub.ledger.getStock('acme', 'A'))[0]).toMatchObject({ hub: 'ankara', onHand: 8 });
	});

	test('G5: shipped on the channel after the hub reserved consumes reservation and stock together', async () => {
		await take(placed('1'));
		await route();
		await take(revised(placed('1'), 5, { statuses: ['package:FULFILLED'], hubStatus: 'shipped' }));
		expect((await hub.ledger.getStock('acme', 'A'))[1]).toMatchObject({
			hub: 'istanbul',
			onHand: 8,
			reserved: 0,
		});
		expect(hub.sql('SELECT hub, status FROM parcels')).toEqual([
			{ hub: 'istanbul', status: 'shipped' },
		]);
	});

	test('G5: a cancellation after shipping goes to a person', async () => {
		await take(
			placed('1', { statuses: ['package:FULFILLED'], hubStatus: 'shipped', location: 'loc-ank' }),
		);
		expect((await take(cancelled(placed('1'), 5)))[0]?.outcome).toBe('exception');
		expect((await hub.ledger.getOrder('ikas-tr', '1')).status).toBe('shipped');
		expect(await exceptions()).toEqual(['cancelled_after_shipping']);
	});

	test('G8: unreadable records become exceptions, the others go through, repeats change nothing', async () => {
		const run = await begun(hub.ledger);
		const unreadable = [
			{ id: 'bad', reason: 'ikas: order bad has no orderedAt', raw: { id: 'bad' } },
		];
		const stored = await hub.ledger.importPage(page(run, { orders: [placed('1')], unreadable }));
		expect(stored.counts).toMatchObject({ created: 1, exception: 1 });
		await hub.ledger.importPage(page(run, { unreadable }));
		expect(await hub.ledger.getExceptions('ikas-tr', 50)).toMatchObject([
			{
				kind: 'unreadable',
				reference: 'bad',
				cause: 'ikas: order bad has no orderedAt',
				payload: { id: 'bad' },
			},
		]);
		await take(placed('bad'));
		expect(await exceptions()).toEqual([]);
	});

	test.each([
		['two lines with one id', { lines: [line('1', 'A'), line('1', 'B')] }],
		['half a unit', { lines: [line('1', 'A', 0.5)] }],
		['more cancelled than ordered', { lines: [line('1', 'A', 1, 2)] }],
		['a status that is none', { hubStatus: 'paid' as never }],
	])('G8: an order with %s becomes an exception, the others go through', async (_, wrong) => {
		const outcomes = await take(placed('bad', wrong), placed('good'));
		expect(outcomes.map(({ outcome }) => outcome)).toEqual(['exception', 'created']);
		expect(await exceptions()).toEqual(['unreadable']);
	});

	test('G12: the edited orders of one page are routed again together, and none is promised twice', async () => {
		const many = Array.from({ length: 8 }, (_, at) => placed(`e${at}`));
		await take(...many);
		await route();
		await take(...many.map((one) => revised(one, 5, { lines: [line('1', 'A', 3)] })));
		expect(reserved()).toEqual({ 'istanbul A': 9, 'ankara A': 9 });
		expect(hub.sql("SELECT COUNT(*) AS n FROM orders WHERE status = 'on_hold'")).toEqual([
			{ n: 2 },
		]);
	});

	test('G12: an edit that is taken back on the channel closes its exception', async () => {
		await take(placed('1'));
		await route();
		await hub.ledger.changeStatus('ikas-tr', '1', 'picked');
		await take(revised(placed('1'), 5, { lines: [line('1', 'A', 1)] }));
		await take(revised(placed('1'), 10, {}));
		expect(await exceptions()).toEqual([]);
	});

	test('G8: an exception that a person dismissed stays dismissed when the same record comes again', async () => {
		const bad = { id: 'bad', reason: 'no orderedAt', raw: { id: 'bad' } };
		const run = await begun(hub.ledger);
		await hub.ledger.importPage(page(run, { unreadable: [bad] }));
		hub.sql("UPDATE exceptions SET state = 'dismissed'");
		await hub.ledger.importPage(page(run, { unreadable: [bad] }));
		expect(await exceptions()).toEqual([]);
		await hub.ledger.importPage(
			page(run, { unreadable: [{ ...bad, raw: { id: 'bad', changed: true } }] }),
		);
		expect(await exceptions()).toEqual(['unreadable']);
	});

	test('G12: an edit before picking replaces lines, address and reservation and routes again in one go', async () => {
		await take(placed('1'));
		await route();
		await take(
			revised(placed('1'), 5, {
				lines: [line('1', 'A', 1), line('2', 'B', 4)],
				location: 'loc-ank',
			}),
		);
		expect(await hub.ledger.getOrder('ikas-tr', '1')).toMatchObject({
			status: 'new_order',
			hub: 'ankara',
		});
		expect(reserved()).toEqual({ 'ankara A': 1, 'ankara B': 4 });
	});

	test('G12: an edit that no longer fits ends on hold and holds nothing', async () => {
		await take(placed('1'));
		await route();
		await take(revised(placed('1'), 5, { lines: [line('1', 'A', 99)] }));
		expect(await hub.ledger.getOrder('ikas-tr', '1')).toMatchObject({
			status: 'on_hold',
			holdReason: 'inventory_not_present',
		});
		expect(reserved()).toEqual({});
	});

	test('G12: from picked on an edit is an exception that shows the difference, and the hub keeps its copy', async () => {
		await take(placed('1'));
		await route();
		await hub.ledger.changeStatus('ikas-tr', '1', 'picked');
		const [outcome] = await take(revised(placed('1'), 5, { lines: [line('1', 'A', 1)] }));
		expect(outcome?.outcome).toBe('exception');
		expect(await hub.ledger.getOrder('ikas-tr', '1')).toMatchObject({
			status: 'picked',
			lines: [{ ordered: 2, reserved: 2 }],
		});
		expect(await hub.ledger.getExceptions('ikas-tr', 50)).toMatchObject([
			{
				kind: 'order_edited',
				payload: [{ field: 'line 1', hub: { ordered: 2 }, channel: { ordered: 1 } }],
			},
		]);
		expect((await take(revised(placed('1'), 5, { lines: [line('1', 'A', 1)] })))[0]?.outcome).toBe(
			'unchanged',
		);
	});

	test('G12: a listing whose SKU changed keeps its SKU, and its orders wait for a person', async () => {
		await hub.ledger.importListings('ikas-tr', [{ id: 'listing-A', sku: 'A', title: 'Shirt' }]);
		const [outcome] = await hub.ledger.importListings('ikas-tr', [
			{ id: 'listing-A', sku: 'B', title: 'Shirt' },
		]);
		expect(outcome?.outcome).toBe('exception');
		await take(placed('1', { lines: [{ ...line('1', 'B'), listing: 'listing-A' }] }));
		await route();
		expect(await hub.ledger.getOrder('ikas-tr', '1')).toMatchObject({
			status: 'on_hold',
			holdReason: 'sku_not_valid',
		});
		expect(reserved()).toEqual({});
		expect(await exceptions()).toEqual(['listing_sku_changed']);
	});

	test('G11: nothing of an order is stored beyond the order itself', async () => {
		await take({ ...placed('1'), accessToken: 'eyJ-secret' } as never);
		expect(JSON.stringify(await hub.ledger.getOrder('ikas-tr', '1'))).not.toContain('eyJ-secret');
	});
});
