import { audit, type Audit } from '../../../demo/auditor/audit';
import type { Facts } from '../../../demo/auditor/facts';
import { readLedger } from '../../../demo/auditor/ledger';
import { okerView } from '../../../demo/oker/auditor/okerView';
import type { OkerCall, OkerState } from '../../../sandbox/oker/types';
import {
	a,
	c,
	cancelled,
	d,
	exception,
	facts,
	gone,
	labelOf,
	ledgerWith,
	listingsOf,
	okerWith,
	packed,
	placed,
} from './support/books';

const auditOf = (
	planted = '',
	state: OkerState = okerWith(),
	calls: readonly OkerCall[] = [],
	told: Partial<Facts> = {},
): Audit => {
	const ledger = readLedger(ledgerWith(planted), 'oker');
	const evidence = { state, calls, ledger, facts: { ...facts, ...told } };
	return audit({ ...evidence, channel: okerView(evidence) });
};

const whatOf = ({ findings }: Audit) => findings.map(({ what }) => what);

const call = (seq: number, kind: string, path = '/v1') => ({ seq, kind, path }) as OkerCall;
const poll = (seq: number) => call(seq, 'listOrders', '/v1/orders?pageNumber=1&updatedSince=x');

const another = { ...a, id: 'e' };

describe('the auditor of Oker', () => {
	it('finds nothing in clean books', () => {
		expect(auditOf().findings).toEqual([]);
	});

	it('counts what is there', () => {
		const calls = [
			...[7, 8, 9, 12].map(poll),
			call(10, 'listOrders', '/v1/orders?orderIds=a'),
			call(10, 'updateInventory'),
			call(11, 'listProducts'),
		];
		expect(auditOf('', okerWith(), calls).counts).toMatchObject({
			ordersPlaced: 4,
			ordersInHub: 4,
			edited: 0,
			cancelledByChannel: 1,
			cancelledByHub: 0,
			shipped: 1,
			stockRowsPushed: 2,
			idlePollCalls: 2,
			idlePushCalls: 1,
			listings: 1,
			listingsSkipped: 1,
			invoices: 2,
			labels: 2,
			manifestsClosed: 1,
			dispatched: 1,
			conflicts: 0,
		});
	});

	describe('lost', () => {
		it.each([
			['an order that is nowhere', '', [another]],
			['a departure that the hub has not heard of', '', [{ ...a, items: ['DISPATCHED'] as const }]],
			[
				'a cancellation that did not arrive',
				"UPDATE orders SET status = 'new_order' WHERE id = 2",
				[],
			],
			[
				'a status that is not the last one',
				"UPDATE orders SET channel_status = 'DELIVERED' WHERE id = 4",
				[],
			],
		])('is %s', (_, planted, orders) => {
			expect(auditOf(planted, okerWith(orders)).counts.lost).toBeGreaterThan(0);
		});

		it('is not an order that nobody was shown, nor one from before the connection', () => {
			const late = { ...another, visibleAt: 1001 };
			const old = { ...another, placedAt: 99 };
			for (const one of [late, old]) expect(auditOf('', okerWith([one])).findings).toEqual([]);
		});

		it('is not an order of a warehouse that nobody knows, once a person is told', () => {
			const astray = okerWith([{ ...another, facility: 'OKR-W9' }]);
			expect(auditOf(exception('unknown_location', 'e'), astray).findings).toEqual([]);
		});

		it('is not an order that the marketplace holds', () => {
			const held = okerWith([{ ...a, isOnHold: true }]);
			const known = "UPDATE orders SET channel_status = 'ON_HOLD' WHERE id = 1";
			expect(auditOf(known, held).findings).toEqual([]);
		});
	});

	describe('an item that was cancelled', () => {
		const cut = okerWith([{ ...a, quantity: 1, items: ['CREATED', 'CANCELLED'] }]);
		const marked = "UPDATE orders SET flag = 'item_level_change' WHERE id = 1";

		it('is kept in the hub on purpose where the order is marked', () => {
			expect(auditOf(marked, cut)).toMatchObject({ findings: [], counts: { edited: 1 } });
		});

		it('is doubled where nobody was told', () => {
			expect(auditOf('', cut).counts.doubled).toBe(1);
		});
	});

	describe('the invoice of an order', () => {
		it.each([
			[
				'that the hub has not',
				'DELETE FROM issued_invoices WHERE order_id = 3',
				'is not in the hub',
			],
			[
				'that is another one in the hub',
				"UPDATE issued_invoices SET code = 'INV-x' WHERE order_id = 3",
				'invoice INV-c of order c is INV-x in the hub',
			],
			[
				'that the hub has twice',
				"INSERT INTO issued_invoices VALUES (3, 'INV-c')",
				'is in the hub 2 times',
			],
			[
				'that was never made',
				"INSERT INTO issued_invoices VALUES (1, 'INV-a')",
				'invoice null of order a is INV-a in the hub',
			],
		])('is wrong %s', (_, planted, what) => {
			const found = auditOf(planted);
			expect(whatOf(found).join()).toContain(what);
			expect(found.counts.lost).toBe(1);
		});

		it('does not count where the hub has another one', () => {
			const other = "UPDATE issued_invoices SET code = 'INV-x' WHERE order_id = 3";
			expect(auditOf(other).counts.invoices).toBe(1);
		});
	});

	describe('the parcel of an invoiced order', () => {
		it.each([
			[
				'without its number',
				'UPDATE parcels SET tracking_number = NULL WHERE id = 2',
				{ labels: 2 },
			],
			['without its label', 'UPDATE parcels SET label = NULL WHERE id = 2', { labels: 1 }],
			[
				'with the label of another one',
				`UPDATE parcels SET label = '${labelOf('%PDF-1.4 AWB-d')}' WHERE id = 2`,
				{ labels: 1 },
			],
		])('is missed %s', (_, planted, counts) => {
			const found = auditOf(planted).counts;
			expect(found).toMatchObject(counts);
			expect(found.lost).toBeGreaterThan(0);
		});
	});

	describe('a departure', () => {
		it.each([
			[
				'with a manifest that is open',
				"UPDATE manifests SET state = 'open'",
				okerWith(),
				'order d left with M-1, not with a closed one',
			],
			[
				'with no manifest',
				'',
				okerWith([{ ...d, manifest: null }]),
				'order d left with no manifest, not with a closed one',
			],
			[
				'that was on a list and left out',
				"UPDATE manifest_parcels SET left_out = 'cancelled'",
				okerWith(),
				'order d left with M-1',
			],
			[
				'that Oker was not told of',
				'INSERT INTO manifest_parcels VALUES (1, 3, NULL)',
				okerWith(),
				'order c is on M-1, and Oker was not told that it left',
			],
			[
				'on two manifests',
				"UPDATE manifests SET state = 'closed'; INSERT INTO manifest_parcels VALUES (2, 4, NULL)",
				okerWith(),
				'order d is on M-1 and M-2',
			],
		])('is wrong %s', (_, planted, state, what) => {
			const found = auditOf(planted, state);
			expect(whatOf(found).join()).toContain(what);
			expect(found.counts.dispatched).toBe(what.startsWith('order c') ? 1 : 0);
		});

		it("that Oker refused is a person's to settle", () => {
			const planted = `INSERT INTO manifest_parcels VALUES (1, 3, NULL); ${exception('cancelled_after_shipping', 'c')}`;
			expect(auditOf(planted).findings).toEqual([]);
		});
	});

	describe('a cancel after the invoice', () => {
		const late = okerWith([
			{
				...c,
				way: [...packed, ['cancelled', 'marketplace']],
				status: 'CANCELLED',
				items: ['CANCELLED'],
			},
		]);
		const known = "UPDATE orders SET channel_status = 'CANCELLED' WHERE id = 3;";

		it("is a person's to decide, the goods kept", () => {
			const asked = `${known} ${exception('cancelled_after_invoice', 'c')}`;
			expect(auditOf(asked, late)).toMatchObject({ findings: [], counts: { conflicts: 1 } });
		});

		it('is lost where the hub goes on and nobody is asked', () => {
			expect(auditOf(known, late).counts).toMatchObject({ lost: 2, conflicts: 0 });
			const aboutElse = `${known} ${exception('order_edited', 'c')}`;
			expect(auditOf(aboutElse, late).counts).toMatchObject({ lost: 1, conflicts: 0 });
		});

		it('is lost where the hub lets go of it by itself', () => {
			const alone = `${known} UPDATE orders SET status = 'cancelled' WHERE id = 3;
				DELETE FROM reservations WHERE order_id = 3; DELETE FROM parcels WHERE id = 2;
				UPDATE stock SET reserved = 2 WHERE hub = 'noida'`;
			const shown = { ...late, listings: listingsOf(6, 4) };
			expect(whatOf(auditOf(alone, shown))).toEqual([
				'order c is cancelled after its invoice, and nobody was asked',
			]);
			const asked = `${alone}; ${exception('cancelled_after_invoice', 'c', 'resolved')}`;
			expect(auditOf(asked, shown).findings).toEqual([]);
		});

		it('is no excuse for one that came in time', () => {
			const inTime = okerWith([
				{ ...a, way: cancelled, status: 'CANCELLED', items: ['CANCELLED'] },
			]);
			const untouched = `UPDATE orders SET channel_status = 'CANCELLED' WHERE id = 1; ${exception('any', 'a')}`;
			expect(auditOf(untouched, inTime).counts.lost).toBe(1);
		});
	});

	it.each(['invoiced', 'dispatched', 'cancelled'] as const)(
		'sees what was %s twice as a doubled effect',
		(what) => {
			const again = okerWith([{ ...another, way: [...placed, [what], [what]] }]);
			expect(auditOf('', again).counts.effectsDoubled).toBe(1);
		},
	);

	it('tells a cancel of the hub from one of the channel', () => {
		const off = `UPDATE orders SET status = 'cancelled', channel_status = 'CANCELLED' WHERE id = 1;
			DELETE FROM reservations WHERE order_id = 1; UPDATE stock SET reserved = 1 WHERE hub = 'noida'`;
		const way = [...placed, ['cancelled']] as const;
		const state = okerWith([{ ...a, way, status: 'CANCELLED', items: ['CANCELLED'] }], {
			listings: listingsOf(7, 4),
		});
		expect(auditOf(off, state)).toMatchObject({
			findings: [],
			counts: { cancelledByHub: 1, cancelledByChannel: 1 },
		});
	});

	describe('the catalog', () => {
		const missing = 'listing P-1/V-1 (RUG) is not in the catalog of the hub';
		const none = 'DELETE FROM listings; DELETE FROM published';

		it.each([
			['that is nowhere in the hub', none, missing],
			[
				'left out although it has a SKU',
				`${none}; INSERT INTO skipped_listings VALUES ('oker', 'P-1/V-1')`,
				missing,
			],
			[
				'that is another SKU in the hub',
				"UPDATE listings SET sku = 'MAT'",
				'listing P-1/V-1 (RUG) is MAT in the hub',
			],
			[
				'without a SKU that nobody lists',
				'DELETE FROM skipped_listings',
				'listing P-2/V-2 ( RUG) is not in the catalog of the hub',
			],
		])('is wrong of a listing %s', (_, planted, what) => {
			expect(whatOf(auditOf(planted))).toContain(what);
		});

		it('has a listing without a SKU as whatever a person says', () => {
			const linked =
				"DELETE FROM skipped_listings; INSERT INTO listings VALUES ('oker', 'P-2/V-2', 'RUG')";
			expect(auditOf(linked).findings).toEqual([]);
		});
	});

	it('holds each figure against the hub of its warehouse', () => {
		const stuckAt = (north: number, west: number) =>
			auditOf('', okerWith([], { listings: listingsOf(north, west) })).counts.stuck;
		expect(
			[
				[5, 4],
				[4, 5],
				[6, 4],
				[5, 3],
			].map(([north = 0, west = 0]) => stuckAt(north, west)),
		).toEqual([0, 2, 1, 1]);
	});

	it("does not take what left by itself for the hub's doing", () => {
		const byMarketplace = okerWith([
			{
				...d,
				way: [...placed, ['invoiced', 'marketplace'], ['dispatched', 'marketplace']],
				manifest: null,
			},
		]);
		const found = auditOf(
			'DELETE FROM manifest_parcels; DELETE FROM issued_invoices WHERE order_id = 4',
			byMarketplace,
		);
		expect(found).toMatchObject({
			findings: [],
			counts: { shipped: 0, invoices: 1, dispatched: 0 },
		});
		expect(gone).toHaveLength(3);
	});
});
