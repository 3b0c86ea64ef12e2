import type { QueueFilter } from '../../ledger/overviewShapes';
import { line, placed, revised } from '../support/placed';
import { sendBack } from '../support/returning';
import { draft, engines, ikasStore, settings } from '../support/ledgers';

describe.each(engines)('the queues of a page on $engine', ({ open }) => {
	const hub = ikasStore(open);
	const ids = ['1', '2', '3', '4', '5'];

	beforeEach(() =>
		hub.ledger.saveStore(draft({ code: 'ikas-de', account: 'merchant-2', settings: settings() })),
	);

	/** Every row, three at a time. */
	async function walk<Row>(
		part: (filter: QueueFilter) => Promise<{ rows: readonly Row[]; next: string | null }>,
		store?: string,
	): Promise<readonly Row[]> {
		const rows: Row[] = [];
		for (let after: string | null | undefined = undefined; after !== null; ) {
			const read = await part({ limit: 3, ...(store && { store }), ...(after && { after }) });
			expect(read.rows.length).toBeLessThanOrEqual(3);
			rows.push(...read.rows);
			after = read.next;
		}
		return rows;
	}

	test('gives every exception once, with cause and advice, also where some leave meanwhile', async () => {
		await hub.take(...ids.map((id) => placed(id, { location: `x${id}` })));
		await hub.ledger.importOrders('ikas-de', [placed('6', { location: 'x6' })]);
		expect((await walk(hub.ledger.getExceptionQueue)).map(({ reference }) => reference)).toEqual([
			...ids,
			'6',
		]);
		const part = await hub.ledger.getExceptionQueue({ store: 'ikas-tr', limit: 3 });
		expect(part.rows[0]).toMatchObject({
			cause: expect.stringContaining('x1'),
			kind: 'unknown_location',
		});
		await hub.ledger.dismissException(part.rows[0]?.id ?? 0, 'gone');
		const rest = await hub.ledger.getExceptionQueue({
			...{ store: 'ikas-tr', limit: 3, after: part.next ?? '' },
		});
		expect(rest.rows.map(({ reference }) => reference)).toEqual(['4', '5']);
		expect(rest.next).toBeNull();
	});

	test('gives held orders, the oldest first, and says why none of the hubs took it', async () => {
		await hub.take(
			...ids.map((id) =>
				placed(id, {
					placedAt: `2026-03-0${9 - Number(id)}T10:00:00.000Z`,
					lines: [line('1', 'A', 50)],
				}),
			),
		);
		await hub.route();
		const held = await walk(hub.ledger.getHoldQueue, 'ikas-tr');
		expect(held.map(({ id }) => id)).toEqual(['5', '4', '3', '2', '1']);
		expect(held[0]).toMatchObject({
			...{ number: 'N5', holdReason: 'inventory_not_present' },
			why: expect.stringContaining('istanbul'),
		});
		expect(await walk(hub.ledger.getHoldQueue)).toHaveLength(5);
		expect(await walk(hub.ledger.getHoldQueue, 'ikas-de')).toEqual([]);
	});

	test('says nothing of an earlier decision where an order waits for a person', async () => {
		await hub.take(placed('1'), placed('2'));
		await hub.route();
		await hub.ledger.changeStatus('ikas-tr', '1', 'on_hold');
		await hub.take(revised(placed('2'), 5, { hubStatus: 'on_hold', statuses: ['status:HELD'] }));
		expect((await hub.ledger.getHoldQueue({ limit: 3 })).rows).toMatchObject([
			{ id: '1', holdReason: 'forceful_on_hold', why: null },
			{ id: '2', holdReason: 'require_manual_approval', why: null },
		]);
	});

	test('gives parked orders, also where many were parked at once', async () => {
		await hub.take(...ids.map((id) => placed(id, { hubStatus: null })));
		await hub.sql('UPDATE parked SET since = 1');
		expect((await walk(hub.ledger.getParkedQueue)).map(({ id }) => id)).toEqual(ids);
	});

	test('gives returns that wait for a person', async () => {
		await hub.take(...ids.map((id) => placed(id, { hubStatus: 'delivered', location: 'loc-ist' })));
		const states = ['requested', 'approved', 'ordered', 'received', 'requested'] as const;
		for (const [at, state] of states.entries()) {
			await sendBack(hub.ledger, state, { order: ids[at] ?? '', code: `R${at}` });
		}
		await hub.ledger.rejectReturn('R4', 'worn');
		const waiting = await walk(hub.ledger.getReturnQueue, 'ikas-tr');
		expect(waiting.map(({ code, state }) => `${code} ${state}`)).toEqual([
			...['R0 requested', 'R1 approved', 'R3 received'],
		]);
		expect(waiting[0]).toMatchObject({
			...{ number: 'N1', kind: 'customer', reason: 'too small', since: expect.any(String) },
			items: [{ sku: 'A', quantity: 2 }],
		});
	});

	test('gives the updates that wait', async () => {
		const workspaceStatusMap = [
			{ hubStatus: 'shipped', channelStatus: 'package:FULFILLED' },
		] as const;
		await hub.ledger.saveStore(draft({ settings: settings({ workspaceStatusMap }) }));
		await hub.take(...ids.map((id) => placed(id)));
		await hub.route();
		for (const id of ids) await hub.ledger.changeStatus('ikas-tr', id, 'shipped');
		const waiting = await walk(hub.ledger.getUpdateQueue, 'ikas-tr');
		expect(waiting.map(({ number }) => number)).toEqual(['N1', 'N2', 'N3', 'N4', 'N5']);
		expect(waiting[0]).toMatchObject({ state: 'pending', attempts: 0, dueAt: expect.any(String) });
	});

	test.each(['x', 'n1', 'n1.n2.n3', 't%.n1', '["a",1]', 'n1e9.n1'])(
		'refuses the place %s that it never gave',
		async (after) => {
			await expect(hub.ledger.getHoldQueue({ after, limit: 3 })).rejects.toThrow(/no such place/);
		},
	);

	test('refuses a store that is not there', async () => {
		await expect(hub.ledger.getHoldQueue({ store: 'nowhere', limit: 3 })).rejects.toThrow(
			/no store/,
		);
	});
});
