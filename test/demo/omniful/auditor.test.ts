import { exception } from '../outlet/support/books';
import { b, shopWith } from '../outlet/support/shopBooks';
import { auditOf, foundIn } from './support/books';
import { call, level, madeA, madeB, madeC, omnifulWith } from './support/omnifulBooks';

describe('the auditor of Omniful', () => {
	it('finds nothing in clean books', () => {
		expect(foundIn()).toEqual([]);
	});

	describe('of an order', () => {
		it('finds that it was created twice, by its mark and by its number', () => {
			const twice = (change: object) =>
				foundIn({ omniful: omnifulWith([{ ...madeA, id: 'S-x', ...change }]) });
			const doubled = 'doubled: order Na is in the OMS 2 times';
			expect(twice({ number: 'other' })).toContain(doubled);
			expect(twice({ of: 'other', number: 'Na' })).toContain(doubled);
			expect(twice({ of: null, number: 'Na' })).not.toContain(doubled);
		});

		it('finds that it is not there, where no person was told', () => {
			const missing = 'DELETE FROM oms_orders WHERE order_id = 1;';
			const omniful = omnifulWith([{ ...madeA, units: 0 }]);
			const lost = 'lost: order Na is new_order in the hub and not in the OMS';
			expect(foundIn({ sql: missing, omniful })).toContain(lost);
			const told = `${missing} ${exception('1', 'update_refused', 'omniful')}`;
			expect(foundIn({ sql: told, omniful })).not.toContain(lost);
		});

		it('finds that it has other units than the shop wants', () => {
			const found = (units: number) => foundIn({ omniful: omnifulWith([{ ...madeA, units }]) });
			const what = 'x TEE in the OMS and 2 x TEE on the channel';
			expect(found(3)).toContain(`doubled: order Na has 3 ${what}`);
			expect(found(1)).toContain(`lost: order Na has 1 ${what}`);
		});

		it('finds one that nobody placed, unless the seller sold it itself', () => {
			const made = { ...madeA, id: 'S-z', of: 'z' };
			expect(foundIn({ omniful: omnifulWith([made]) })).toEqual([
				'doubled: order Nz was made in the OMS, and nobody placed it on the channel',
			]);
			expect(foundIn({ omniful: omnifulWith([{ ...made, of: null }]) })).toEqual([]);
		});

		it('finds a cancel that one side has not heard of', () => {
			const stands = { ...madeC, status: 'new_order', cancelledBy: undefined } as const;
			expect(foundIn({ omniful: omnifulWith([stands]) })).toContain(
				'lost: order Nc is cancelled on the channel and stands in the OMS',
			);
			const there = omnifulWith([{ ...madeA, status: 'cancelled', cancelledBy: 'desk' }]);
			expect(foundIn({ omniful: there })).toEqual([
				'lost: order Na is cancelled in the OMS and new_order in the hub',
			]);
		});
	});

	describe('of a status', () => {
		it('finds that it did not come back', () => {
			const sql = "UPDATE orders SET status = 'new_order' WHERE id = 2";
			const lost = (status: string, hub: string) =>
				`lost: order Nb is ${status} in the OMS and ${hub} in the hub`;
			expect(foundIn({ sql })).toContain(lost('shipped', 'new_order'));
			const back = omnifulWith([{ ...madeB, status: 'return_to_origin' }]);
			expect(foundIn({ omniful: back })).toEqual([lost('return_to_origin', 'shipped')]);
			const arrived = omnifulWith([{ ...madeB, status: 'delivered' }]);
			expect(foundIn({ omniful: arrived })).toContain(lost('delivered', 'shipped'));
		});

		it('is of all that is left: of what lacks a unit nothing is said', () => {
			const omniful = omnifulWith([{ ...madeB, packed: 1 }]);
			const shop = shopWith({ ...b, shown: [{ number: 'BD-1', units: 1 }] });
			expect(
				foundIn({ omniful, shop, sql: 'UPDATE orders SET status = NULL WHERE id = 2' }),
			).toEqual([]);
		});

		it('finds that the shop was not told, or something else', () => {
			const found = (shown: object) =>
				foundIn({ shop: shopWith({ ...b, shown: [{ number: 'BD-1', units: 2, ...shown }] }) });
			const left = 'order Nb left the OMS with BD-1';
			expect(found({})).toEqual([]);
			expect(found({ number: 'BD-2' })).toEqual([`lost: ${left}, which the channel does not show`]);
			expect(found({ units: 1 })).toEqual([`lost: ${left}: 2 x TEE; the channel shows 1 x TEE`]);
			expect(found({ carrier: 'DTDC' })).toEqual([
				`lost: ${left} by BLUEDART; the channel shows DTDC`,
			]);
			const unpacked = omnifulWith([{ ...madeB, packed: 1 }]);
			expect(foundIn({ omniful: unpacked })).toContain(
				'effectsDoubled: order Nb: 2 x TEE shown as gone, 1 x TEE in the OMS',
			);
		});

		it('counts orders there, and those whose state came back', () => {
			expect(auditOf().counts).toMatchObject({ ordersCreated: 3, statusesBack: 1 });
			const cancelled = (cancelledBy: 'api' | 'desk') =>
				auditOf({
					sql: "UPDATE orders SET status = 'cancelled' WHERE id = 1",
					omniful: omnifulWith([{ ...madeA, status: 'cancelled', cancelledBy }]),
				}).counts;
			expect(cancelled('desk')).toMatchObject({ statusesBack: 2 });
			expect(cancelled('api')).toMatchObject({ statusesBack: 1 });
		});
	});

	describe('of stock', () => {
		const stock = (available: number) =>
			omnifulWith([], [level('WH_DEL', available), level('WH_PUN', 5)]);

		it('finds a row that is wrong', () => {
			expect(foundIn({ omniful: stock(6) })).toEqual([
				'oversold: TEE at delhi: the hub has 7, the OMS may promise 6',
			]);
			expect(foundIn({ omniful: stock(8) })).toEqual([
				'stuck: TEE at delhi: the hub has 7, the OMS may promise 8',
			]);
		});

		it('finds that more was promised than there is', () => {
			const sql = "UPDATE stock SET on_hand = 0 WHERE hub = 'delhi'; DELETE FROM published";
			expect(foundIn({ sql, omniful: stock(-3) })).toEqual([
				'oversold: TEE at WH_DEL: 2 are promised that the OMS has not',
			]);
		});
	});

	describe('of calls', () => {
		it('finds a cancel of what is cancelled already, and no repetition of one that failed', () => {
			const found = (...calls: Parameters<typeof call>[0][]) =>
				foundIn({ omnifulCalls: calls.map(call) });
			const again = { seq: 2, effect: null, status: 400 };
			expect(found({}, again)).toEqual([
				'effectsDoubled: call 2 cancels ikas-c, which is cancelled in Omniful already',
			]);
			expect(found({ effect: null }, { seq: 2 })).toEqual([]);
			expect(found({}, { ...again, order: 'ikas-d' })).toEqual([]);
			expect(found({}, { ...again, kind: 'order/create' })).toEqual([]);
		});

		it('finds stock that the hub wrote there', () => {
			const set = call({ kind: 'stock/set', effect: 'stock_set', seq: 8 });
			expect(foundIn({ omnifulCalls: [set] })).toEqual([
				'effectsDoubled: call 8 of the hub set the stock of Omniful',
			]);
			expect(foundIn({ omnifulCalls: [{ ...set, effect: null }] })).toEqual([]);
		});

		it('finds a refresh token that is good no more', () => {
			const spent = call({ kind: 'token', effect: null, status: 401, seq: 9 });
			expect(foundIn({ omnifulCalls: [spent] })).toEqual([
				'lost: call 9: seller-client came to Omniful with a refresh token that is good no more',
			]);
			expect(foundIn({ omnifulCalls: [{ ...spent, status: 200 }] })).toEqual([]);
			expect(foundIn({ omnifulCalls: [{ ...spent, kind: 'order/get' }] })).toEqual([]);
		});
	});
});
