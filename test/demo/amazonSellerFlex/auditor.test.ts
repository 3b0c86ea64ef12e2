import { amazonView } from '../../../demo/amazonSellerFlex/auditor/amazonView';
import { audit, type Audit } from '../../../demo/auditor/audit';
import type { Facts } from '../../../demo/auditor/facts';
import { readLedger } from '../../../demo/auditor/ledger';
import type { AmazonCall, AmazonState } from '../../../sandbox/amazonSellerFlex/types';
import {
	a,
	amazonWith,
	c,
	confirmed,
	facts,
	labelled,
	ledgerWith,
	pricesOf,
	type Price,
	shipped,
	stockOf,
} from './support/books';

const auditOf = (
	planted = '',
	state: AmazonState = amazonWith(),
	calls: readonly AmazonCall[] = [],
	told: Partial<Facts> = {},
): Audit => {
	const ledger = readLedger(ledgerWith(planted), 'amazon');
	const evidence = { state, calls, ledger, facts: { ...facts, ...told } };
	return audit({ ...evidence, channel: amazonView(evidence) });
};

const call = (seq: number, kind: string, query = '') =>
	({ seq, kind, path: `/asked?${query}` }) as AmazonCall;

const another = { ...a, id: 'd', number: '402-0000004-0000004' };

describe('the auditor of Amazon Seller Flex', () => {
	it('finds nothing in clean books', () => {
		expect(auditOf().findings).toEqual([]);
	});

	it('counts what is there', () => {
		const calls = [
			...[7, 8, 9, 10, 11, 12].map((seq) => call(seq, 'getShipments', 'locationId=DXB1')),
			call(9, 'getShipments', 'maxResults=1'),
			call(10, 'batchInventory'),
		];
		expect(auditOf('', amazonWith(), calls).counts).toMatchObject({
			ordersPlaced: 3,
			ordersInHub: 3,
			cancelledByChannel: 1,
			cancelledByHub: 0,
			shipped: 1,
			stockRowsPushed: 1,
			idlePollCalls: 4,
			idlePushCalls: 1,
		});
	});

	describe('lost', () => {
		it.each([
			['a shipment that is nowhere', '', [another]],
			['a shipment that left without the hub hearing of it', '', [{ ...a, way: shipped }]],
			[
				'a cancellation that did not arrive',
				"UPDATE orders SET status = 'new_order' WHERE id = 2",
				[],
			],
			[
				'a status that Amazon never gave it',
				"UPDATE orders SET channel_status = 'SHIPLABEL_GENERATED' WHERE id = 1",
				[],
			],
		])('is %s', (_, planted, shipments) => {
			expect(auditOf(planted, amazonWith(shipments)).counts.lost).toBeGreaterThan(0);
		});

		it('is not a shipment that nobody was shown, nor one from before the connection', () => {
			const pending = { ...another, way: [['placed', 'PENDING', 'amazon'] as const] };
			const late = { ...another, visibleAt: 1001 };
			const old = { ...another, placedAt: 99 };
			for (const one of [pending, late, old])
				expect(auditOf('', amazonWith([one])).findings).toEqual([]);
		});

		it('is not a shipment that went on since the hub read it', () => {
			const kept =
				"INSERT INTO parcels (id, order_id, hub, shipped_at, tracking_number) VALUES (2, 1, 'dubai', NULL, 'AWB-a')";
			const wentOn = amazonWith([{ ...a, way: labelled, packed: [2] }]);
			expect(auditOf(kept, wentOn).findings).toEqual([]);
		});
	});

	it('counts what only Amazon has', () => {
		const planted = `INSERT INTO events (store, order_id, type, detail) VALUES
			('amazon', 1, 'order_on_hold', 'sku_not_valid'), ('amazon', 1, 'order_assigned', 'dubai'),
			('amazon', 3, 'order_on_hold', 'inventory_not_present'), ('amazon', 3, 'order_assigned', 'dubai')`;
		const state = amazonWith([], { prices: pricesOf([45, null]), quotaHits: 2 });
		expect(auditOf(planted, state, [], { csvRowsRefused: 7 }).counts).toMatchObject({
			accepted: 2,
			labels: 1,
			released: 2,
			heldForSku: 1,
			csvRowsRefused: 7,
			pricesPushed: 1,
			quotaHits: 2,
		});
	});

	describe('an invoice', () => {
		const upload = {
			at: 300,
			feed: '1',
			buyerOrderId: c.number,
			shipments: ['c'],
			number: 'INV-1',
			documentType: 'Invoice',
			bytes: 100,
		};
		const of = (kept: string, invoices: readonly (typeof upload)[] = []) =>
			auditOf(kept, amazonWith([], { invoices }));
		const keptAs = (state: string) => `INSERT INTO invoices VALUES (3, 'amazon', '${state}')`;

		it('waits where an order left and nobody has uploaded it', () => {
			expect(of('')).toMatchObject({ findings: [], counts: { invoicesWaiting: 1 } });
			expect(of(keptAs('uploaded'), [upload])).toMatchObject({
				findings: [],
				counts: { invoicesWaiting: 0 },
			});
		});

		it('is lost when the hub takes it for uploaded and Amazon has none', () => {
			expect(of(keptAs('uploaded')).counts.lost).toBe(1);
		});

		it('is stuck when Amazon has it and the hub does not know', () => {
			expect(of(keptAs('uploading'), [upload]).counts.stuck).toBe(1);
			expect(of('', [upload]).counts.stuck).toBe(1);
		});
	});

	it('misses a label whose number the hub has not kept', () => {
		const audited = auditOf("UPDATE parcels SET tracking_number = 'AWB-x'");
		expect(audited.counts).toMatchObject({ lost: 1, labels: 0 });
	});

	it('tells a cancel of the hub from one of Amazon', () => {
		const gone = `UPDATE orders SET status = 'cancelled', channel_status = 'CANCELLED' WHERE id = 1;
			DELETE FROM reservations; UPDATE stock SET reserved = 0`;
		const rejected = {
			...a,
			way: [...confirmed, ['rejected', 'CANCELLED'] as const],
			cancelledAs: 'SELLER_REJECTED',
		};
		const state = amazonWith([rejected], { inventory: [stockOf(5)] });
		expect(auditOf(gone, state)).toMatchObject({
			findings: [],
			counts: { cancelledByHub: 1, cancelledByChannel: 1 },
		});
	});

	describe('an effect on Amazon', () => {
		const again = (what: 'confirmed' | 'packages_created' | 'labels_generated' | 'shipped') => [
			...shipped,
			[what, 'SHIPPED'] as const,
		];
		const counted = (state: AmazonState) => auditOf('', state).counts.effectsDoubled;

		it.each(['confirmed', 'packages_created', 'labels_generated', 'shipped'] as const)(
			'is doubled when a shipment is %s twice',
			(what) => {
				expect(counted(amazonWith([{ ...c, way: again(what) }]))).toBe(1);
			},
		);

		it('is doubled when more is packed than was ordered', () => {
			expect(counted(amazonWith([{ ...c, packed: [2, 2] }]))).toBe(1);
		});

		it('is doubled when a feed brings the price of the feed before', () => {
			const of = (...prices: readonly Price[]) =>
				counted(amazonWith([], { prices: pricesOf(...prices) }));
			expect(of([50, null], [45, '1'], [45, '2'])).toBe(1);
			expect(of([50, null], [45, '1'], [40, '2'], [45, '3'], [45, null])).toBe(0);
		});

		it('is doubled when an invoice is uploaded again', () => {
			const invoice = {
				at: 300,
				feed: '1',
				buyerOrderId: c.number,
				shipments: ['c'],
				number: 'INV-1',
				documentType: 'Invoice',
				bytes: 100,
			};
			const other = { ...invoice, number: 'INV-2' };
			expect(counted(amazonWith([], { invoices: [invoice, other] }))).toBe(0);
			expect(counted(amazonWith([], { invoices: [invoice, invoice] }))).toBe(1);
		});

		it('is not doubled by a label and a departure for each package', () => {
			const two = {
				...c,
				packed: [2, 1],
				way: [...again('shipped'), ['labels_generated', 'SHIPPED'] as const],
			};
			expect(counted(amazonWith([two]))).toBe(0);
		});
	});

	it('sees a figure that is not true', () => {
		const shows = (quantity: number) =>
			auditOf('', amazonWith([], { inventory: [stockOf(quantity)] })).counts.stuck;
		expect([shows(2), shows(3), shows(4)]).toEqual([1, 0, 1]);
	});
});
