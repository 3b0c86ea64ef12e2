import type { IconicCall } from '../../../sandbox/theIconic/types';
import { auditOf, foundIn } from './support/books';
import { a, c, iconicWith, placed } from './support/iconicBooks';

const call = (seq: number, kind: string, path = '') =>
	({ seq, kind, path, items: [], effect: null }) as unknown as IconicCall;
const poll = (seq: number) => call(seq, 'getOrders', '/v2/orders?limit=100&updateDateStart=1');

describe('the auditor of The Iconic', () => {
	it('finds nothing in clean books', () => {
		expect(foundIn()).toEqual([]);
	});

	it('counts what is there', () => {
		const calls = [
			...[7, 8, 9, 12].map(poll),
			...[call(10, 'getOrders', '/v2/orders?orderIds[]=11'), call(11, 'setStock')],
		];
		expect(auditOf({ calls }).counts).toMatchObject({
			ordersPlaced: 3,
			ordersInHub: 3,
			cancelledByChannel: 1,
			cancelledByHub: 0,
			shipped: 1,
			stockRowsPushed: 1,
			idlePollCalls: 2,
			idlePushCalls: 1,
			listings: 2,
			shopifyOrders: 3,
			unmatchedSkus: 1,
			trackingPushed: 1,
		});
	});

	it('leaves Shopify out where the hub itself ships', () => {
		const sql = `UPDATE hubs SET stock_master = 'ledger'; DELETE FROM oms_orders;
			INSERT INTO reservations VALUES (1, '110', 'bondi', 'TEE', 'sydney', 1), (1, '111', 'bondi', 'TEE', 'sydney', 1);
			UPDATE stock SET on_hand = 9, reserved = 2 WHERE hub = 'sydney'`;
		const physical = [
			{ seller: 'bondi', sku: 'TEE', hub: 'sydney', units: 10 },
			{ seller: 'bondi', sku: 'TEE', hub: 'melbourne', units: 5 },
		];
		expect(auditOf({ sql, shopify: null, told: { physical, partner: null } })).toMatchObject({
			findings: [],
			counts: { shopifyOrders: 0, unmatchedSkus: 0, trackingPushed: 0 },
		});
	});

	describe('an order of The Iconic', () => {
		const another = { ...a, id: '15' };

		it('is lost where it is nowhere', () => {
			expect(foundIn({ iconic: iconicWith([another]) })).toContain(
				'lost: order N15 was placed and is nowhere in the hub',
			);
		});

		it.each([
			['that nobody was shown', { ...another, visibleAt: 1001 }],
			['from before the connection', { ...another, placedAt: 99 }],
			['that The Iconic ships from its own warehouse', { ...another, shipmentType: 'warehouse' }],
		] as const)('is none of the hub: one %s', (_, one) => {
			expect(foundIn({ iconic: iconicWith([one]) })).toEqual([]);
		});

		it('is lost where the hub has a status that none of its items has', () => {
			const sql = "UPDATE orders SET channel_status = 'ready_to_ship' WHERE id = 1";
			expect(foundIn({ sql })).toEqual([
				'lost: order N11 is pending on the channel; the hub still has ready_to_ship',
			]);
		});

		it('is not processable where The Iconic says so of a pending item', () => {
			const iconic = iconicWith([{ ...a, isProcessable: false }]);
			const sql = "UPDATE orders SET channel_status = 'not_processable' WHERE id = 1";
			expect([foundIn({ iconic }).length, foundIn({ iconic, sql })]).toEqual([1, []]);
		});

		it('wants what of it is not cancelled', () => {
			const iconic = iconicWith([{ ...a, cancelled: 1 }]);
			const sql = "UPDATE order_lines SET cancelled = 1 WHERE line_id = '111'";
			const what = 'order N11 has 2 x TEE in the hub and 1 x TEE on the channel';
			expect(foundIn({ iconic })).toContain(`doubled: ${what}`);
			expect(foundIn({ iconic, sql })).not.toContain(`doubled: ${what}`);
		});

		it('tells a cancel of the hub from one of the channel', () => {
			const iconic = iconicWith([{ ...c, way: [...placed, ['cancelled', 'canceled']] }]);
			expect(auditOf({ iconic })).toMatchObject({
				findings: [],
				counts: { cancelledByHub: 1, cancelledByChannel: 0 },
			});
		});
	});

	it('sees what Shopify was never told, and a run of its own that died', () => {
		expect(foundIn({ sql: "UPDATE outbox SET state = 'waiting' WHERE store = 'shopify'" })).toEqual(
			['stuck: the create of order row 1 is waiting and was never sent'],
		);
		const dead = "UPDATE syncs SET run_id = 3, lease_until = 1 WHERE store = 'shopify'";
		expect(foundIn({ sql: dead })).toEqual([
			'stuck: a run of stock has not ended and nobody holds it',
		]);
	});
});
