import { audit, type Audit } from '../../demo/auditor/audit';
import { readLedger } from '../../demo/auditor/ledger';
import type { IkasCall, IkasState } from '../../sandbox/ikas/types';
import { channelWith, facts, ledgerWith } from './support/books';

const auditOf = (planted = '', state: IkasState = channelWith()): Audit =>
	audit({ state, calls: [], ledger: readLedger(ledgerWith(planted), 'ikas'), facts });

const found = ({ counts: { lost, doubled, oversold } }: Audit) => ({ lost, doubled, oversold });

const nothing = { lost: 0, doubled: 0, oversold: 0 };

const park = "INSERT INTO parked VALUES ('ikas', 'd', 'unmapped_status')";
const except = (reference: string, state = 'open') =>
	`INSERT INTO exceptions (store, kind, reference, cause, state)
	 VALUES ('ikas', 'order', '${reference}', 'cause', '${state}')`;
const another = { id: 'd', number: '1004', quantity: 1 };

describe('the auditor', () => {
	it('finds nothing in clean books', () => {
		expect(auditOf().findings).toEqual([]);
	});

	it('counts what is there', () => {
		const state = channelWith(another, { id: 'a', number: '1001', quantity: 2, edited: true });
		const calls = [7, 8, 9, 10].map((seq) => ({ seq }) as IkasCall);
		const ledger = readLedger(
			ledgerWith(`${park}; ${except('x')}; ${except('y', 'resolved')};
				UPDATE orders SET status = 'on_hold', hold_reason = 'inventory_not_present' WHERE id = 1`),
			'ikas',
		);
		expect(audit({ state, calls, ledger, facts }).counts).toMatchObject({
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
				'UPDATE order_lines SET shipped = 4 WHERE order_id = 3',
			],
			['units promised where none were', "UPDATE reservations SET hub = 'ankara'"],
			["another seller's units", "UPDATE reservations SET seller = 'other'"],
			['a reserved column that forgot a reservation', 'UPDATE stock SET reserved = 1'],
			['more on hand than was there', 'UPDATE stock SET on_hand = 3'],
		])('is %s', (_, planted) => {
			expect(auditOf(planted).counts.oversold).toBeGreaterThan(0);
		});
	});
});
