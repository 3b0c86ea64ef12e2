import { audit, type Audit } from '../../../demo/auditor/audit';
import type { Facts } from '../../../demo/auditor/facts';
import { readLedger } from '../../../demo/auditor/ledger';
import { ikasView, type IkasEvidence } from '../../../demo/ikas/auditor/ikasView';
import type { OrderEvent } from '../../../sandbox/ikas/effectTypes';
import type { IkasCall, IkasState } from '../../../sandbox/ikas/types';
import { anotherStore, channelWith, facts, ledgerWith, shownStock } from './support/books';

const auditOf = (
	planted = '',
	state: IkasState = channelWith(),
	calls: readonly IkasCall[] = [],
	told: Partial<Facts> = {},
): Audit =>
	auditIkas({
		state,
		calls,
		ledger: readLedger(ledgerWith(planted), 'ikas'),
		facts: { ...facts, ...told },
	});

const auditIkas = (evidence: IkasEvidence): Audit =>
	audit({ ...evidence, channel: ikasView(evidence) });

const found = ({ counts: { lost, doubled, oversold } }: Audit) => ({ lost, doubled, oversold });

const nothing = { lost: 0, doubled: 0, oversold: 0 };

const call = (seq: number, field: string, variables: object, change: Partial<IkasCall> = {}) =>
	({ seq, fields: [field], variables, code: null, fault: null, ...change }) as IkasCall;

const byApi = (
	what: OrderEvent['what'],
	quantity: number,
	change: Partial<OrderEvent> = {},
): OrderEvent => ({
	at: 300,
	what,
	package: 'package',
	status: 'FULFILLED',
	tracking: null,
	lines: [{ id: 'c1', sku: 'MUG', quantity }],
	byApi: true,
	...change,
});

const c = { id: 'c', number: '1003', quantity: 3 };

const park = "INSERT INTO parked VALUES ('ikas', 'd', 'unmapped_status')";
const except = (reference: string, state = 'open') =>
	`INSERT INTO exceptions (store, kind, reference, cause, state)
	 VALUES ('ikas', 'order', '${reference}', 'cause', '${state}')`;
const another = { id: 'd', number: '1004', quantity: 1 };

describe('the auditor of ikas', () => {
	it('finds nothing in clean books', () => {
		expect(auditOf().findings).toEqual([]);
	});

	it('is not misled by the books of another store', () => {
		expect(auditOf(anotherStore).findings).toEqual([]);
	});

	it('counts what is there', () => {
		const state = channelWith(another, { id: 'a', number: '1001', quantity: 2, edited: true });
		const calls = [7, 8, 9, 10].map((seq) => call(seq, 'listOrder', { updatedAt: { gte: 1 } }));
		const ledger = readLedger(
			ledgerWith(`${park}; ${except('x')}; ${except('y', 'resolved')};
				UPDATE orders SET status = 'on_hold', hold_reason = 'inventory_not_present' WHERE id = 1`),
			'ikas',
		);
		expect(auditIkas({ state, calls, ledger, facts }).counts).toMatchObject({
			ordersPlaced: 4,
			ordersInHub: 3,
			parked: 1,
			exceptions: 1,
			short: 1,
			edited: 1,
			cancelledByChannel: 1,
			idlePollCalls: 2,
			kills: 2,
		});
	});

	describe('lost', () => {
		it.each([
			['an order that is nowhere', ''],
			['an order whose exception was dismissed', except('d', 'dismissed')],
		])('is %s', (_, planted) => {
			expect(auditOf(planted, channelWith(another)).counts.lost).toBe(1);
		});

		it.each([
			['an order that was never routed', "UPDATE orders SET status = 'created' WHERE id = 3"],
			['a cancellation that did not arrive', "UPDATE orders SET status = 'packed' WHERE id = 2"],
			[
				'a cancellation that nobody asked for',
				"UPDATE orders SET status = 'cancelled' WHERE id = 3",
			],
			[
				'a status that has moved on',
				"UPDATE orders SET channel_status = 'payment:WAITING' WHERE id = 3",
			],
			[
				'fewer units than ordered',
				'UPDATE order_lines SET ordered = 2, shipped = 2 WHERE order_id = 3',
			],
			['another SKU than ordered', "UPDATE order_lines SET sku = 'CUP' WHERE order_id = 3"],
			['an assigned order that holds nothing', 'DELETE FROM reservations'],
		])('is %s', (_, planted) => {
			expect(auditOf(planted).counts.lost).toBeGreaterThan(0);
		});

		it('is not what is parked, an exception, not yet shown or from before the connection', () => {
			expect(found(auditOf(park, channelWith(another)))).toEqual(nothing);
			expect(found(auditOf(except('d'), channelWith(another)))).toEqual(nothing);
			expect(found(auditOf('', channelWith({ ...another, visibleAt: 1001 })))).toEqual(nothing);
			expect(found(auditOf('', channelWith({ ...another, orderedAt: 99 })))).toEqual(nothing);
		});

		it('is a cancellation left to a person while the goods are still there', () => {
			const hold = "UPDATE orders SET status = 'packed' WHERE id = 2";
			const sent = "UPDATE orders SET status = 'shipped' WHERE id = 2";
			expect(auditOf(`${hold}; ${except('b')}`).counts.lost).toBeGreaterThan(0);
			expect(auditOf(`${sent}; ${except('b')}`).counts.lost).toBe(0);
		});

		it('is not an edit that an exception tells of', () => {
			const edited = channelWith({ id: 'c', number: '1003', quantity: 4, edited: true });
			expect(auditOf('', edited).counts.lost).toBe(1);
			expect(found(auditOf(except('c'), edited))).toEqual(nothing);
		});
	});

	describe('doubled', () => {
		const again = "'acme', 'payment:PAID', 'shipped', NULL, 'izmir', NULL";
		it.each([
			[
				'the same order in two rows',
				`INSERT INTO orders VALUES (4, 'ikas', 'c', '1003', ${again})`,
			],
			[
				'the same number under two ids',
				`INSERT INTO orders VALUES (4, 'ikas', 'z', '1003', ${again})`,
			],
			[
				'an order that was not placed',
				`INSERT INTO orders VALUES (4, 'ikas', 'z', '1009', ${again})`,
			],
			[
				'an order that is parked as well',
				"INSERT INTO parked VALUES ('ikas', 'a', 'unmapped_status')",
			],
			['more units than ordered', "INSERT INTO order_lines VALUES (3, 'c2', 'MUG', 3, 0, 0)"],
			['a reservation of more than ordered', 'UPDATE reservations SET quantity = 4'],
			['a reservation for a cancelled order', 'UPDATE reservations SET order_id = 2'],
		])('is %s', (_, planted) => {
			expect(auditOf(planted).counts.doubled).toBeGreaterThan(0);
		});

		it('is an order from before the connection', () => {
			const state = channelWith({ id: 'c', number: '1003', quantity: 3, orderedAt: 99 });
			expect(found(auditOf('', state))).toEqual({ ...nothing, doubled: 1 });
		});
	});

	describe('oversold', () => {
		it.each([
			[
				'more reserved and shipped than was there',
				'UPDATE parcel_lines SET quantity = 8 WHERE parcel_id = 2',
			],
			['units promised where none were', "UPDATE reservations SET hub = 'ankara'"],
			["another seller's units", "UPDATE reservations SET seller = 'other'"],
			['a reserved column that forgot a reservation', 'UPDATE stock SET reserved = 1'],
			['more on hand than was there', 'UPDATE stock SET on_hand = 7'],
		])('is %s', (_, planted) => {
			expect(auditOf(planted).counts.oversold).toBeGreaterThan(0);
		});
	});

	describe('an effect on the channel', () => {
		it.each([
			['goods packed twice', [byApi('package_created', 3), byApi('package_created', 3)]],
			['goods cancelled twice', [byApi('lines_cancelled', 3), byApi('lines_cancelled', 1)]],
		])('is doubled: %s', (_, events) => {
			expect(auditOf('', channelWith({ ...c, events })).counts.effectsDoubled).toBe(1);
		});

		it('is doubled when ikas takes the same call twice', () => {
			const twice = (change: Partial<IkasCall>) =>
				auditOf('', channelWith(), [
					call(1, 'fulfillOrder', { input: 1 }, change),
					call(2, 'fulfillOrder', { input: 1 }),
				]).counts.effectsDoubled;
			expect(twice({})).toBe(1);
			expect(twice({ fault: 'dropAfter' })).toBe(1);
			expect(twice({ fault: 'dropBefore' })).toBe(0);
			expect(twice({ code: 'LOGIN_REQUIRED' })).toBe(0);
			expect(twice({ variables: { input: 2 } })).toBe(0);
		});

		it('is not doubled when a package was taken back in between, or made in the panel', () => {
			const again = [
				byApi('package_created', 3),
				byApi('package_removed', 3),
				byApi('package_created', 3),
				byApi('package_created', 3, { byApi: false }),
			];
			expect(auditOf('', channelWith({ ...c, events: again })).counts.effectsDoubled).toBe(0);
		});
	});

	describe('stuck', () => {
		const hold = `UPDATE orders SET status = 'on_hold', hold_reason = 'inventory_not_present', hub = NULL WHERE id = 1;
			DELETE FROM reservations; UPDATE stock SET reserved = 0`;
		it.each([
			[
				'an update that was never sent',
				"INSERT INTO outbox VALUES ('ikas', 1, 'cancel', 'pending')",
			],
			[
				'an update that somebody took along',
				"INSERT INTO outbox VALUES ('ikas', 1, 'cancel', 'claimed')",
			],
			[
				'an update that waits for somebody',
				"INSERT INTO outbox VALUES ('ikas', 1, 'status', 'waiting')",
			],
			['a run that nobody ends', 'UPDATE syncs SET run_id = 1, lease_until = 5'],
			['a figure that was never confirmed', 'UPDATE published SET sent = 3'],
			[
				'a held order for which all is there',
				`${hold}; UPDATE stock SET on_hand = 5, safety_stock = 0`,
			],
		])('is %s', (_, planted) => {
			expect(auditOf(planted, { ...channelWith(), stock: [shownStock(3)] }).counts.stuck).toBe(1);
		});

		it('is a figure on the channel above or below what is free', () => {
			const shows = (quantity: number, planted = '') =>
				auditOf(planted, { ...channelWith(), stock: [shownStock(quantity)] }).counts.stuck;
			expect([shows(2), shows(3), shows(4)]).toEqual([1, 0, 1]);
			expect(shows(2, anotherStore)).toBe(1);
			expect(shows(2, "INSERT INTO held_back VALUES ('ikas', 'd', 'MUG', 'izmir', 1)")).toBe(0);
			expect(shows(0, "INSERT INTO held_back VALUES ('ikas', 'd', 'MUG', 'izmir', 2)")).toBe(1);
		});

		it('is not a run that is held, nor an order held for goods that only another hub has', () => {
			expect(
				auditOf('UPDATE syncs SET run_id = 1, lease_until = 99999999999999').counts.stuck,
			).toBe(0);
			const elsewhere = `${hold}; UPDATE stock SET on_hand = 5, safety_stock = 0;
				INSERT INTO store_places VALUES ('ikas', 'here', 'ankara')`;
			const bound = channelWith({ id: 'a', number: '1001', quantity: 2, location: 'here' });
			expect(auditOf(elsewhere, { ...bound, stock: [shownStock(5)] }).counts.stuck).toBe(0);
		});
	});

	it('tells a cancel that the channel was to hear of from one that it was not', () => {
		const cancel = `UPDATE orders SET status = 'cancelled' WHERE id = 1;
			DELETE FROM reservations; UPDATE stock SET reserved = 0`;
		const state = { ...channelWith(), stock: [shownStock(5)] };
		expect(auditOf(cancel, state).counts.lost).toBe(1);
		expect(auditOf(cancel, state, [], { keptOnChannel: ['a'] }).counts.lost).toBe(0);
		const events = [byApi('lines_cancelled', 2)];
		const told = channelWith({ id: 'a', number: '1001', quantity: 2, events });
		expect(auditOf(cancel, told, [], { keptOnChannel: ['a'] }).counts.lost).toBe(1);
	});

	it('counts what went out', () => {
		const planted = `INSERT INTO outbox VALUES ('ikas', 1, 'cancel', 'exception');
			INSERT INTO events (store, order_id, type, detail) VALUES ('ikas', 1, 'order_assigned', NULL),
				('ikas', 3, 'order_on_hold', NULL), ('ikas', 3, 'order_assigned', NULL), ('ikas', 3, 'order_assigned', NULL),
				('ikas', NULL, 'gap_found', 'a'), ('ikas', NULL, 'gap_found', 'nowhere')`;
		const cancelled = { id: 'b', number: '1002', quantity: 1, status: 'CANCELLED' };
		const state = channelWith(
			{ ...c, events: [byApi('package_created', 3)] },
			{ ...cancelled, events: [byApi('lines_cancelled', 1)] },
		);
		const calls = [8, 9, 10].map((seq) => call(seq, 'saveProductStockLocations', {}));
		expect(auditOf(planted, state, calls).counts).toMatchObject({
			shipped: 1,
			cancelledByHub: 1,
			cancelledByChannel: 0,
			cancelRefused: 1,
			released: 1,
			stockRowsPushed: 1,
			idlePushCalls: 2,
			gapsFilled: 1,
			effectsDoubled: 0,
			stuck: 0,
		});
	});

	describe('of the catalog', () => {
		const shop = (...stock: IkasState['stock']) => ({ ...channelWith(), stock });
		const hat = { ...shownStock(1), product: 'h', variant: '1', sku: 'HAT' };
		const kinds = (audited: Audit) => audited.findings.map(({ kind }) => kind);
		const skip = "INSERT INTO skipped_listings VALUES ('ikas', 'h/1')";

		it('sees a listing that is nowhere, and is content with one that was left out', () => {
			expect(kinds(auditOf('', shop(shownStock(3), hat)))).toEqual(['lost']);
			expect(auditOf(skip, shop(shownStock(3), hat))).toMatchObject({
				findings: [],
				counts: { listings: 1, listingsSkipped: 1 },
			});
		});

		it('sees a listing that the hub takes for another SKU', () => {
			expect(kinds(auditOf('', shop({ ...shownStock(3), sku: 'CUP' })))).toContain('stuck');
		});
	});

	describe('of the settings', () => {
		const saved = (version: number, settings: object) =>
			`INSERT INTO store_settings VALUES ('ikas', ${version}, '${JSON.stringify(settings)}')`;
		const logged = (version: number, from: number | null) =>
			`INSERT INTO configuration_log VALUES ('ikas', ${version}, ${from})`;
		const first = saved(1, { interval: 1, map: ['a'], locations: ['x'] });
		const log = [logged(1, null), logged(2, null), logged(3, 1), logged(3, 1)].join(';');
		const countsOf = (third: object) =>
			auditOf([first, saved(2, { interval: 5 }), saved(3, third), log].join(';')).counts;

		it('counts a version that says what it is said to bring back, wherever the places are', () => {
			expect(countsOf({ map: ['a'], interval: 1, locations: [] })).toMatchObject({
				settingsLogged: 4,
				restored: 1,
			});
		});

		it('does not count one that says something else', () => {
			expect(countsOf({ interval: 1, map: ['b'], locations: ['x'] })).toMatchObject({
				restored: 0,
			});
		});
	});
});
