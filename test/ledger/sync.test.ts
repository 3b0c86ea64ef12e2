import { noLocation } from '../../domain/store';
import { placed } from '../support/placed';
import { begun, draft, engines, ikasStore, page, settings } from '../support/ledgers';

describe.each(engines)('sync on $engine', ({ open }) => {
	const hub = ikasStore(open);

	const begin = () => hub.ledger.beginSync('ikas-tr', 'orders');
	const expireLease = () => hub.sql('UPDATE syncs SET lease_until = 1');
	const becomeDue = () => hub.sql('UPDATE syncs SET due_at = 0');

	test('G3: the cursor moves with the page, and only to the end of the walk when the walk ends', async () => {
		const run = await begun(hub.ledger);
		await hub.ledger.importPage(page(run, { orders: [placed('1')], next: 'second page' }));
		expect(await hub.sql('SELECT position, watermark FROM syncs')).toEqual([
			{ position: 'second page', watermark: null },
		]);
		await hub.ledger.importPage(page(run, { orders: [placed('2')] }));
		expect(await hub.sql('SELECT position, watermark FROM syncs')).toEqual([
			{ position: null, watermark: '2026-03-02T11:00:00.000Z' },
		]);
	});

	test('G3: a page that cannot be stored leaves cursor and orders as they were', async () => {
		const run = await begun(hub.ledger);
		const broken = placed('2', { number: undefined as never });
		await expect(
			hub.ledger.importPage(page(run, { orders: [placed('1'), broken], next: 'second page' })),
		).rejects.toThrow();
		expect(await hub.sql('SELECT position FROM syncs')).toEqual([{ position: null }]);
		expect(await hub.sql('SELECT * FROM orders')).toEqual([]);
	});

	test('a run names the locations that are mapped, also those of closed hubs, and none where there are none', async () => {
		await hub.sql("UPDATE hubs SET active = 0 WHERE code = 'ankara'");
		expect((await begun(hub.ledger)).locations).toEqual(['loc-ist', 'loc-ank']);
		const hubMap = ['istanbul', 'ankara'].map((code) => ({ location: noLocation, hub: code }));
		await hub.ledger.saveStore(draft({ settings: settings({ locations: [], hubMap }) }));
		await expireLease();
		expect((await begun(hub.ledger)).locations).toEqual([]);
	});

	test('G3: a run that died is taken over where its last page ended', async () => {
		await hub.ledger.importPage(
			page(await begun(hub.ledger), { orders: [placed('1')], next: 'second page' }),
		);
		await expireLease();
		expect((await begun(hub.ledger)).position).toBe('second page');
		expect(await hub.sql('SELECT state FROM sync_runs ORDER BY id')).toEqual([
			{ state: 'lost' },
			{ state: 'running' },
		]);
	});

	test('G4: only one of fifty callers gets the run', async () => {
		const answers = await Promise.all(Array.from({ length: 50 }, begin));
		expect(answers.map(({ answer }) => answer).sort()).toEqual(
			['run', ...Array<string>(49).fill('running')].sort(),
		);
	});

	test('G4: another process does not get it either', async () => {
		const other = await hub.again();
		await begun(hub.ledger);
		expect((await other.beginSync('ikas-tr', 'orders')).answer).toBe('running');
	});

	test('G4: a run that lost its lease can store nothing, end nothing and fail nothing', async () => {
		const lost = await begun(hub.ledger);
		await expireLease();
		const taken = await begun(hub.ledger);
		await expect(hub.ledger.importPage(page(lost, { orders: [placed('1')] }))).rejects.toThrow(
			/lost its lease/,
		);
		await expect(hub.ledger.endSync(lost, null)).rejects.toThrow(/lost its lease/);
		await expect(
			hub.ledger.failSync(lost, { kind: 'unavailable', message: 'x', retryAfterMs: null }),
		).rejects.toThrow(/lost its lease/);
		expect((await hub.ledger.continueSync(lost)).answer).toBe('running');
		expect(await hub.sql('SELECT * FROM orders')).toEqual([]);
		expect(
			(await hub.ledger.importPage(page(taken, { orders: [placed('1')] }))).counts.created,
		).toBe(1);
	});

	test('G4: an expired lease stores nothing even when nobody has taken over', async () => {
		const run = await begun(hub.ledger);
		await expireLease();
		await expect(hub.ledger.importPage(page(run))).rejects.toThrow(/lost its lease/);
	});

	test('G4: every page renews the lease', async () => {
		const run = await begun(hub.ledger);
		await hub.sql('UPDATE syncs SET lease_until = lease_until - 50000');
		await hub.ledger.importPage(page(run, { next: 'second page' }));
		const [left] = await hub.sql('SELECT lease_until - {now} AS ms FROM syncs');
		expect(left?.ms).toBeGreaterThan(50_000);
	});

	test('answers notDue until the interval has passed', async () => {
		const run = await begun(hub.ledger);
		await hub.ledger.endSync((await hub.ledger.importPage(page(run))).run, null);
		expect(await begin()).toMatchObject({ answer: 'notDue' });
		await becomeDue();
		expect(await begun(hub.ledger)).toMatchObject({
			watermark: '2026-03-02T11:00:00.000Z',
			position: null,
		});
	});

	test('order sync switched off answers so, and switched on goes on from the same cursor', async () => {
		const run = await begun(hub.ledger);
		await hub.ledger.endSync((await hub.ledger.importPage(page(run))).run, null);
		await hub.ledger.saveStore(draft({ settings: settings({ orderSync: false }) }));
		await becomeDue();
		expect(await begin()).toMatchObject({ answer: 'off' });
		await hub.ledger.saveStore(draft({ settings: settings() }));
		expect((await begun(hub.ledger)).watermark).toBe('2026-03-02T11:00:00.000Z');
	});

	test('goes on here until the bound on pages, then in a fresh execution', async () => {
		const ends: boolean[] = [];
		let run = await begun(hub.ledger);
		for (let at = 1; at <= 3; at++) {
			const stored = await hub.ledger.importPage(page(run, { next: `page ${at + 1}` }));
			const ended = await hub.ledger.endSync(stored.run, stored.next);
			if (ended.answer !== 'continue') throw new Error('the walk is not over');
			ends.push(ended.here);
			run = ended.run;
		}
		expect(ends).toEqual([true, true, false]);
		expect(await hub.ledger.continueSync(run)).toMatchObject({
			answer: 'run',
			run: { pages: 0, position: 'page 4' },
		});
	});

	test('each failure in a row doubles the wait, and a success forgets them', async () => {
		const waits: number[] = [];
		for (let failure = 0; failure < 3; failure++) {
			const { dueAt } = await hub.ledger.failSync(await begun(hub.ledger), {
				kind: 'unavailable',
				message: 'ikas did not answer',
				retryAfterMs: null,
			});
			waits.push(Math.round((Date.parse(dueAt) - Date.now()) / 60_000));
			await becomeDue();
		}
		expect(waits).toEqual([1, 2, 4]);
		expect((await hub.ledger.getSyncSummary('ikas-tr', 'orders')).lastError).toBe(
			'ikas did not answer',
		);
		const run = await begun(hub.ledger);
		await hub.ledger.endSync((await hub.ledger.importPage(page(run))).run, null);
		expect((await hub.ledger.getSyncSummary('ikas-tr', 'orders')).lastError).toBeNull();
	});

	const waitAfter = async (kind: string, retryAfterMs: number) => {
		const failure = { kind, message: 'x', retryAfterMs };
		const { dueAt } = await hub.ledger.failSync(await begun(hub.ledger), failure);
		return Date.parse(dueAt) - Date.now();
	};

	test('a failure waits as long as the channel asked', async () => {
		expect(await waitAfter('unavailable', 600_000)).toBeGreaterThan(300_000);
	});

	test('after too many calls a sync waits as long as was asked, and no longer, whatever its interval', async () => {
		await hub.ledger.saveStore(draft({ settings: settings({ intervalMinutes: 30 }) }));
		expect(await waitAfter('rateLimited', 600_000)).toBeGreaterThan(300_000);
		await becomeDue();
		expect(await waitAfter('rateLimited', 300_000)).toBeLessThanOrEqual(300_000);
	});

	test('a run works with the settings it started with', async () => {
		const run = await begun(hub.ledger);
		await hub.ledger.saveStore(draft({ settings: settings({ hubMap: [] }) }));
		expect(run.settingsVersion).toBe(1);
		const stored = await hub.ledger.importPage(
			page(run, { orders: [placed('1', { location: 'loc-ist' })] }),
		);
		expect(stored.counts.created).toBe(1);
	});

	test('an unknown store is refused with those there are', async () => {
		await expect(hub.ledger.beginSync('ikas-de', 'orders')).rejects.toThrow(
			/no store "ikas-de".*ikas-tr/,
		);
	});
});
