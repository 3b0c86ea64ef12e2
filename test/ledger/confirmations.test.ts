import type { Act } from '../../ledger/confirmationShapes';
import { line, placed } from '../support/placed';
import { begun, draft, engines, ikasStore, settings } from '../support/ledgers';

const person = 'ops';
const hash = 'a'.repeat(64);

describe.each(engines)('what a person confirms on $engine', ({ open }) => {
	const hub = ikasStore(open);

	const ask = (act: Act) => hub.ledger.askConfirmation({ act, hash, person });
	const confirm = (id: number, change: object = {}) =>
		hub.ledger.confirm({ id, hash, person, reason: 'because', ...change });
	const holding = async () => {
		await hub.take(placed('1', { lines: [line('1', 'A', 50)] }));
		await hub.route();
		await hub.sql("UPDATE orders SET hold_reason = 'forceful_on_hold'");
		return { act: 'release', store: 'ikas-tr', order: '1' } as const;
	};
	const excepted = async () => {
		await hub.take(placed('1', { location: 'x' }));
		return (await hub.ledger.getExceptions('ikas-tr', 1))[0]?.id ?? 0;
	};

	test('is shown before, and done once however often it is confirmed', async () => {
		await hub.take(placed('1'));
		await hub.sql("UPDATE orders SET status = 'on_hold', hold_reason = 'forceful_on_hold'");
		const act = { act: 'release', store: 'ikas-tr', order: '1' } as const;
		const { id, question, about, asksReason } = await ask(act);
		expect(question).toMatch(/route it now/);
		expect(about).toContainEqual(['Order', 'N1']);
		expect(asksReason).toBe(false);
		const [first, ...others] = await Promise.all([confirm(id), confirm(id), confirm(id)]);
		expect([first, ...others].filter(({ isRepeat }) => !isRepeat)).toHaveLength(1);
		for (const one of [first, ...others]) {
			expect(one).toMatchObject({ act: 'release', isDone: true, store: 'ikas-tr' });
			expect(one?.said).toBe('Order N1 is Ready for Picking now at hub istanbul.');
		}
		expect(await hub.sql('SELECT SUM(quantity) AS n FROM reservations')).toEqual([{ n: 2 }]);
	});

	test('an order that stays on hold says why', async () => {
		const { id } = await ask(await holding());
		expect(await confirm(id)).toMatchObject({
			isDone: false,
			said: 'Order N1 was routed again and stays on hold: Insufficient Inventory.',
		});
	});

	test.each([
		['another secret', { hash: 'b'.repeat(64) }],
		['a shorter one', { hash: 'a' }],
		['another person', { person: 'somebody' }],
		['another confirmation', { id: 4711 }],
	])('with %s is refused, and nothing happens', async (_, change) => {
		const exception = await excepted();
		const { id } = await ask({ act: 'dismiss', exception });
		await expect(confirm(id, change)).rejects.toThrow(/was not confirmed on a page/);
		expect(await hub.exceptions()).toEqual(['unknown_location']);
	});

	test('is refused when the page was open for half an hour, and forgotten after a week', async () => {
		const exception = await excepted();
		const { id } = await ask({ act: 'dismiss', exception });
		await hub.sql('UPDATE confirmations SET asked_at = asked_at - 31 * 60000');
		await expect(confirm(id)).rejects.toThrow(/open for too long/);
		await hub.sql('UPDATE confirmations SET asked_at = asked_at - 7 * 24 * 3600000');
		await ask({ act: 'dismiss', exception });
		expect(await hub.sql('SELECT COUNT(*) AS n FROM confirmations')).toEqual([{ n: 1 }]);
	});

	test('closes an exception with the reason, and not without one', async () => {
		const exception = await excepted();
		const { id, asksReason } = await ask({ act: 'dismiss', exception });
		expect(asksReason).toBe(true);
		await expect(confirm(id, { reason: ' ' })).rejects.toThrow(/reason is blank/);
		expect(await confirm(id)).toMatchObject({ isDone: true, isRepeat: false });
		expect(await hub.sql('SELECT state, dismissed_because FROM exceptions')).toEqual([
			{ state: 'dismissed', dismissed_because: 'because' },
		]);
		expect(await confirm(id)).toMatchObject({ isDone: true, isRepeat: true });
	});

	test('retries an exception, and says where it ended as one again', async () => {
		const exception = await excepted();
		const { id } = await ask({ act: 'retry', exception });
		expect(await confirm(id)).toMatchObject({
			isDone: false,
			said: expect.stringContaining('as an exception again'),
		});
		const locations = [...settings().locations, { id: 'x', name: 'X' }];
		const hubMap = [
			{ location: 'loc-ist', hub: 'istanbul' },
			{ location: 'x', hub: 'ankara' },
		];
		await hub.ledger.saveStore(draft({ settings: settings({ locations, hubMap }) }));
		const again = await ask({ act: 'retry', exception });
		expect(await confirm(again.id)).toMatchObject({ isDone: true, act: 'retry' });
		expect(await hub.exceptions()).toEqual([]);
	});

	test('what cannot be done is not even asked', async () => {
		await expect(ask({ act: 'retry', exception: 99 })).rejects.toThrow(/no exception 99/);
		await expect(ask({ act: 'release', store: 'ikas-tr', order: 'x' })).rejects.toThrow(/no order/);
		await expect(ask({ act: 'sync', store: 'x', kind: 'orders', isFull: false })).rejects.toThrow(
			/no store/,
		);
		expect(await hub.sql('SELECT * FROM confirmations')).toEqual([]);
	});

	test('makes a sync due that was not, also after a failure', async () => {
		const failure = { kind: 'unavailable', message: 'down', retryAfterMs: 900_000 };
		await hub.ledger.failSync(await begun(hub.ledger), failure);
		const { id } = await ask({ act: 'sync', store: 'ikas-tr', kind: 'orders', isFull: false });
		expect((await hub.ledger.beginSync('ikas-tr', 'orders')).answer).toBe('notDue');
		expect(await confirm(id)).toMatchObject({
			isDone: true,
			said: expect.stringContaining('due now'),
		});
		expect((await hub.ledger.beginSync('ikas-tr', 'orders')).answer).toBe('run');
		const again = await ask({ act: 'sync', store: 'ikas-tr', kind: 'orders', isFull: false });
		expect(await confirm(again.id)).toMatchObject({
			isDone: false,
			said: 'Another execution syncs this store.',
		});
	});

	test('says why a sync does not begin that is off', async () => {
		await hub.ledger.saveStore(draft({ settings: settings({ catalogSync: false }) }));
		const { id } = await ask({ act: 'sync', store: 'ikas-tr', kind: 'catalog', isFull: false });
		expect(await confirm(id)).toMatchObject({
			isDone: false,
			said: 'Catalog Sync is switched off in the store settings.',
		});
	});

	test('keeps only the hash that it was given', async () => {
		await ask({ act: 'dismiss', exception: await excepted() });
		expect(await hub.sql('SELECT hash, person, answer FROM confirmations')).toEqual([
			{ hash, person, answer: null },
		]);
	});
});
