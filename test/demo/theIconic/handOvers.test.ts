import { exception, foundIn } from './support/books';
import { a, cancelled, iconicWith } from './support/iconicBooks';
import { gid, madeA, madeB, shopifyWith } from './support/shopifyBooks';

describe('the auditor of The Iconic, of orders on Shopify', () => {
	describe('an order on Shopify', () => {
		const without = shopifyWith([{ ...madeA, units: 0 }]);
		const missing =
			"DELETE FROM oms_orders WHERE order_id = 1; UPDATE stock SET on_hand = 9 WHERE hub = 'sydney';";
		const lost = (status: string) => `lost: order N11 is ${status} in the hub and not on Shopify`;

		it('is missed where the hub has assigned it', () => {
			expect(foundIn({ sql: missing, shopify: without })).toContain(lost('new_order'));
		});

		it('is missed where the hub found no goods for it, and sold it all the same', () => {
			const hold = (reason: string) =>
				`${missing} UPDATE orders SET status = 'on_hold', hold_reason = '${reason}' WHERE id = 1`;
			const found = (reason: string) => foundIn({ sql: hold(reason), shopify: without });
			expect(found('inventory_not_present')).toContain(lost('on_hold'));
			expect(found('sku_not_valid')).not.toContain(lost('on_hold'));
		});

		it('is not missed where a person was told why', () => {
			const sql = (number: string) =>
				`${missing} ${exception(number, 'update_refused', 'shopify')}`;
			expect(foundIn({ sql: sql('1'), shopify: without })).not.toContain(lost('new_order'));
			expect(foundIn({ sql: sql('2'), shopify: without })).toContain(lost('new_order'));
		});

		it('is doubled, unless the double was taken back', () => {
			const twice = { ...madeA, id: 4 };
			const sql = (onHand: number) => `UPDATE stock SET on_hand = ${onHand} WHERE hub = 'sydney'`;
			const found = foundIn({ shopify: shopifyWith([twice]), sql: sql(5) });
			expect(found).toContain('doubled: order N11 is on Shopify 2 times');
			const back = shopifyWith([{ ...twice, cancelledBy: 'api' }]);
			expect(foundIn({ shopify: back })).toEqual([]);
		});

		it('is doubled also where only the number tells', () => {
			const orders = shopifyWith().orders.map((made) =>
				made.name === 'N11' ? { ...made, sourceIdentifier: null, metafields: [] } : made,
			);
			expect(foundIn({ shopify: shopifyWith([], { orders }) })).toEqual([]);
			const named = shopifyWith([{ ...madeA, id: 4, of: null, name: 'N11' }]);
			expect(foundIn({ shopify: named })).toContain('doubled: order N11 is on Shopify 2 times');
		});

		it('is one too many where nobody placed it on The Iconic, unless the shop sold it itself', () => {
			const made = { id: 4, of: '77', units: 1 };
			const sql = "UPDATE stock SET on_hand = 6 WHERE hub = 'sydney'";
			expect(foundIn({ sql, shopify: shopifyWith([made]) })).toContain(
				'doubled: order N77 was made on Shopify, and nobody placed it on The Iconic',
			);
			const own = shopifyWith([{ ...made, of: null, byApi: false }]);
			expect(foundIn({ sql, shopify: own }).filter((what) => what.startsWith('doubled'))).toEqual(
				[],
			);
		});

		it('has what The Iconic wants of it', () => {
			const found = (units: number, sql = '') =>
				foundIn({ sql, shopify: shopifyWith([{ ...madeA, units }]) });
			const what = (units: number) =>
				`order N11 has ${units} x TEE on Shopify and 2 x TEE on The Iconic`;
			expect(found(3)).toContain(`doubled: ${what(3)}`);
			expect(found(1)).toContain(`lost: ${what(1)}`);
			expect(found(1, exception('11'))).not.toContain(`lost: ${what(1)}`);
		});

		it('came in as an order of a channel', () => {
			const orderOf = (store: string) =>
				`INSERT INTO orders VALUES (9, '${store}', '1', '#1001', 'bondi', 'paid', 'new_order', NULL, NULL, NULL)`;
			expect(foundIn({ sql: orderOf('shopify') })).toEqual([
				'doubled: order #1001 of Shopify came in as an order of a channel',
			]);
			expect(foundIn({ sql: orderOf('ikas') })).toEqual([]);
		});

		it('is the one that the hub says it is', () => {
			const sql = `UPDATE oms_orders SET oms_id = '${gid('Order', 8)}' WHERE order_id = 1`;
			expect(foundIn({ sql })).toEqual([
				`lost: order N11 is said to be ${gid('Order', 8)} on Shopify, which is not there`,
			]);
		});

		it('is kept twice as long as the hub knows nothing of it', () => {
			const sql = `UPDATE oms_orders SET handed_over_at = NULL WHERE order_id = 1;
				INSERT INTO reservations VALUES (1, '110', 'bondi', 'TEE', 'sydney', 1), (1, '111', 'bondi', 'TEE', 'sydney', 1);
				UPDATE stock SET reserved = 2 WHERE hub = 'sydney';`;
			const what = 'doubled: order N11 is on Shopify, and the hub still keeps it as its own';
			expect(foundIn({ sql })).toContain(what);
			const told = `${sql} ${exception('1', 'update_not_sent', 'shopify')}`;
			expect(foundIn({ sql: told })).not.toContain(what);
		});

		it('has nothing reserved in the hub any more', () => {
			const sql = `INSERT INTO reservations VALUES (1, '110', 'bondi', 'TEE', 'sydney', 1);
				UPDATE stock SET reserved = 1 WHERE hub = 'sydney'`;
			expect(foundIn({ sql })).toContain(
				'doubled: order N11 is new_order, wants nothing and holds 1 x 110',
			);
		});
	});

	describe('a cancel', () => {
		const gone = "UPDATE orders SET status = 'cancelled' WHERE id = 1;";
		const all = `${gone} UPDATE orders SET channel_status = 'canceled' WHERE id = 1;
			UPDATE order_lines SET cancelled = 1 WHERE order_id = 1;`;

		it('on The Iconic has to reach Shopify, or a person', () => {
			const iconic = iconicWith([{ ...a, way: cancelled }]);
			const what = 'lost: order N11 is cancelled on The Iconic and stands on Shopify';
			expect(foundIn({ iconic, sql: all })).toContain(what);
			expect(foundIn({ iconic })).toContain(what);
			expect(foundIn({ iconic, sql: `${all} ${exception('11')}` })).not.toContain(what);
			const shopify = shopifyWith([{ ...madeA, cancelledBy: 'api' }]);
			expect(foundIn({ iconic, sql: all, shopify })).not.toContain(what);
		});

		it('in the hub has to reach Shopify, also where The Iconic is not to hear of it', () => {
			const told = { keptOnChannel: ['11'] };
			expect(foundIn({ sql: gone, told })).toEqual([
				'lost: order N11 is cancelled in the hub and stands on Shopify',
			]);
			const shopify = shopifyWith([{ ...madeA, cancelledBy: 'api' }]);
			const back = `${gone} UPDATE stock SET on_hand = 9 WHERE hub = 'sydney';`;
			expect(foundIn({ sql: back, shopify, told }).filter((one) => one.includes('N11'))).toEqual(
				[],
			);
		});

		it('on Shopify has to reach the hub', () => {
			const shopify = shopifyWith([{ ...madeA, cancelledBy: 'panel' }]);
			const what = 'lost: order N11 is cancelled on Shopify and new_order in the hub';
			expect(foundIn({ shopify })).toContain(what);
			expect(foundIn({ shopify, sql: exception('11') })).not.toContain(what);
			expect(foundIn({ shopify, sql: gone })).not.toContain(what);
		});

		it('is made once on Shopify', () => {
			const cancel = (order: number, userErrors: readonly string[] = []) =>
				({
					...{ fields: ['orderCancel'], variables: { orderId: gid('Order', order) } },
					...{ code: null, userErrors, fault: null },
				}) as never;
			const found = (...shopifyCalls: never[]) => foundIn({ shopifyCalls });
			expect(found(cancel(3), cancel(3))).toEqual([
				`effectsDoubled: ${gid('Order', 3)} was cancelled on Shopify 2 times`,
			]);
			expect(found(cancel(3), cancel(4), cancel(3, ['INVALID']))).toEqual([]);
		});
	});

	describe('what Shopify has of the channel', () => {
		const customer = (id: number, name: string) => ({
			...{ id: gid('Customer', id), name, email: null, metafields: [] },
		});
		const field = (ownerType: string) =>
			({ ownerType, namespace: 'order_hub', key: 'order', type: 'id' }) as const;

		it('is one customer', () => {
			const found = (...names: string[]) =>
				foundIn({
					shopify: shopifyWith([], { customers: names.map((name, at) => customer(at + 1, name)) }),
				});
			expect(found('The Iconic', 'The Iconic')).toEqual([
				'effectsDoubled: Shopify has 2 customers for one channel: The Iconic',
			]);
			expect(found('The Iconic', 'Kim')).toEqual([]);
			const customers = [customer(1, 'The Iconic'), customer(2, 'Iconic')];
			const shopify = shopifyWith([{ ...madeB, customer: '2' }], { customers });
			expect(foundIn({ shopify })).toHaveLength(1);
		});

		it('is one definition of each metafield', () => {
			const found = (...owners: string[]) =>
				foundIn({ shopify: shopifyWith([], { definitions: owners.map(field) }) });
			expect(found('ORDER', 'CUSTOMER')).toEqual([]);
			expect(found('ORDER', 'ORDER')).toEqual([
				'effectsDoubled: ORDER order_hub.order is defined 2 times',
			]);
		});
	});
});
