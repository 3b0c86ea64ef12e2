import type { SyncKind } from '../../ledger/syncShapes';
import { begun, draft, engines, ikasStore, settings } from '../support/ledgers';
import { stockOut, refused, unsent } from '../support/stockOut';

describe.each(engines)('syncs that a person asks for on $engine', ({ open }) => {
	const hub = ikasStore(open);
	const out = stockOut(hub);

	const ask = (kind: SyncKind, isFull = false) => hub.ledger.beginSync('ikas-tr', kind, { isFull });
	const request = (kind: SyncKind, isFull = false) =>
		hub.ledger.requestSync('ikas-tr', kind, { isFull });
	const finish = async (kind: SyncKind) => {
		await hub.sql('UPDATE syncs SET due_at = 0 WHERE kind = ?', kind);
		await hub.ledger.endSync(await begun(hub.ledger, kind), null);
	};
	/** As if so much time had passed. */
	const later = (minutes: number) =>
		hub.sql(
			'UPDATE syncs SET asked_at = asked_at - ?, full_at = full_at - ?, lease_until = 1',
			minutes * 60_000,
			minutes * 60_000,
		);
	const minutesLeft = async (allowedAt: string) => {
		const [row] = await hub.sql('SELECT {now} AS now FROM syncs LIMIT 1');
		return Math.round((Date.parse(allowedAt) - Number(row?.now)) / 60_000);
	};

	test.each(['orders', 'inventory', 'drift', 'catalog'] as const)(
		'%s begins although its interval has not passed, and its interval counts from there',
		async (kind) => {
			await finish(kind);
			await hub.sql('UPDATE syncs SET due_at = {now} + 9999999');
			expect(await hub.ledger.beginSync('ikas-tr', kind)).toMatchObject({ answer: 'notDue' });
			const begunByHand = await ask(kind);
			if (begunByHand.answer !== 'run') throw new Error(JSON.stringify(begunByHand));
			await hub.ledger.endSync(begunByHand.run, null);
			const every = { orders: 1, inventory: 1, drift: 60, catalog: 60 }[kind];
			const [row] = await hub.sql('SELECT due_at - {now} AS ms FROM syncs');
			expect(Math.round(Number(row?.ms) / 60_000)).toBe(every);
		},
	);

	test.each(['orders', 'inventory', 'drift'] as const)(
		'%s may be asked for again at once',
		async (kind) => {
			for (let time = 0; time < 3; time++) {
				expect(await request(kind)).toEqual({ answer: 'asked', store: 'ikas-tr', kind });
			}
		},
	);

	test.each([
		['catalog', false, 30],
		['inventory', true, 60],
	] as const)('%s, full %p, at most every %p minutes', async (kind, isFull, minutes) => {
		expect(await ask(kind, isFull)).toMatchObject({ answer: 'run' });
		await later(minutes - 1);
		for (const early of [await ask(kind, isFull), await request(kind, isFull)]) {
			if (early.answer !== 'tooEarly') throw new Error(JSON.stringify(early));
			expect(await minutesLeft(early.allowedAt)).toBe(1);
			expect(early.why).toMatch(
				new RegExp(`once in ${minutes} minutes, .* allowed again at ${early.allowedAt}\\.$`),
			);
		}
		await later(1);
		expect(await ask(kind, isFull)).toMatchObject({ answer: 'run' });
	});

	test('the limit outlives the process that kept it', async () => {
		expect(await request('catalog')).toMatchObject({ answer: 'asked' });
		const other = await hub.again();
		expect(await other.requestSync('ikas-tr', 'catalog', { isFull: false })).toMatchObject({
			answer: 'tooEarly',
		});
	});

	test('the schedule is not held up by what a person asked for', async () => {
		await ask('catalog');
		await later(0);
		await finish('catalog');
		expect(await ask('catalog')).toMatchObject({ answer: 'tooEarly' });
		await finish('catalog');
	});

	test('of many at once one is taken', async () => {
		const asked = await Promise.all(Array.from({ length: 20 }, () => request('catalog')));
		expect(asked.map(({ answer }) => answer).sort()).toEqual(
			['asked', ...Array<string>(19).fill('tooEarly')].sort(),
		);
		await later(30);
		const begunAtOnce = await Promise.all(Array.from({ length: 20 }, () => ask('catalog')));
		expect(begunAtOnce.map(({ answer }) => answer).sort()).toEqual(
			['run', ...Array<string>(19).fill('running')].sort(),
		);
	});

	test('what was refused because another runs does not count', async () => {
		await finish('catalog');
		await hub.sql('UPDATE syncs SET due_at = 0');
		const run = await begun(hub.ledger, 'catalog');
		expect(await ask('catalog')).toMatchObject({ answer: 'running' });
		expect(await request('catalog')).toMatchObject({ answer: 'running' });
		await hub.ledger.endSync(run, null);
		expect(await request('catalog')).toMatchObject({ answer: 'asked' });
	});

	test('what was asked for begins with the next tick, after a failure too', async () => {
		const run = await begun(hub.ledger, 'catalog');
		await hub.ledger.failSync(run, { kind: 'unavailable', message: 'gone', retryAfterMs: null });
		expect(await hub.ledger.beginSync('ikas-tr', 'catalog')).toMatchObject({ answer: 'notDue' });
		await request('catalog');
		expect(await hub.ledger.beginSync('ikas-tr', 'catalog')).toMatchObject({ answer: 'run' });
	});

	test('what is switched off stays off', async () => {
		await hub.ledger.saveStore(draft({ settings: settings({ catalogSync: false }) }));
		expect(await request('catalog')).toMatchObject({
			answer: 'off',
			why: expect.stringMatching(/Catalog Sync is switched off/),
		});
		await hub.ledger.saveStore(draft());
		expect(await request('catalog')).toMatchObject({ answer: 'asked' });
	});

	test('only stock goes out in full', async () => {
		await expect(request('catalog', true)).rejects.toThrow(/is never full/);
	});

	describe('a full inventory sync', () => {
		const everything = [
			'listing-A loc-ank: 10',
			'listing-A loc-ist: 10',
			'listing-B loc-ank: 10',
			'listing-B loc-ist: 10',
		];
		beforeEach(async () => {
			await out.offer('A', 'B');
			await out.push();
			// The database counts milliseconds: what was confirmed is older than what is asked for now.
			await hub.sql('UPDATE published SET confirmed_at = confirmed_at - 1');
		});

		test('sends all that was confirmed, once', async () => {
			expect(await out.push()).toEqual([]);
			expect(await request('inventory', true)).toMatchObject({ answer: 'asked' });
			expect(await out.push()).toEqual(everything);
			expect(await out.push()).toEqual([]);
		});

		test.each(['begun', 'requested'])('%s in a walk, begins before all of it', async (how) => {
			const { run } = await out.handOut();
			const next = JSON.stringify({ after: 'A', last: null });
			await hub.ledger.confirmStock({ run, receipts: [], next });
			await later(0);
			if (how === 'requested') await request('inventory', true);
			const anew = how === 'requested' ? out.begin() : ask('inventory', true);
			const position = { position: null };
			expect(await anew).toMatchObject(how === 'requested' ? position : { run: position });
		});

		test('goes on after a run that died half way', async () => {
			await request('inventory', true);
			const handed = await out.handOut(undefined, 3);
			await out.answer(handed);
			expect(await out.push()).toEqual(everything.slice(3));
			expect(await out.push()).toEqual([]);
		});

		test('what was not sent goes again, what was refused does not', async () => {
			await request('inventory', true);
			expect(await out.push(unsent)).toEqual(everything);
			expect(await out.push(refused)).toEqual(everything);
			expect(await out.push()).toEqual([]);
		});

		test('sends nothing of what nobody has counted', async () => {
			await out.offer('A', 'B', 'never-counted');
			await request('inventory', true);
			expect(await out.push()).toEqual(everything);
		});
	});
});
