import type { IconicCall } from '../../../sandbox/theIconic/types';
import { foundIn, settings } from './support/books';
import { a, figures, iconicWith, product, told } from './support/iconicBooks';
import { counted, madeA, madeC, shopifyWith, variants } from './support/shopifyBooks';

const atSydney = (onHand: number) => `UPDATE stock SET on_hand = ${onHand} WHERE hub = 'sydney';`;
const unmatched = product('tee', figures('seeded 4'), 0);
/** What The Iconic has of the tee: its quantity, and what it has reserved of it. */
const iconicShowing = (history = told, reserved = 2) =>
	iconicWith([], { products: [product('TEE', history, reserved), unmatched] });

describe('the auditor of The Iconic, of stock', () => {
	describe('what an order took off the figure of Shopify', () => {
		it('is taken once', () => {
			const found = (...taken: number[]) =>
				foundIn({ shopify: shopifyWith([{ ...madeA, taken }]) }).filter((one) =>
					one.includes('took'),
				);
			expect(found(2, 2)).toEqual([
				'doubled: order N11 has 2 x TEE on Shopify and took 4 x TEE off',
			]);
			expect(found()).toEqual(['oversold: order N11 has 2 x TEE on Shopify and took nothing off']);
			expect(found(1, 1)).toEqual([]);
		});

		it('is given back when the hub cancels it', () => {
			const found = (by: 'api' | 'panel') =>
				foundIn({
					sql: atSydney(6),
					shopify: shopifyWith([{ ...madeC, cancelledBy: by, isRestocked: false }]),
				}).filter((one) => one.includes('took'));
			expect(found('api')).toEqual([
				'doubled: order N13 has nothing on Shopify and took 1 x TEE off',
			]);
			expect(found('panel')).toEqual([]);
		});

		it('is nothing where Shopify keeps no count', () => {
			const shopify = shopifyWith([{ ...madeA, taken: [] }], variants(['TEE', false]));
			expect(foundIn({ shopify }).filter((one) => one.includes('took'))).toEqual([]);
		});
	});

	it('sees the hub write stock on Shopify, and nobody else', () => {
		const found = (byApi: boolean) =>
			foundIn({ sql: atSydney(8), shopify: shopifyWith([], { moved: [counted(1, byApi)] }) });
		expect(found(true)).toContain('doubled: TEE was set to 8 on Shopify by the hub');
		expect(found(false).filter((one) => one.startsWith('doubled'))).toEqual([]);
	});

	describe('the figure of the hub', () => {
		it('is that of Shopify', () => {
			const found = (onHand: number) =>
				foundIn({ sql: atSydney(onHand) }).filter((one) => one.includes('the hub has'));
			expect(found(8)).toEqual(['oversold: TEE at sydney: the hub has 8, Shopify may sell 7']);
			expect(found(6)).toEqual(['stuck: TEE at sydney: the hub has 6, Shopify may sell 7']);
		});

		it('is nothing where Shopify is below zero', () => {
			const shopify = shopifyWith([], { moved: [counted(-9)] });
			const iconic = iconicShowing(figures('pushed 15', 'sold 14', 'pushed 7'));
			expect(foundIn({ sql: atSydney(0), shopify, iconic })).toEqual([]);
		});

		it('is nothing where nobody can say whose it is', () => {
			const shopify = shopifyWith([], variants(['TEE'], ['TEE']));
			expect(foundIn({ shopify })).toContain(
				'oversold: TEE at sydney: the hub has 7, Shopify may sell 0',
			);
		});
	});

	describe('the figure of The Iconic', () => {
		const shown = (quantity: number, sql = '') =>
			foundIn({ sql, iconic: iconicShowing(figures('pushed 15', `pushed ${quantity}`)) }).filter(
				(one) => one.includes('The Iconic shows'),
			);

		it('is what Shopify may sell, with what The Iconic takes off on top', () => {
			expect(shown(15)).toEqual(['oversold: The Iconic shows 13 of TEE, and Shopify may sell 12']);
			expect(shown(13)).toEqual(['stuck: The Iconic shows 11 of TEE, and Shopify may sell 12']);
			expect(shown(14)).toEqual([]);
		});

		it('has nothing on top where the settings say that The Iconic lowers it itself', () => {
			const sql = `UPDATE store_settings SET settings = '${settings({ addReservations: false })}'`;
			expect(shown(14, sql)).toHaveLength(1);
			expect(shown(12, sql)).toEqual([]);
		});

		it('may be lower by what orders wait for', () => {
			const waits = "INSERT INTO held_back VALUES ('the-iconic', '16', 'TEE', NULL, 2)";
			expect([11, 12].map((quantity) => shown(quantity, waits).length)).toEqual([1, 0]);
		});

		it('is lower by what the hub keeps for orders that Shopify has not got', () => {
			const kept = "UPDATE stock SET reserved = 1 WHERE hub = 'sydney'";
			expect([14, 13].map((quantity) => shown(quantity, kept).length)).toEqual([1, 0]);
		});

		it('may be lower by what The Iconic has reserved for an order that was edited too late', () => {
			const edited = (state: string) =>
				`INSERT INTO exceptions (store, kind, reference, cause, state)
					VALUES ('the-iconic', 'order_edited', '11', 'late', '${state}')`;
			expect([shown(12, edited('open')), shown(12, edited('resolved')).length]).toEqual([[], 1]);
			expect(shown(13, edited('open'))).toHaveLength(1);
		});

		it('is of the hubs that are offered', () => {
			const sql = `UPDATE store_settings SET settings = '${settings({ inventoryHubs: ['sydney'] })}'`;
			expect([14, 9].map((quantity) => shown(quantity, sql).length)).toEqual([1, 0]);
		});

		it("is nobody's business where The Iconic has the goods", () => {
			const products = [{ ...product('TEE', figures('set 99'), 2), shipmentType: 'warehouse' }];
			const found = foundIn({ iconic: iconicWith([], { products } as never) });
			expect(found.filter((one) => one.includes('The Iconic shows'))).toEqual([]);
		});
	});

	describe('more is sold than is there', () => {
		const many = 17;
		const made = { ...madeA, units: many };
		const sold = { ...a, units: many };
		/** The Iconic sells all of them, out of a figure. */
		const found = (pushed: number, moved = [counted(0)]) =>
			foundIn({
				iconic: iconicWith([sold], { products: [product('TEE', figures(`pushed ${pushed}`), 0)] }),
				shopify: shopifyWith([made], { moved }),
			}).filter((one) => one.includes('promised'));

		it('by the hub, where The Iconic was told too much', () => {
			expect(found(20)).toEqual([
				'oversold: TEE: 3 are promised that Shopify has not, 0 of them by The Iconic itself',
			]);
		});

		it('by The Iconic itself, where it showed less', () => {
			expect(found(15)).toEqual([]);
			expect(found(16)).toEqual([
				'oversold: TEE: 3 are promised that Shopify has not, 2 of them by The Iconic itself',
			]);
		});

		it('and comes in later after all', () => {
			expect(found(20, [counted(3)])).toEqual([]);
		});

		it('where The Iconic had promised a part of its figure already', () => {
			const before = { ...a, id: '10', units: 1, placedAt: 190 };
			const orders = (one: typeof before) =>
				foundIn({
					iconic: iconicWith([one, sold], {
						products: [product('TEE', figures('pushed 17'), 0)],
					}),
					shopify: shopifyWith([made]),
				}).filter((what) => what.includes('promised'));
			expect(orders(before)[0]).toContain('2 of them by The Iconic itself');
			expect(orders({ ...before, placedAt: 210 })[0]).toContain('1 of them');
		});

		it('at one hub only, while another has it', () => {
			const shopify = shopifyWith([{ ...madeA, units: 14 }]);
			expect(foundIn({ shopify }).filter((one) => one.includes('promised'))).toEqual([]);
		});

		it('or counted off by Shopify, which is no promise', () => {
			const shopify = shopifyWith([], { moved: [counted(-16)] });
			expect(foundIn({ shopify }).filter((one) => one.includes('promised'))).toEqual([]);
		});
	});

	describe('a figure that is told', () => {
		const push = (seq: number, change: Partial<IconicCall> = {}) =>
			({
				...{ seq, kind: 'setStock', effect: 'stock_set', fault: null, path: '', items: [] },
				...{ body: [{ productId: 81, quantity: 14 }], ...change },
			}) as IconicCall;
		const again = figures('pushed 14', 'pushed 14');
		const found = (history = again, calls = [push(1), push(2)], kills = 0) =>
			foundIn({ iconic: iconicShowing(history), calls, told: { kills } });

		it('is doubled when it was just told', () => {
			expect(found()).toEqual(['effectsDoubled: call 2 told again: 14 of TEE']);
			expect(found(figures('pushed 14', 'set 3', 'pushed 14'))).toEqual([]);
			expect(found(figures('pushed 14', 'set 14', 'pushed 14'))).toEqual([]);
			expect(found(figures('pushed 15', 'pushed 14'))).toEqual([]);
		});

		it('is told again when the answer was lost, or n8n died over it', () => {
			expect(found(again, [push(1, { fault: 'dropAfter' }), push(2)])).toEqual([]);
			expect(found(again, [push(1), push(2, { fault: 'dropAfter' })])).toHaveLength(1);
			expect(found(again, [push(1), push(2)], 1)).toEqual([]);
			const thrice = figures('pushed 14', 'pushed 14', 'pushed 14');
			expect(found(thrice, [push(1), push(2), push(3)], 1)).toHaveLength(1);
		});

		it('is none of what Shopify has not exactly so', () => {
			const tee = (...changes: string[]) =>
				foundIn({
					iconic: iconicWith([], {
						products: [product('TEE', told, 2), product('tee', figures(...changes), 0)],
					}),
				});
			expect(tee('seeded 4', 'pushed 7')).toEqual([
				'oversold: tee was told as 7, and Shopify has no such SKU',
			]);
			expect(tee('seeded 4', 'pushed 0')).toEqual([
				'effectsDoubled: tee was told as 0, and Shopify has no such SKU',
			]);
			expect(tee('pushed 7', 'pushed 0')).toEqual([]);
			expect(tee('seeded 4', 'set 9')).toEqual([]);
		});
	});

	describe('the catalog', () => {
		const missing = 'lost: product 82 (tee) is not in the catalog of the hub';
		const deleted = "DELETE FROM listings WHERE listing = '82';";

		it('has what The Iconic sells, or lists it as left out', () => {
			expect(foundIn({ sql: deleted })).toEqual([missing]);
			const leftOut = `${deleted} INSERT INTO skipped_listings VALUES ('the-iconic', '82')`;
			expect(foundIn({ sql: leftOut })).toEqual([]);
			const products = [product('TEE', told, 2), { ...unmatched, status: 'deleted' as const }];
			expect(foundIn({ sql: deleted, iconic: iconicWith([], { products }) })).toEqual([]);
		});

		it('has it as the SKU that The Iconic writes', () => {
			const sql = "UPDATE listings SET sku = 'TEE' WHERE listing = '82'";
			expect(foundIn({ sql })).toEqual(['stuck: product 82 (tee) is TEE in the hub']);
		});
	});

	it('judges what was physically there only where no OMS says it', () => {
		const garage = "INSERT INTO stock VALUES ('bondi', 'TEE', 'garage', 3, 0, 0)";
		const place = { seller: 'bondi', sku: 'TEE' };
		const physical = [
			{ ...place, hub: 'garage', units: 2 },
			{ ...place, hub: 'sydney', units: 10 },
		];
		expect(foundIn({ sql: garage, told: { physical } })).toEqual([
			'oversold: TEE of bondi in garage: 3 on hand where 2 were and 0 left',
		]);
		const column = "UPDATE stock SET reserved = 1, on_hand = 8 WHERE hub = 'sydney'";
		expect(foundIn({ sql: column })).toContain(
			'oversold: TEE of bondi in sydney: the stock says 1 reserved, the reservations 0',
		);
	});
});
