import { engines } from '../support/ledgers';
import { line, placed, revised } from '../support/placed';
import { failure, tellingStore } from '../support/telling';

const second = 1000;
const minute = 60 * second;

describe.each(engines)('a channel update that fails, on $engine', ({ open }) => {
	const hub = tellingStore(open);

	const clock = async () => Number((await hub.sql('SELECT {now} AS now'))[0]?.now);
	/** Fails what is due, and tells after how long it is due again, as closely as the database's clock allows. */
	async function failed(kind: string, retryAfterMs: number | null = null) {
		await hub.becomeDue();
		const one = await hub.claimOne();
		const before = await clock();
		const ended = await hub.ledger.failUpdate(one, failure(kind, retryAfterMs));
		const took = (await clock()) - before;
		const waits = ended.dueAt === null ? null : Date.parse(ended.dueAt) - before;
		return {
			...ended,
			/** Whether it waits this long. */
			waits: (ms: number) => waits !== null && waits >= ms && waits <= ms + took,
		};
	}

	test.each(['unavailable', 'malformed', 'something new'])(
		'G8: %s is tried again after 30 s, twice as long each time, at most 30 min',
		async (kind) => {
			await hub.accept('1');
			for (const seconds of [30, 60, 120, 240, 480, 960, 1800, 1800, 1800]) {
				const ended = await failed(kind);
				expect(ended.state).toBe('pending');
				expect(ended.waits(seconds * second)).toBe(true);
			}
		},
	);

	test('G8: unauthorised is tried again after 5 min, twice as long each time, at most 30 min', async () => {
		await hub.accept('1');
		for (const minutes of [5, 10, 20, 30, 30]) {
			expect((await failed('unauthorised')).waits(minutes * minute)).toBe(true);
		}
	});

	test('G8: the channel is left alone for as long as it asks', async () => {
		await hub.accept('1');
		expect((await failed('unavailable', 3 * minute)).waits(3 * minute)).toBe(true);
		expect((await failed('rateLimited', 2 * minute)).waits(2 * minute)).toBe(true);
		expect((await failed('rateLimited', 3 * second)).waits(10 * second)).toBe(true);
	});

	test('what waits for another try is not due before', async () => {
		await hub.accept('1');
		await failed('unavailable');
		expect(await hub.claim()).toEqual([]);
		await hub.becomeDue();
		expect((await hub.claimOne()).attempts).toBe(2);
	});

	test('G8: too many calls do not count as tries', async () => {
		await hub.accept('1');
		for (let times = 0; times < 12; times++) await failed('rateLimited');
		expect(await hub.exceptions()).toEqual([]);
		await hub.becomeDue();
		expect((await hub.claimOne()).attempts).toBe(1);
	});

	test.each(['unavailable', 'malformed', 'unauthorised'])(
		'G8: after ten tries that ended %s a person has to look',
		async (kind) => {
			await hub.accept('1');
			for (let tries = 0; tries < 9; tries++) await failed(kind);
			expect(await hub.exceptions()).toEqual([]);
			expect((await failed(kind)).state).toBe('exception');
			expect(await hub.ledger.getExceptions('ikas-tr', 50)).toMatchObject([
				{
					kind: 'update_not_sent',
					cause: `ikas was not told that order N1 is new_order (ACCEPTED): it said ${kind}`,
					advice: expect.stringContaining('then retry'),
				},
			]);
		},
	);

	test('G8: what the channel refuses goes to a person at once, and later updates of the order go on', async () => {
		await hub.accept('1');
		await hub.move('1', 'packed');
		const { id, state } = await failed('rejected');
		expect(state).toBe('exception');
		expect(await hub.ledger.getExceptions('ikas-tr', 50)).toMatchObject([
			{
				kind: 'update_refused',
				reference: String(id),
				cause: 'ikas was not told that order N1 is new_order (ACCEPTED): it said rejected',
				payload: { effect: 'status', order: '1', number: 'N1', channelStatus: 'ACCEPTED' },
			},
		]);
		expect(await hub.send()).toEqual(['N1 READY']);
	});

	test('G8: a cancel that the channel refuses says that the hub and the channel differ', async () => {
		await hub.accept('1');
		await hub.send();
		await hub.move('1', 'cancelled');
		await failed('rejected');
		expect(await hub.ledger.getExceptions('ikas-tr', 50)).toMatchObject([
			{
				kind: 'update_refused',
				cause:
					'Order N1 is cancelled in the hub, and ikas still has it as active: it said rejected',
				advice: expect.stringContaining('Cancel it on ikas by hand'),
			},
		]);
	});

	describe('G8: a cancel that the channel refused', () => {
		const cancelRefused = async () => {
			await hub.accept('1');
			await hub.send();
			await hub.move('1', 'cancelled');
			return await failed('rejected');
		};
		const cause =
			'Order N1 is cancelled in the hub, and ikas still has it as active: it said rejected';

		test('is told again once the customer has changed the goods there', async () => {
			await cancelRefused();
			await hub.take(revised(placed('1'), 10, { lines: [line('1', 'A', 5)] }));
			expect(await hub.exceptions()).toEqual([]);
			expect(await hub.send()).toEqual(['N1 CANCELLED']);
			expect((await hub.order('1')).status).toBe('cancelled');
		});

		test('stays with a person where anything else has changed', async () => {
			await cancelRefused();
			const same = { lines: [line('1', 'A')], statuses: ['payment:PAID'] };
			await hub.take(revised(placed('1'), 10, same));
			expect(await hub.ledger.getExceptions('ikas-tr', 50)).toMatchObject([{ cause }]);
			expect(await hub.send()).toEqual([]);
		});

		test('stays as it is where a person has dismissed it', async () => {
			await cancelRefused();
			const [open] = await hub.ledger.getExceptions('ikas-tr', 50);
			await hub.ledger.dismissException(open?.id ?? 0, 'cancelled by hand');
			await hub.take(revised(placed('1'), 10, { lines: [line('1', 'A', 5)] }));
			expect(await hub.send()).toEqual([]);
		});
	});

	test('G8: what keeps failing does not stop other orders', async () => {
		await hub.accept('1', '2');
		const [one] = await hub.claim(1);
		if (one === undefined) throw new Error('nothing is due');
		await hub.ledger.failUpdate(one, failure('unavailable'));
		expect(await hub.send()).toEqual(['N2 ACCEPTED']);
	});

	test('an exception about an update is told as an event of its order', async () => {
		await hub.accept('1');
		await failed('rejected');
		expect(
			await hub.sql(
				"SELECT o.number, e.store, e.detail FROM events e JOIN orders o ON o.id = e.order_id WHERE type = 'exception_raised'",
			),
		).toEqual([
			{
				number: 'N1',
				store: 'ikas-tr',
				detail:
					'update_refused: ikas was not told that order N1 is new_order (ACCEPTED): it said rejected',
			},
		]);
	});
});
