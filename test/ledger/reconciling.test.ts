import type { MappedOrder } from '../../domain/order';
import type { SyncRun } from '../../ledger/syncShapes';
import { begun, engines, ikasStore, page } from '../support/ledgers';
import { placed, revised } from '../support/placed';
import { stockOut } from '../support/stockOut';

describe.each(engines)('reconcile on $engine', ({ open }) => {
	const hub = ikasStore(open);
	const { begin } = stockOut(hub);

	const watermark = '2026-03-02T11:00:00.000Z';
	const at = (time: string) => `2026-03-02T${time}:00.000Z`;
	/** An order sync that came to its end. */
	const synced = async (...orders: readonly MappedOrder[]) => {
		const run = await begun(hub.ledger);
		const stored = await hub.ledger.importPage(page(run, { orders, watermark }));
		await hub.ledger.endSync(stored.run, null);
	};
	const compare = async (
		references: Readonly<Record<string, string | null>>,
		run?: SyncRun,
		next: string | null = null,
	) =>
		await hub.ledger.compareReferences({
			run: run ?? (await begin('reconcile')),
			references: Object.entries(references).map(([id, revisedAt]) => ({ id, revisedAt })),
			next,
			watermark: at('12:00'),
		});
	const gapsTold = async () =>
		(await hub.sql("SELECT detail FROM events WHERE type = 'gap_found' ORDER BY id")).map(
			({ detail }) => detail,
		);

	test('finds orders that the hub lacks or has in an older revision, as far as the order sync has come', async () => {
		await synced(placed('1'), placed('2'));
		const { gaps } = await compare({
			...{ 1: at('10:00'), 2: at('10:30'), 3: at('10:59') },
			...{ 4: watermark, 5: at('11:01'), 6: null },
		});
		expect(gaps).toEqual(['2', '3', '4', '6']);
		expect(await gapsTold()).toEqual(gaps);
	});

	test('knows what is parked, in an exception or has no revision', async () => {
		await synced(
			placed('1', { hubStatus: null }),
			placed('2', { location: 'loc-nowhere' }),
			placed('3', { location: 'loc-nowhere' }),
			placed('4', { revisedAt: null }),
		);
		const run = await begun(hub.ledger, 'inventory');
		const bad = { id: '5', reason: 'no lines', raw: { id: '5' } };
		await hub.ledger.importPage(page({ ...run, kind: 'inventory' }, { unreadable: [bad] }));
		const { gaps } = await compare({
			...{ 1: at('10:00'), 2: at('10:00'), 3: at('10:01') },
			...{ 4: at('10:40'), 5: at('10:40') },
		});
		expect(gaps).toEqual(['3']);
	});

	test('an exception that a person dismissed is no gap', async () => {
		await synced(placed('1', { location: 'loc-nowhere' }));
		const [exception] = await hub.ledger.getExceptions('ikas-tr', 1);
		await hub.ledger.dismissException(exception?.id ?? 0, 'a test order');
		expect((await compare({ 1: at('10:00') })).gaps).toEqual([]);
	});

	test('counts by the hour, for whole hours of the look-back', async () => {
		await synced(placed('1'), revised(placed('2'), 20, {}));
		const { hours } = await compare({
			...{ 1: at('10:00'), 2: at('10:20'), 3: at('10:59') },
			...{ 4: '2026-03-01T10:59:00.000Z', 5: at('11:30'), 6: null },
		});
		expect(hours).toEqual([
			{ hour: at('10:00'), channel: 3, hub: 2, gaps: 1 },
			{ hour: at('11:00'), channel: 1, hub: 0, gaps: 0 },
		]);
		expect(await hub.ledger.getReconciled('ikas-tr', 10)).toEqual(hours.toReversed());
	});

	test('adds up the pages of one walk, and takes the place of the walk before', async () => {
		await synced(placed('1'));
		const run = await begin('reconcile');
		await compare({ 1: at('10:00'), 2: at('10:01'), 9: at('08:00') }, run, 'second page');
		await compare({ 3: at('10:02') }, run);
		expect(await hub.ledger.getReconciled('ikas-tr', 10)).toEqual([
			{ hour: at('10:00'), channel: 3, hub: 1, gaps: 2 },
			{ hour: at('08:00'), channel: 1, hub: 0, gaps: 1 },
		]);
		await compare({ 1: at('10:00') });
		expect(await hub.ledger.getReconciled('ikas-tr', 10)).toEqual([
			{ hour: at('10:00'), channel: 1, hub: 1, gaps: 0 },
		]);
	});

	test('the gaps come in under its run, which moves only its own cursor', async () => {
		await synced(placed('1'));
		const compared = await compare({ 2: at('10:00') }, undefined, 'second page');
		expect(await hub.sql("SELECT position FROM syncs WHERE kind = 'reconcile'")).toEqual([
			{ position: null },
		]);
		const stored = await hub.ledger.importPage(
			page(compared.run, {
				...{ orders: [placed('2')], next: compared.next },
				watermark: compared.watermark,
			}),
		);
		expect(stored.counts.created).toBe(1);
		expect(await hub.sql('SELECT kind, position, watermark FROM syncs ORDER BY kind')).toEqual([
			{ kind: 'orders', position: null, watermark },
			{ kind: 'reconcile', position: 'second page', watermark },
		]);
		expect((await compare({ 2: at('10:00') }, compared.run)).gaps).toEqual([]);
	});

	test('G4: a run that lost its lease finds nothing', async () => {
		await synced();
		const lost = await begin('reconcile');
		await begin('reconcile');
		await expect(compare({ 1: at('10:00') }, lost)).rejects.toThrow(/lost its lease/);
		expect(await gapsTold()).toEqual([]);
		expect(await hub.ledger.getReconciled('ikas-tr', 10)).toEqual([]);
	});
});
