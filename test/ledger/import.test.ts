import { placed, revised } from '../support/placed';
import { begun, draft, engines, ikasStore, settings } from '../support/ledgers';

describe.each(engines)('import on $engine', ({ open }) => {
	const hub = ikasStore(open);

	test('G1: an order exists once, and the same revision again answers unchanged', async () => {
		expect((await hub.take(placed('1')))[0]?.outcome).toBe('created');
		expect((await hub.take(placed('1')))[0]?.outcome).toBe('unchanged');
		expect((await hub.take(placed('2'), placed('2'))).map(({ outcome }) => outcome).sort()).toEqual(
			['created', 'unchanged'],
		);
		expect(await hub.sql('SELECT channel_id FROM orders ORDER BY channel_id')).toEqual([
			{ channel_id: '1' },
			{ channel_id: '2' },
		]);
	});

	test('G1: fifty callers with the same order make one of it', async () => {
		const answers = await Promise.all(Array.from({ length: 50 }, () => hub.take(placed('1'))));
		expect(answers.flat().filter(({ outcome }) => outcome === 'created')).toHaveLength(1);
		expect(await hub.sql('SELECT COUNT(*) AS n FROM order_lines')).toEqual([{ n: 1 }]);
	});

	test('G1: a second active store for the same account is refused', async () => {
		await expect(hub.ledger.saveStore(draft({ code: 'ikas-two' }))).rejects.toThrow(
			/"ikas-tr" already serves this ikas account/,
		);
		expect(await hub.sql('SELECT code FROM stores')).toEqual([{ code: 'ikas-tr' }]);
	});

	test('G1: settings saved with the credential of another account are refused', async () => {
		await expect(hub.ledger.saveStore(draft({ account: 'merchant-2' }))).rejects.toThrow(
			/belongs to ikas account merchant-1/,
		);
	});

	test('G2: every record ends with an outcome and its reason', async () => {
		const outcomes = await hub.take(
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
		expect(await hub.exceptions()).toEqual(['unknown_location']);
		expect(outcomes[4]?.reason).toContain('loc-nowhere');
	});

	test('G2: parked orders come in by themselves once the settings that parked them change', async () => {
		await hub.take(
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
					inventorySync: false,
				}),
			}),
		);
		await begun(hub.ledger);
		expect(await hub.ledger.getParked('ikas-tr', 50)).toEqual([]);
		expect(await hub.sql('SELECT channel_id, status FROM orders ORDER BY channel_id')).toEqual([
			{ channel_id: '1', status: 'created' },
			{ channel_id: '2', status: 'created' },
		]);
	});

	test('G2: more parked orders than one chunk come in, too', async () => {
		await hub.take(
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
			await hub.sql(
				'SELECT (SELECT COUNT(*) FROM parked) AS parked, (SELECT COUNT(*) FROM orders) AS orders',
			),
		).toEqual([{ parked: 0, orders: 250 }]);
	});

	test('G2: an order the hub knows is updated and flagged when its status is not mapped, never parked', async () => {
		await hub.take(placed('1'));
		await hub.route();
		const [outcome] = await hub.take(
			revised(placed('1'), 5, { hubStatus: null, statuses: ['status:REFUND_REQUESTED'] }),
		);
		expect(outcome?.outcome).toBe('updated');
		expect(await hub.order('1')).toMatchObject({
			flag: 'unmapped_status',
			status: 'new_order',
			channelStatus: 'status:REFUND_REQUESTED',
		});
		expect(await hub.ledger.getParked('ikas-tr', 50)).toEqual([]);
		await hub.take(revised(placed('1'), 6, {}));
		expect((await hub.order('1')).flag).toBeNull();
	});

	test('G11: nothing of an order is stored beyond the order itself', async () => {
		await hub.take({ ...placed('1'), accessToken: 'eyJ-secret' } as never);
		expect(JSON.stringify(await hub.order('1'))).not.toContain('eyJ-secret');
	});
});
