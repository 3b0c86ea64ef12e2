import { engines } from '../support/ledgers';
import { line, placed, revised } from '../support/placed';
import { failure, tellingStore } from '../support/telling';

const far = '2099-03-02T10:00:00.000Z';
const box = { length: 30, width: 20, height: 10, weight: 500 };

describe.each(engines)('a channel update that cannot be sent yet, on $engine', ({ open }) => {
	const hub = tellingStore(open);

	async function postponed(until: string | null, detail = 'not packed before then') {
		return await hub.ledger.postponeUpdate(await hub.claimOne(), detail, { until });
	}
	const first = async () => (await hub.ledger.getUpdates({ store: 'ikas-tr', limit: 50 })).at(-1);
	const parcelsDue = async () => (await hub.claimOne()).update.parcels.map((one) => one.box);
	const waitingEvents = async () =>
		(await hub.ledger.getEvents({ stores: [], types: ['update_waiting'], limit: 9 })).map(
			({ detail, order }) => [order?.number, detail],
		);

	test('waits until then, which is no try', async () => {
		await hub.accept('1');
		expect(await postponed(far)).toMatchObject({ state: 'waiting', dueAt: far });
		expect(await first()).toMatchObject({
			...{ state: 'waiting', attempts: 0, dueAt: far, detail: 'not packed before then' },
		});
		expect(await hub.claim()).toEqual([]);
		await hub.sql("UPDATE outbox SET due_at = 1 WHERE state = 'waiting'");
		expect((await hub.claimOne()).attempts).toBe(1);
		expect(await waitingEvents()).toEqual([]);
	});

	test('waits some seconds where that time has passed already', async () => {
		await hub.accept('1');
		const before = Date.now();
		const { dueAt } = await postponed('2020-01-01T00:00:00.000Z');
		expect(Date.parse(dueAt ?? '')).toBeGreaterThan(before + 5_000);
		expect(await hub.claim()).toEqual([]);
	});

	test('G7: keeps its place: later updates of the order wait behind it, other orders do not', async () => {
		await hub.accept('1');
		await postponed(far);
		await hub.move('1', 'packed');
		await hub.accept('2');
		expect(await hub.send()).toEqual(['N2 ACCEPTED']);
		await hub.sql("UPDATE outbox SET due_at = 1 WHERE state = 'waiting'");
		expect(await hub.send()).toEqual(['N1 ACCEPTED', 'N1 READY']);
	});

	test('G7: a cancel takes its place', async () => {
		await hub.accept('1');
		await postponed(far);
		await hub.move('1', 'cancelled');
		expect(await hub.outbox()).toEqual(['N1 ACCEPTED superseded', 'N1 CANCELLED pending']);
	});

	test('G7: a cancel that came while it was on its way ends it', async () => {
		await hub.accept('1');
		const sending = await hub.claimOne();
		await hub.move('1', 'cancelled');
		expect(await hub.ledger.postponeUpdate(sending, 'not yet', { until: far })).toMatchObject({
			state: 'superseded',
		});
		expect(await hub.send()).toEqual(['N1 CANCELLED']);
	});

	test('may fail afterwards as any other, and be refused to who lost it', async () => {
		await hub.accept('1');
		const lost = await hub.claimOne();
		await hub.lapse();
		const one = await hub.claimOne();
		await expect(hub.ledger.postponeUpdate(lost, 'not yet', { until: far })).rejects.toThrow(
			/taken over/,
		);
		await hub.ledger.postponeUpdate(one, 'not yet', { until: far });
		await expect(hub.ledger.completeUpdate(one, 'told')).rejects.toThrow(/is waiting by now/);
		await hub.sql('UPDATE outbox SET due_at = 1');
		await hub.ledger.failUpdate(await hub.claimOne(), failure('rejected'));
		expect(await hub.exceptions()).toEqual(['update_refused']);
	});

	test('waits until somebody says how large the parcel is, and then is due at once', async () => {
		await hub.accept('1');
		expect(await parcelsDue()).toEqual([null]);
		await hub.lapse();
		expect(await postponed(null, 'no size is known')).toMatchObject({ dueAt: null });
		expect(await first()).toMatchObject({ state: 'waiting', dueAt: null });
		expect(await waitingEvents()).toEqual([['N1', 'no size is known']]);
		expect(await hub.claim()).toEqual([]);
		const { parcels } = await hub.ledger.setParcelBox('ikas-tr', '1', box);
		expect(parcels).toMatchObject([{ box }]);
		expect(await parcelsDue()).toEqual([box]);
	});

	test('is due as well once its SKU has a size, and no other order is', async () => {
		await hub.accept('1');
		await hub.take(placed('2', { lines: [line('1', 'B', 2)] }));
		await hub.route();
		for (const one of await hub.claim())
			await hub.ledger.postponeUpdate(one, 'no size', { until: null });
		await hub.ledger.setBoxes('acme', [{ sku: 'B', box }]);
		expect(await parcelsDue()).toEqual([{ ...box, height: 20, weight: 1000 }]);
	});

	test('is due as well once an upload of listings brings the size of its SKU', async () => {
		await hub.accept('1');
		await postponed(null);
		const link = async (size: typeof box) =>
			(await hub.ledger.linkListings('ikas-tr', [{ listing: 'l', sku: 'A', box: size }]))[0]
				?.outcome;
		expect(await link(box)).toBe('created');
		expect(await parcelsDue()).toEqual([box]);
		expect(await link(box)).toBe('unchanged');
		expect(await link({ ...box, weight: 400 })).toBe('updated');
		await expect(link({ ...box, weight: 0 })).rejects.toThrow(/weight "0" is no number above 0/);
	});

	test('does not wait for a size that came while it was on its way', async () => {
		await hub.accept('1');
		const sending = await hub.claimOne();
		await hub.ledger.setParcelBox('ikas-tr', '1', box);
		const { dueAt } = await hub.ledger.postponeUpdate(sending, 'no size is known', { until: null });
		expect(Date.parse(dueAt ?? '')).toBeLessThan(Date.now() + 60_000);
	});

	test('carries the size that a person gave the parcel before that of its SKUs', async () => {
		await hub.ledger.setBoxes('acme', [{ sku: 'A', box: { ...box, weight: 1 } }]);
		await hub.accept('1');
		await hub.ledger.setParcelBox('ikas-tr', '1', box);
		expect(await first()).toMatchObject({ update: { parcels: [{ box }] } });
		expect(await parcelsDue()).toEqual([box]);
	});

	test.each([
		['a size that is none', [{ sku: 'A', box: { ...box, width: 0 } }], /width "0" is no number/],
		['a SKU that nobody knows', [{ sku: 'Z', box }], /"acme" has no SKU "Z"/],
	])('%s is refused, and nothing of the list is kept', async (_, bad, message) => {
		const list = [{ sku: 'B', box }, ...bad];
		await expect(hub.ledger.setBoxes('acme', list)).rejects.toThrow(message);
		expect(await hub.sql('SELECT sku FROM skus WHERE dimensions IS NOT NULL')).toEqual([]);
	});

	test('the size of a parcel that is none is refused, and that of an order without one', async () => {
		await hub.accept('1');
		const set = (id: string, size: typeof box, parcel?: number) =>
			hub.ledger.setParcelBox('ikas-tr', id, size, parcel);
		await expect(set('1', { ...box, weight: -1 })).rejects.toThrow(/weight "-1" is no number/);
		await expect(set('1', box, 404)).rejects.toThrow(/has no parcel 404/);
		await hub.take(placed('2', { lines: [line('1', 'A', 99)] }));
		await expect(set('2', box)).rejects.toThrow(/no parcel yet/);
	});

	test('carries what the connector last noted on the order', async () => {
		const order = placed('1', { lines: [line('1', 'A')], memo: 'two boxes' });
		await hub.take(order);
		await hub.route();
		expect(await first()).toMatchObject({ update: { memo: 'two boxes' } });
		await hub.take(revised(order, 5, { memo: 'one box' }));
		expect((await hub.claimOne()).update.memo).toBe('one box');
		expect(await hub.sql("SELECT id FROM outbox WHERE body LIKE '%memo%'")).toEqual([]);
	});
});
