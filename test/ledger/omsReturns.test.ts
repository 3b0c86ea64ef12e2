import type { OmsOrder } from '../../domain/oms';
import { engines } from '../support/ledgers';
import { inOms, omsParcel, omsReference, omsStore } from '../support/omsStores';
import { line, placed } from '../support/placed';
import { returnDraft } from '../support/returning';
import { everyStep } from '../support/telling';

const later = (minutes: number) => new Date(Date.UTC(2026, 2, 2, 13, minutes)).toISOString();

describe.each(engines)('what comes back to an OMS, on $engine', ({ open }) => {
	const hub = omsStore(open, {
		workspaceStatusMap: [...everyStep, { hubStatus: 'returned', channelStatus: 'RETURNED' }],
	});
	beforeEach(async () => {
		await hub.take(placed('1', { lines: [line('1', 'A', 2), line('2', 'B')] }));
		await hub.route();
		await hub.handOver();
		await hub.send();
	});
	const units = { 1: 2, 2: 1 };
	const become = async (status: OmsOrder['parcels'][number]['status'], minutes: number) =>
		await hub.fulfil(
			inOms('1', { revisedAt: later(minutes), parcels: [omsParcel('F1', units, { status })] }),
		);
	const state = async () => {
		const { status, parcels, lines } = await hub.order('1');
		return [status, parcels.map((one) => one.status), lines.map(({ returned }) => returned)];
	};

	test.each([
		[['shipped', 'return_to_origin', 'returned']],
		[['shipped', 'delivered', 'return_in_progress', 'partial_return', 'returned']],
	] as const)('is followed step by step: %j', async (steps) => {
		for (const [minutes, step] of steps.entries()) {
			expect(await become(step, minutes)).toEqual(['updated']);
			const returned = step === 'returned' ? [2, 1] : [0, 0];
			expect(await state()).toEqual([step, [step], returned]);
			expect(await become(step, minutes)).toEqual(['unchanged: nothing of it is new']);
		}
	});

	test('is told to the channel where its map says so, and is no stock by itself', async () => {
		await become('shipped', 0);
		const before = await hub.stock('A');
		await become('return_to_origin', 1);
		await become('returned', 2);
		await hub.send();
		expect(await hub.outbox()).toEqual(['N1 ACCEPTED done', 'N1 SHIPPED done', 'N1 RETURNED done']);
		expect(await hub.stock('A')).toEqual(before);
	});

	test('is asked for in the OMS, not here', async () => {
		await become('delivered', 0);
		await expect(hub.ledger.requestReturn(returnDraft())).rejects.toThrow(
			/no return here: the OMS shopify ships it\. Create the return there/,
		);
	});

	test('goes forward only', async () => {
		await become('returned', 0);
		expect(await state()).toEqual(['returned', ['returned'], [2, 1]]);
		expect(await become('delivered', 1)).toEqual(['unchanged: nothing of it is new']);
		expect(await become('return_to_origin', 2)).toEqual(['unchanged: nothing of it is new']);
		expect(await state()).toEqual(['returned', ['returned'], [2, 1]]);
	});

	test('is a part of the order where it left in several parcels', async () => {
		const parcels = (one: 'delivered' | 'returned') => [
			omsParcel('F1', { 1: 2 }, { status: one }),
			omsParcel('F2', { 2: 1 }, { status: 'delivered' }),
		];
		await hub.fulfil(inOms('1', { revisedAt: later(0), parcels: parcels('delivered') }));
		expect((await hub.order('1')).status).toBe('delivered');
		await hub.fulfil(inOms('1', { revisedAt: later(1), parcels: parcels('returned') }));
		expect(await hub.order('1')).toMatchObject({
			status: 'partial_return',
			lines: [{ returned: 2 }, { returned: 0 }],
		});
	});
});

describe.each(engines)('what an OMS waits for, on $engine', ({ open }) => {
	const hub = omsStore(open);
	beforeEach(async () => {
		await hub.accept('1');
		await hub.handOver();
	});
	const waits = async (waitsFor: string | null | undefined, minutes: number) =>
		await hub.fulfil(inOms('1', { revisedAt: later(minutes), waitsFor }));
	const shown = async () => (await hub.order('1')).oms?.waitsFor;

	test('is shown on the order until it is over, and changes nothing else of it', async () => {
		expect(await shown()).toBeNull();
		expect(await waits('In Uniware: on hold.', 0)).toEqual(['updated']);
		expect(await hub.order('1')).toMatchObject({
			status: 'new_order',
			oms: { ...omsReference('1'), store: 'shopify', waitsFor: 'In Uniware: on hold.' },
		});
		expect(await waits('In Uniware: on hold.', 1)).toEqual(['unchanged: nothing of it is new']);
		expect(await waits(undefined, 2)).toEqual(['updated']);
		expect(await shown()).toBeNull();
	});
});

describe.each(engines)('what of an OMS is news, on $engine', ({ open }) => {
	const hub = omsStore(open);
	const news = (references: Readonly<Record<string, string | null>>, store = 'shopify') =>
		hub.ledger.newsAmong(
			store,
			Object.entries(references).map(([id, revisedAt]) => ({ id, revisedAt })),
			'fulfilments',
		);

	test('is what was not taken in, or is newer than that', async () => {
		await hub.accept('1', '2');
		await hub.handOver();
		await hub.fulfil(inOms('1', { revisedAt: later(5) }));
		expect(await news({ 'gid-1': later(5), 'gid-2': later(5), other: later(5) })).toEqual([
			'gid-2',
			'other',
		]);
		expect(await news({ 'gid-1': later(6) })).toEqual(['gid-1']);
		expect(await news({ 'gid-1': null })).toEqual(['gid-1']);
		expect(await news({ 'gid-1': later(5) }, 'ikas-tr')).toEqual(['gid-1']);
	});

	test('is an order whose create was never confirmed, and one that could not be followed', async () => {
		await hub.accept('1');
		await hub.claimOms();
		expect(await news({ 'gid-1': later(5) })).toEqual(['gid-1']);
		await hub.fulfil(inOms('1', { revisedAt: later(5), faults: ['Something else left.'] }));
		expect(await news({ 'gid-1': later(5) })).toEqual(['gid-1']);
		await hub.fulfil(inOms('1', { revisedAt: later(5) }));
		expect(await news({ 'gid-1': later(5) })).toEqual([]);
	});
});
