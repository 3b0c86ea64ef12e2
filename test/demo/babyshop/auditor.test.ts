import { audit, type Audit } from '../../../demo/auditor/audit';
import type { Facts } from '../../../demo/auditor/facts';
import { readLedger } from '../../../demo/auditor/ledger';
import { babyshopView } from '../../../demo/babyshop/auditor/babyshopView';
import type { BabyshopCall, BabyshopState } from '../../../sandbox/babyshop/types';
import {
	a,
	babyshopWith,
	c,
	confirmed,
	facts,
	labelOf,
	ledgerWith,
	packed,
	productsOf,
	shipped,
} from './support/books';

const auditOf = (
	planted = '',
	state: BabyshopState = babyshopWith(),
	calls: readonly BabyshopCall[] = [],
	told: Partial<Facts> = {},
): Audit => {
	const ledger = readLedger(ledgerWith(planted), 'babyshop');
	const evidence = { state, calls, ledger, facts: { ...facts, ...told } };
	return audit({ ...evidence, channel: babyshopView(evidence) });
};

const call = (seq: number, kind: string, body = {}) => ({ seq, kind, body }) as BabyshopCall;
const poll = (seq: number) => call(seq, 'orderList', { updateDate: '01/03/2026 10:00:00' });

const another = { ...a, id: 'd' };

describe('the auditor of Babyshop', () => {
	it('finds nothing in clean books', () => {
		expect(auditOf().findings).toEqual([]);
	});

	it('counts what is there', () => {
		const calls = [
			...[7, 8, 9, 12].map(poll),
			call(10, 'orderList', { filterStatusList: '5' }),
			call(10, 'inventoryPriceUpdate'),
			call(11, 'inventoryPriceStatus'),
		];
		expect(auditOf('', babyshopWith(), calls).counts).toMatchObject({
			ordersPlaced: 3,
			ordersInHub: 3,
			edited: 0,
			cancelledByChannel: 1,
			cancelledByHub: 0,
			shipped: 1,
			stockRowsPushed: 1,
			idlePollCalls: 2,
			idlePushCalls: 1,
			listings: 1,
			listingsSkipped: 1,
			awbs: 1,
			labels: 1,
			skippedNoVendorSku: 1,
			unsupportedStatuses: 1,
		});
	});

	describe('lost', () => {
		it.each([
			['an order that is nowhere', '', [another]],
			['a departure that the hub has not heard of', '', [{ ...a, way: shipped }]],
			[
				'a cancellation that did not arrive',
				"UPDATE orders SET status = 'new_order' WHERE id = 2",
				[],
			],
			[
				'a status that the channel never gave it',
				"UPDATE orders SET channel_status = '18' WHERE id = 1",
				[],
			],
		])('is %s', (_, planted, orders) => {
			expect(auditOf(planted, babyshopWith(orders)).counts.lost).toBeGreaterThan(0);
		});

		it('is not an order that nobody was shown, nor one from before the connection', () => {
			const late = { ...another, visibleAt: 1001 };
			const old = { ...another, placedAt: 99 };
			for (const one of [late, old]) expect(auditOf('', babyshopWith([one])).findings).toEqual([]);
		});

		it('is not an order that went on since the hub read it', () => {
			const kept = `UPDATE parcels SET tracking_number = 'FC-a', label = '${labelOf('%PDF- FC-a')}' WHERE id = 1`;
			const wentOn = babyshopWith([{ ...a, way: packed, awbs: ['FC-a'] }]);
			expect(auditOf(kept, wentOn).findings).toEqual([]);
		});
	});

	describe('an item that was cancelled', () => {
		const cut = babyshopWith([
			{ ...a, way: [...confirmed, ['lines_cancelled', '5', 'panel']], cancelled: 1 },
		]);
		const marked = "UPDATE orders SET flag = 'item_level_change' WHERE id = 1";

		it('is kept in the hub on purpose where the order is marked', () => {
			expect(auditOf(marked, cut)).toMatchObject({ findings: [], counts: { edited: 1 } });
		});

		it('is doubled where nobody was told', () => {
			expect(auditOf('', cut).counts.doubled).toBe(1);
		});

		it('is lost where the hub followed it after all', () => {
			const followed = `${marked}; UPDATE order_lines SET cancelled = 1 WHERE order_id = 1`;
			expect(auditOf(followed, cut).counts.lost).toBe(1);
		});

		it('is as the channel has it where the hub saw the order only then', () => {
			const seen = `UPDATE order_lines SET cancelled = 1 WHERE order_id = 1;
				UPDATE reservations SET quantity = 1; UPDATE stock SET reserved = 1 WHERE hub = 'sharjah'`;
			const products = productsOf(8);
			expect(auditOf(seen, { ...cut, products }).findings).toEqual([]);
		});

		it('is stuck where nothing was cancelled and the order is marked', () => {
			expect(auditOf(marked).counts.stuck).toBe(1);
		});
	});

	describe('the AWB of a shipment', () => {
		it.each([
			['on no parcel', "UPDATE parcels SET tracking_number = 'FC-x'", { lost: 1, awbs: 0 }],
			['without its label', 'UPDATE parcels SET label = NULL', { lost: 1, labels: 0 }],
			[
				'with a label that is no file of that number',
				`UPDATE parcels SET label = '${labelOf('%PDF-1.4 AWB FC-x')}' WHERE id = 2`,
				{ lost: 2, labels: 0 },
			],
			[
				'with a label that is no PDF',
				`UPDATE parcels SET label = '${labelOf('<html>FC-c')}' WHERE id = 2`,
				{ lost: 2, labels: 0 },
			],
		])('is missed %s', (_, planted, counts) => {
			expect(auditOf(planted).counts).toMatchObject(counts);
		});

		it('is not missed as long as the courier has none', () => {
			const early = babyshopWith([{ ...a, way: packed, awbs: [null] }]);
			expect(auditOf('', early).counts).toMatchObject({ lost: 0, awbs: 1 });
		});
	});

	describe('an effect on the channel', () => {
		const counted = (state: BabyshopState) => auditOf('', state).counts.effectsDoubled;

		it('is doubled when a line is invoiced again', () => {
			expect(counted(babyshopWith([{ ...c, awbs: ['FC-c', 'FC-d'] }]))).toBe(1);
		});

		it('is doubled when a parcel leaves again', () => {
			expect(counted(babyshopWith([{ ...c, way: [...shipped, ['shipped', '15']] }]))).toBe(1);
		});

		it('is doubled when an order is cancelled again', () => {
			const way = [...confirmed, ['cancelled', '8'], ['cancelled', '8']] as const;
			expect(counted(babyshopWith([{ id: 'b', quantity: 1, way, cancelled: 1 }]))).toBe(1);
		});
	});

	it('tells a cancel of the hub from one of the channel', () => {
		const gone = `UPDATE orders SET status = 'cancelled', channel_status = '8' WHERE id = 1;
			DELETE FROM reservations; UPDATE stock SET reserved = 0`;
		const way = [...confirmed, ['cancelled', '8']] as const;
		const state = babyshopWith([{ ...a, way, cancelled: 2 }], { products: productsOf(9) });
		expect(auditOf(gone, state)).toMatchObject({
			findings: [],
			counts: { cancelledByHub: 1, cancelledByChannel: 1 },
		});
	});

	describe('the catalog', () => {
		const [bib, none] = productsOf(7);
		const missing = 'product BBS1 (BIB) is not in the catalog of the hub';

		it.each([
			['that is nowhere in the hub', 'DELETE FROM listings; DELETE FROM published', missing],
			[
				'left out although it has a code',
				"DELETE FROM listings; DELETE FROM published; INSERT INTO skipped_listings VALUES ('babyshop', 'BBS1')",
				missing,
			],
			[
				'that is another SKU in the hub',
				"UPDATE listings SET sku = 'CAP'",
				'product BBS1 (BIB) is CAP in the hub',
			],
			[
				'without a code that nobody lists',
				'DELETE FROM skipped_listings',
				'product BBS2 (no code) is not in the catalog of the hub',
			],
		])('is wrong of a product %s', (_, planted, what) => {
			expect(auditOf(planted).findings.map((finding) => finding.what)).toContain(what);
		});

		it('has a product without a code as whatever a person says', () => {
			const linked = `DELETE FROM skipped_listings; INSERT INTO listings VALUES ('babyshop', 'BBS2', 'BIB')`;
			expect(auditOf(linked)).toMatchObject({ findings: [], counts: { skippedNoVendorSku: 0 } });
		});

		it('counts only what has no code as skipped for that', () => {
			const state = babyshopWith([], {
				products: [...(bib ? [bib] : []), ...(none ? [{ ...none, vendorSkuCode: 'CAP' }] : [])],
			});
			expect(auditOf('', state).counts).toMatchObject({ skippedNoVendorSku: 0, lost: 1 });
		});
	});

	describe('a figure', () => {
		const stuckAt = (quantity: number | null, planted = '') =>
			auditOf(planted, babyshopWith([], { products: productsOf(quantity) })).counts.stuck;

		it('is true when it is what the chosen hubs have together', () => {
			expect([6, 7, 8, 16, null].map((quantity) => stuckAt(quantity))).toEqual([1, 0, 1, 1, 1]);
		});

		it('may be lower by what orders wait for, also where they name the listing', () => {
			const waits = `INSERT INTO held_back VALUES ('babyshop', 'p', 'BBS1', NULL, 2)`;
			expect([4, 5, 6, 7].map((quantity) => stuckAt(quantity, waits))).toEqual([1, 0, 0, 0]);
		});

		it('is stuck as long as it is handed out and not decided', () => {
			expect(stuckAt(7, 'UPDATE published SET sent = 7, confirmed = NULL')).toBe(1);
		});
	});

	it('sees an order that waits for what is there, also where it names the listing', () => {
		const held = `UPDATE orders SET status = 'on_hold', hold_reason = 'inventory_not_present', hub = NULL WHERE id = 1;
			DELETE FROM reservations; UPDATE stock SET reserved = 0`;
		const state = babyshopWith([], { products: productsOf(7) });
		expect(auditOf(held, state).counts.stuck).toBe(1);
	});
});
