import type { OmsOrder, OmsParcel } from '../../domain/oms';
import type { ClaimedUpdate } from '../../ledger/updateShapes';
import { engines } from '../support/ledgers';
import { inOms, omsParcel, omsStore } from '../support/omsStores';
import { cancelled, line, placed, revised } from '../support/placed';
import { tracked } from '../support/telling';

const far = '2099-03-02T10:00:00.000Z';
const later = '2026-03-02T13:00:00.000Z';

describe.each(engines)('what an OMS made of orders, on $engine', ({ open }) => {
	const hub = omsStore(open);

	/** Order 1 of three single units: two lines of A that the OMS keeps as one, and one of B. */
	async function handedOver() {
		await hub.take(placed('1', { lines: [line('1', 'A'), line('2', 'A'), line('3', 'B')] }));
		await hub.route();
		await hub.handOver();
		await hub.send();
	}
	const both = [
		{ line: '1', quantity: 1 },
		{ line: '2', quantity: 1 },
	];
	const ofA = (id: string, quantity: number, change: Partial<OmsParcel> = {}) =>
		omsParcel(id, {}, { lines: [{ of: both, quantity }], ...change });
	const parcels = async () =>
		(await hub.order('1')).parcels.map(({ hub: at, status, lines }) => [
			at,
			status,
			lines.map((one) => `${one.line}x${one.quantity}`).join(' '),
		]);
	const fulfil = (change: Partial<OmsOrder>) => hub.fulfil(inOms('1', change));
	const told = async () => {
		const heard: unknown[] = [];
		for (let due = await hub.claim(); due.length > 0; due = await hub.claim()) {
			for (const one of due) {
				await hub.ledger.completeUpdate(one, 'told');
				const { effect, channelStatus, parcels: of } = one.update;
				const units = of.flatMap(({ lines }) => lines.map((unit) => unit.line)).join(' ');
				const numbers = of.map(({ tracking }) => tracking?.number ?? 'none').join(' ');
				heard.push(`${effect === 'status' ? channelStatus : effect} ${units} ${numbers}`);
			}
		}
		return heard;
	};
	const all = omsParcel('F1', { 3: 1 }, {});
	const whole = (change: Partial<OmsParcel> = {}) => ({
		...all,
		lines: [{ of: both, quantity: 2 }, ...all.lines],
		...change,
	});

	test('all of it leaves in the planned parcel, and the channel hears of it with the tracking', async () => {
		await handedOver();
		const parcel = whole({ tracking: tracked('T1') });
		expect(await fulfil({ parcels: [parcel] })).toEqual(['updated']);
		expect(await parcels()).toEqual([['istanbul', 'shipped', '1x1 2x1 3x1']]);
		expect(await hub.order('1')).toMatchObject({
			status: 'shipped',
			lines: [{ shipped: 1 }, { shipped: 1 }, { shipped: 1 }],
		});
		expect(await told()).toEqual(['SHIPPED 1 2 3 T1']);
		expect(await hub.moved()).toEqual({ handed_over: -3 });
	});

	test('a part leaves as a parcel of its own, of units that have not left yet, from the hub that the OMS names', async () => {
		await handedOver();
		await fulfil({ parcels: [ofA('F1', 1, { tracking: tracked('T1') })] });
		expect(await parcels()).toEqual([
			['istanbul', 'new_order', '2x1 3x1'],
			['istanbul', 'shipped', '1x1'],
		]);
		expect(await hub.order('1')).toMatchObject({ status: 'new_order' });
		expect(await told()).toEqual(['SHIPPED 1 T1']);
		const second = ofA('F2', 1, { location: 'gid-ank', tracking: tracked('T2') });
		await fulfil({ parcels: [ofA('F1', 1, { tracking: tracked('T1') }), second] });
		await fulfil({ parcels: [omsParcel('F3', { 3: 1 }, { location: 'gid-ank' })] });
		expect(await parcels()).toEqual([
			['ankara', 'shipped', '3x1'],
			['istanbul', 'shipped', '1x1'],
			['ankara', 'shipped', '2x1'],
		]);
		expect(await hub.order('1')).toMatchObject({ status: 'shipped' });
		expect(await told()).toEqual(['SHIPPED 2 T2', 'SHIPPED 3 none']);
	});

	test('repeated pages change nothing, and older ones neither', async () => {
		await handedOver();
		await fulfil({ revisedAt: later, parcels: [whole({ tracking: tracked('T1') })] });
		await told();
		const before = await hub.order('1');
		expect(
			await fulfil({ revisedAt: later, parcels: [whole({ tracking: tracked('T1') })] }),
		).toEqual(['unchanged: nothing of it is new']);
		expect(await fulfil({ parcels: [whole({ tracking: tracked('T0') })] })).toEqual([
			'unchanged: a newer revision is known',
		]);
		expect(await hub.order('1')).toEqual(before);
		expect(await told()).toEqual([]);
	});

	test('late tracking is told by itself, also once it was changed', async () => {
		await handedOver();
		await fulfil({ parcels: [whole()] });
		expect(await told()).toEqual(['SHIPPED 1 2 3 none']);
		expect(await fulfil({ parcels: [whole({ tracking: tracked('T1') })] })).toEqual(['updated']);
		await fulfil({ parcels: [whole({ tracking: tracked('T2') })] });
		expect(await told()).toEqual(['tracking 1 2 3 T2', 'tracking 1 2 3 T2']);
		expect(await fulfil({ parcels: [whole({ tracking: tracked(' ') })] })).toEqual([
			'unchanged: nothing of it is new',
		]);
	});

	test('an update that waits for the tracking is due with it, and tells it', async () => {
		await handedOver();
		await fulfil({ parcels: [whole()] });
		const waiting = await hub.claimOne();
		await hub.ledger.postponeUpdate(waiting, 'no tracking number yet', { until: far });
		expect(await hub.claim()).toEqual([]);
		await fulfil({ parcels: [whole({ tracking: tracked('T1') })] });
		const due = await hub.claimOne();
		expect(due.id).toBe(waiting.id);
		expect(due.update.parcels).toMatchObject([{ tracking: { number: 'T1' } }]);
		const [, first] = await hub.ledger.getUpdates({ store: 'ikas-tr', limit: 2 });
		expect(first?.update.parcels).toMatchObject([{ tracking: { number: 'T1' } }]);
	});

	test("the channel's own words for the tracking are not taken for news of the OMS", async () => {
		await handedOver();
		await fulfil({ parcels: [whole({ tracking: tracked('T1') })] });
		const claim = await hub.claimOne();
		const { parcel } = claim.update.parcels[0] ?? { parcel: 0 };
		const tracking = { number: 'T1', carrier: 'ARAS-KARGO', url: null };
		const answered = { parcels: [{ parcel, tracking, label: null }] };
		await hub.ledger.completeUpdate(claim, 'told', answered);
		expect(await fulfil({ parcels: [whole({ tracking: tracked('T1') })] })).toEqual([
			'unchanged: nothing of it is new',
		]);
		expect(await told()).toEqual([]);
	});

	test('a parcel is delivered, and one that is first seen so was shipped before', async () => {
		await handedOver();
		await fulfil({ parcels: [ofA('F1', 2)] });
		await fulfil({
			parcels: [ofA('F1', 2), omsParcel('F2', { 3: 1 }, { status: 'delivered' })],
		});
		expect(await hub.order('1')).toMatchObject({ status: 'shipped' });
		await fulfil({ parcels: [ofA('F1', 2, { status: 'delivered' })] });
		expect(await hub.order('1')).toMatchObject({ status: 'delivered' });
		expect(await told()).toEqual([
			'SHIPPED 1 2 none',
			'SHIPPED 3 none',
			'DELIVERED 3 none',
			'DELIVERED 1 2 none',
		]);
	});

	test('cancelled in the OMS is cancelled in the hub and told to the channel, not to the OMS', async () => {
		await handedOver();
		expect(await fulfil({ cancelled: { reason: 'out_of_stock' } })).toEqual(['updated']);
		expect(await hub.order('1')).toMatchObject({ status: 'cancelled', parcels: [] });
		expect(await hub.claim()).toMatchObject([
			{ update: { effect: 'cancel', reason: 'out_of_stock' } },
		]);
		expect(await hub.toOms()).toEqual(['N1 create done']);
		expect(await hub.moved()).toEqual({ handed_over: -3 });
		expect(await fulfil({ cancelled: { reason: 'out_of_stock' } })).toEqual([
			'unchanged: nothing of it is new',
		]);
	});

	test('without the automation the channel hears nothing of a cancel', async () => {
		await hub.sql(
			`UPDATE store_settings SET settings = REPLACE(settings, '"automatedCancellation":true', '"automatedCancellation":false')`,
		);
		await handedOver();
		await fulfil({ cancelled: { reason: null } });
		expect(await hub.order('1')).toMatchObject({ status: 'cancelled' });
		expect(await hub.claim()).toEqual([]);
	});

	test('cancelled in the OMS after something left is for a person', async () => {
		await handedOver();
		await fulfil({ parcels: [ofA('F1', 1)] });
		const change = { parcels: [ofA('F1', 1)], cancelled: { reason: null } };
		expect(await fulfil(change)).toEqual([
			'exception: Order N1 was cancelled in shopify (N1, gid-1) when something of it had left.',
		]);
		expect(await fulfil(change)).toEqual(['unchanged: nothing of it is new']);
		expect(await hub.exceptions()).toEqual(['cancelled_after_shipping']);
	});

	test.each([
		['on the channel', 'cancelled_after_shipping'],
		['in the hub', 'shipped_outside'],
	])('cancelled %s, and shipped by the OMS all the same, is a conflict', async (where, kind) => {
		await handedOver();
		const order = placed('1', { lines: [line('1', 'A'), line('2', 'A'), line('3', 'B')] });
		if (where === 'in the hub') await hub.move('1', 'cancelled');
		else await hub.take(cancelled(order, 5));
		await hub.send();
		const [outcome] = await fulfil({ parcels: [whole({ tracking: tracked('T1') })] });
		expect(outcome).toBe(
			`exception: Order N1 was cancelled ${where}, and shopify shipped it all the same as N1, gid-1 in parcel F1.`,
		);
		expect(await hub.exceptions()).toEqual([kind]);
		expect(await hub.order('1')).toMatchObject({
			...{ status: 'shipped', lines: [{ shipped: 1 }, { shipped: 1 }, { shipped: 1 }] },
			parcels: [{ status: 'shipped', tracking: { number: 'T1' } }],
		});
		expect(await told()).toEqual([]);
		expect(await hub.moved()).toEqual({ handed_over: -3 });
	});

	test('a parcel that is taken back before anybody was told is planned again', async () => {
		await handedOver();
		await fulfil({ parcels: [ofA('F1', 1, { tracking: tracked('T1') })] });
		expect(await fulfil({ parcels: [ofA('F1', 1, { status: 'cancelled' })] })).toEqual(['updated']);
		expect(await told()).toEqual([]);
		expect(await hub.order('1')).toMatchObject({
			...{ status: 'new_order', lines: [{ shipped: 0 }, { shipped: 0 }, { shipped: 0 }] },
			parcels: [{ status: 'new_order' }, { status: 'new_order', tracking: null }],
		});
		await fulfil({
			parcels: [ofA('F1', 1, { status: 'cancelled' }), { ...whole(), id: 'F2' }],
		});
		expect(await parcels()).toEqual([['istanbul', 'shipped', '1x1 2x1 3x1']]);
		expect(await told()).toEqual(['SHIPPED 1 2 3 none']);
	});

	test('one that leaves again just as it was is told, after it was taken back untold', async () => {
		await handedOver();
		await fulfil({ parcels: [whole()] });
		await fulfil({ parcels: [whole({ status: 'cancelled' })] });
		await fulfil({ parcels: [whole({ status: 'cancelled' }), { ...whole(), id: 'F2' }] });
		expect(await told()).toEqual(['SHIPPED 1 2 3 none']);
	});

	test('a parcel that is taken back after it was told is for a person, until it leaves again', async () => {
		await handedOver();
		await fulfil({ parcels: [whole({ tracking: tracked('T1') })] });
		await told();
		const back = whole({ status: 'cancelled' });
		const [outcome] = await fulfil({ parcels: [back] });
		expect(outcome).toMatch(
			/^exception: Parcel \d+ of order N1 has not left, says shopify \(N1, gid-1\)/,
		);
		expect(await hub.exceptions()).toEqual(['fulfilment_taken_back']);
		expect(await fulfil({ parcels: [back] })).toEqual(['unchanged: nothing of it is new']);
		expect(await hub.order('1')).toMatchObject({ status: 'shipped' });
		const again = { ...whole({ tracking: tracked('T2') }), id: 'F2' };
		expect(await fulfil({ parcels: [back, again] })).toEqual(['updated']);
		expect(await hub.exceptions()).toEqual([]);
		expect(await told()).toEqual(['tracking 1 2 3 T2']);
		expect(await parcels()).toEqual([['istanbul', 'shipped', '1x1 2x1 3x1']]);
	});

	test('what was shipped by hand is not shipped again, and gets its tracking', async () => {
		await handedOver();
		await hub.move('1', 'shipped');
		expect(await fulfil({ parcels: [whole({ tracking: tracked('T1') })] })).toEqual(['updated']);
		expect(await told()).toEqual(['SHIPPED 1 2 3 T1', 'tracking 1 2 3 T1']);
		expect(await parcels()).toHaveLength(1);
	});

	test.each([
		['more than was open', { lines: [{ of: both, quantity: 3 }] }, /Of parcel F1 with 3 units/],
		['a location without a hub', { location: 'gid-izm' }, /left location "gid-izm", which Hub/],
	])('%s is for a person, and what is clear is followed', async (_, change, message) => {
		await handedOver();
		const unclear = { parcels: [ofA('F1', 2, change)] };
		expect((await fulfil(unclear))[0]).toMatch(message);
		expect(await fulfil(unclear)).toEqual(['unchanged: nothing of it is new']);
		expect(await parcels()).toEqual([
			['istanbul', 'new_order', '3x1'],
			['istanbul', 'shipped', '1x1 2x1'],
		]);
		expect(await told()).toEqual(['SHIPPED 1 2 none']);
		expect(await hub.omsExceptions()).toMatchObject([{ kind: 'fulfilment_unclear' }]);
		expect(await fulfil({ parcels: [ofA('F1', 2)] })).toEqual(['unchanged: nothing of it is new']);
		expect(await hub.omsExceptions()).toEqual([]);
	});

	test('what the connector could not understand is for a person', async () => {
		await handedOver();
		expect(await fulfil({ faults: ['A fulfilment has no lines.'] })).toEqual([
			'exception: A fulfilment has no lines.',
		]);
		expect(await hub.omsExceptions()).toMatchObject([
			{
				cause: expect.stringContaining(
					'order N1 (there N1, gid-1) can be followed: A fulfilment has no lines.',
				),
			},
		]);
	});

	test('what somebody added to the order in the OMS is not the channel’s', async () => {
		await handedOver();
		const lines = [...ofA('F1', 2).lines, { of: [], quantity: 1 }];
		expect(await fulfil({ parcels: [ofA('F1', 2, { lines })] })).toEqual(['updated']);
		expect(await told()).toEqual(['SHIPPED 1 2 none']);
	});

	test('an order that the hub has not handed over stays unchanged', async () => {
		await hub.accept('1');
		expect(await fulfil({ parcels: [whole()] })).toEqual([
			'unchanged: the hub has handed over no order ikas merchant-1 1',
		]);
		expect(await hub.order('1')).toMatchObject({ status: 'new_order' });
	});

	test('later news of the channel is followed as ever', async () => {
		await handedOver();
		await fulfil({ parcels: [whole()] });
		const order = placed('1', { lines: [line('1', 'A'), line('2', 'A'), line('3', 'B')] });
		const delivered = { statuses: ['x:DELIVERED'], hubStatus: 'delivered' as const };
		await hub.take(revised(order, 5, delivered));
		await fulfil({ parcels: [whole({ status: 'delivered' })] });
		expect(await hub.order('1')).toMatchObject({ status: 'delivered' });
	});

	test('an archived order stays archived while the OMS says nothing new of it, and comes back when it does', async () => {
		await handedOver();
		await fulfil({ parcels: [whole({ status: 'delivered' })] });
		await told();
		await hub.accept('newest');
		await hub.sql('UPDATE orders SET updated_at = updated_at - 8640000000');
		const { archived } = await hub.ledger.archiveClosed('ikas-tr', { days: 90, limit: 50 });
		expect(archived).toMatchObject([{ id: '1' }]);
		const back = whole({ status: 'returned' });
		expect(await fulfil({ parcels: [back] })).toEqual([expect.stringMatching(/^unchanged/)]);
		expect(await hub.sql('SELECT channel_id FROM archived_orders')).toEqual([{ channel_id: '1' }]);
		expect(await fulfil({ parcels: [back], revisedAt: later })).toEqual(['updated']);
		expect(await parcels()).toEqual([['istanbul', 'returned', '1x1 2x1 3x1']]);
	});
});

describe.each(engines)('the sync of fulfilments, on $engine', ({ open }) => {
	const hub = omsStore(open);
	const read = (change: object = {}) => ({
		orders: [inOms('1', { parcels: [omsParcel('F1', { 1: 1 })] })],
		...{ next: null, watermark: later, ...change },
	});

	test('G3: stores the page, its outcomes and its cursor together', async () => {
		await hub.accept('1');
		await hub.handOver();
		const run = await hub.beginFulfilments();
		const stored = await hub.ledger.importFulfilments({ run, ...read({ next: 'page 2' }) });
		expect(stored).toMatchObject({
			...{ run: { pages: 1 }, next: 'page 2', counts: { updated: 1, unchanged: 0, exception: 0 } },
			outcomes: [{ id: 'gid-1', outcome: 'updated', reason: null }],
		});
		const cursor = () =>
			hub.sql("SELECT position, watermark FROM syncs WHERE kind = 'fulfilments'");
		expect(await cursor()).toEqual([{ position: 'page 2', watermark: null }]);
		await hub.ledger.importFulfilments({ run: stored.run, ...read() });
		expect(await cursor()).toEqual([{ position: null, watermark: later }]);
		expect(
			await hub.sql("SELECT pages, updated, unchanged FROM sync_runs WHERE kind = 'fulfilments'"),
		).toEqual([{ pages: 2, updated: 1, unchanged: 1 }]);
	});

	test('G4: a run that lost its lease stores nothing', async () => {
		await hub.accept('1');
		await hub.handOver();
		const run = await hub.beginFulfilments();
		await hub.sql("UPDATE syncs SET lease_until = 1 WHERE kind = 'fulfilments'");
		await hub.beginFulfilments();
		await expect(hub.ledger.importFulfilments({ run, ...read() })).rejects.toThrow(
			/lost its lease/,
		);
		expect(await hub.order('1')).toMatchObject({ status: 'new_order' });
		expect(await hub.sql('SELECT * FROM oms_parcels')).toEqual([]);
	});

	test('a page that comes while its order is being made is taken in with it', async () => {
		await hub.accept('1');
		const [claim] = await hub.claimOms();
		const run = await hub.beginFulfilments();
		const [stored, ended] = await Promise.all([
			hub.ledger.importFulfilments({ run, ...read() }),
			hub.confirm(claim as ClaimedUpdate),
		]);
		expect(stored.outcomes).toMatchObject([{ outcome: 'updated' }]);
		expect(ended.state).toBe('done');
		expect(await hub.order('1')).toMatchObject({ status: 'shipped', lines: [{ shipped: 1 }] });
		expect(await hub.moved()).toEqual({ handed_over: -1 });
	});
});
