import { exception } from '../outlet/support/books';
import { foundIn } from './support/books';
import { level, madeA, madeC, uniwareWith } from './support/uniwareBooks';

describe('the auditor of an OMS, of orders there', () => {
	it('finds nothing in clean books', () => {
		expect(foundIn()).toEqual([]);
	});

	describe('an order of the shop', () => {
		const without = uniwareWith([{ ...madeA, items: [] }]);
		const missing = 'DELETE FROM oms_orders WHERE order_id = 1;';
		const lost = (status: string) => `lost: order Na is ${status} in the hub and not in the OMS`;

		it('is missed where the hub has assigned it', () => {
			expect(foundIn({ sql: missing, uniware: without })).toContain(lost('new_order'));
		});

		it('is missed where the hub found no goods for it, and sold it all the same', () => {
			const found = (reason: string) =>
				foundIn({
					sql: `${missing} UPDATE orders SET status = 'on_hold', hold_reason = '${reason}' WHERE id = 1`,
					uniware: without,
				});
			expect(found('inventory_not_present')).toContain(lost('on_hold'));
			expect(found('sku_not_valid')).not.toContain(lost('on_hold'));
		});

		it('is not missed where a person was told why', () => {
			const found = (update: string) =>
				foundIn({
					sql: `${missing} ${exception(update, 'update_refused', 'uniware')}`,
					uniware: without,
				});
			expect(found('1')).not.toContain(lost('new_order'));
			expect(found('2')).toContain(lost('new_order'));
		});

		it('is doubled, whether the mark tells or only the number', () => {
			const twice = (change: object) =>
				foundIn({ uniware: uniwareWith([{ ...madeA, code: 'S-x', ...change }]) });
			const doubled = 'doubled: order Na is in the OMS 2 times';
			expect(twice({ number: 'other' })).toContain(doubled);
			expect(twice({ of: 'other', number: 'Na' })).toContain(doubled);
			expect(twice({ of: null, number: 'Na' })).not.toContain(doubled);
		});

		it('has what the shop wants of it', () => {
			const found = (units: number, sql = '') =>
				foundIn({
					sql,
					uniware: uniwareWith([{ ...madeA, items: Array(units).fill('FULFILLABLE') }]),
				});
			const what = (units: number) =>
				`order Na has ${units} x TEE in the OMS and 2 x TEE on the channel`;
			expect(found(3)).toContain(`doubled: ${what(3)}`);
			expect(found(1)).toContain(`lost: ${what(1)}`);
			expect(found(1, exception('a'))).not.toContain(`lost: ${what(1)}`);
		});

		it('is the one that the hub says it is', () => {
			expect(foundIn({ sql: "UPDATE oms_orders SET oms_id = 'S-y' WHERE order_id = 1" })).toEqual([
				'lost: order Na is said to be S-y in the OMS, which is not there',
			]);
		});

		it('is kept by one of the two', () => {
			const sql = 'UPDATE oms_orders SET handed_over_at = NULL WHERE order_id = 1';
			const doubled = 'doubled: order Na is in the OMS, and the hub still keeps it as its own';
			expect(foundIn({ sql })).toContain(doubled);
			expect(foundIn({ sql: `${sql}; ${exception('a')}` })).not.toContain(doubled);
		});
	});

	it('one that nobody placed is one too many, unless the tenant sold it itself', () => {
		const made = { ...madeA, code: 'S-z', of: 'z' };
		expect(foundIn({ uniware: uniwareWith([made]) })).toEqual([
			'doubled: order Nz was made in the OMS, and nobody placed it on the channel',
		]);
		expect(foundIn({ uniware: uniwareWith([{ ...made, of: null }]) })).toEqual([]);
	});

	it('one that came in as if the OMS were a channel is one too many', () => {
		const sql = `INSERT INTO orders VALUES (9, 'uniware', '1', 'S-9', 'deccan', 'CREATED', 'new_order', NULL, NULL, NULL)`;
		expect(foundIn({ sql })).toEqual([
			'doubled: order S-9 of the OMS came in as an order of a channel',
		]);
	});

	describe('a cancel', () => {
		const stands = uniwareWith([{ ...madeC, items: ['FULFILLABLE'], cancelledBy: undefined }]);

		it('of the shop reaches the OMS, or a person', () => {
			const lost = 'lost: order Nc is cancelled on the channel and stands in the OMS';
			expect(foundIn({ uniware: stands })).toContain(lost);
			expect(foundIn({ uniware: stands, sql: exception('c') })).not.toContain(lost);
		});

		it('of the hub reaches the OMS', () => {
			const sql = "UPDATE orders SET status = 'cancelled' WHERE id = 1";
			expect(foundIn({ sql, told: { keptOnChannel: ['a'] } })).toEqual([
				'lost: order Na is cancelled in the hub and stands in the OMS',
			]);
		});

		it('of the OMS reaches the hub', () => {
			const uniware = uniwareWith([
				{ ...madeA, items: ['CANCELLED', 'CANCELLED'], cancelledBy: 'desk' },
			]);
			expect(foundIn({ uniware })).toEqual([
				'lost: order Na is cancelled in the OMS and new_order in the hub',
			]);
		});
	});

	describe('stock', () => {
		const stock = (delhi: number) => ({ stock: [level('WH_DEL', delhi), level('WH_PUN', 5)] });

		it('of the hub is what the OMS may promise', () => {
			expect(foundIn({ uniware: uniwareWith([], stock(6)) })).toEqual([
				'oversold: TEE at delhi: the hub has 7, the OMS may promise 6',
			]);
			expect(foundIn({ uniware: uniwareWith([], stock(8)) })).toEqual([
				'stuck: TEE at delhi: the hub has 7, the OMS may promise 8',
			]);
		});

		it('below nothing is nothing, and what was promised of it is oversold', () => {
			const sql = (more = '') =>
				`UPDATE stock SET on_hand = 0 WHERE hub = 'delhi'; DELETE FROM published; ${more}`;
			const uniware = uniwareWith([], stock(-3));
			expect(foundIn({ sql: sql(), uniware })).toEqual([
				'oversold: TEE at WH_DEL: 2 are promised that the OMS has not',
			]);
			const held = "UPDATE orders SET status = 'on_hold', hold_reason = 'x' WHERE id = 1";
			expect(foundIn({ sql: sql(held), uniware })).toEqual([]);
		});

		it('that the tenant sold away itself is no promise of the hub', () => {
			const own = { ...madeA, of: null, facility: 'WH_PUN', code: 'S-own' };
			const uniware = uniwareWith([own], { stock: [level('WH_DEL', 7), level('WH_PUN', -2)] });
			const sql = "UPDATE stock SET on_hand = 0 WHERE hub = 'pune'; DELETE FROM published";
			expect(foundIn({ sql, uniware })).toEqual([]);
		});
	});

	it('what the OMS was to be told, and runs of it, come to their end', () => {
		const sql = `UPDATE outbox SET state = 'claimed' WHERE store = 'uniware';
			UPDATE syncs SET run_id = 1, lease_until = 5 WHERE store = 'uniware'`;
		expect(foundIn({ sql })).toEqual([
			'stuck: the create of order row 1 is claimed and was never sent',
			'stuck: a run of stock has not ended and nobody holds it',
		]);
	});
});
