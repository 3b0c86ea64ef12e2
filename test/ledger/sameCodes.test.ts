import type { MappedOrder } from '../../domain/order';
import { draft, engines, ikasStore } from '../support/ledgers';
import { line, placed } from '../support/placed';
import { stockOut } from '../support/stockOut';

/** Two units of a code of which the channel does not say whether it is a SKU or a listing. */
const sold = (id: string, code = 'ch-1', change: Partial<MappedOrder> = {}) =>
	placed(id, { lines: [{ ...line('1', code, 2), listing: code }], ...change });

describe.each(engines)(
	'a line with one code for its listing and its SKU, on $engine',
	({ open }) => {
		const hub = ikasStore(open);
		const out = stockOut(hub);

		async function read(id: string, sku: string | null) {
			const run = await out.begin('catalog');
			const listings = [{ id, sku, title: 'Mug' }];
			return (await hub.ledger.importCatalog({ run, listings, next: null })).outcomes[0]?.outcome;
		}
		async function routed(...orders: readonly MappedOrder[]) {
			await hub.take(...orders);
			await hub.route();
		}
		const statusOf = async (id: string) => {
			const { status, holdReason } = await hub.order(id);
			return holdReason ?? status;
		};
		const available = async (sku: string) =>
			(await hub.ledger.getAvailability('ikas-tr', [sku]))[0]?.total;
		const count = (sku: string, onHand: number) =>
			hub.ledger.setStock([{ seller: 'acme', sku, hub: 'istanbul', onHand }]);

		test('stands for what the listing is known as, also where the code is a SKU of its own', async () => {
			await read('ch-1', 'A');
			await read('B', 'A');
			await routed(sold('1'), sold('2', 'B'));
			expect(await hub.reserved()).toEqual({ 'istanbul A': 4 });
		});

		test('counts as the SKU where no listing has the code', async () => {
			await routed(sold('1', 'B'));
			expect(await hub.reserved()).toEqual({ 'istanbul B': 2 });
		});

		test('waits while nobody knows the code, until the catalog shows it as a listing', async () => {
			await routed(sold('1'));
			expect(await statusOf('1')).toBe('sku_not_valid');
			expect((await hub.order('1')).decision?.unasked).toBe(
				`SKU "ch-1" is not in the seller's catalog`,
			);
			expect(await read('ch-1', null)).toBe('skipped');
			await hub.route();
			expect(await statusOf('1')).toBe('sku_not_valid');
			await read('ch-1', 'A');
			await hub.route();
			expect(await hub.reserved()).toEqual({ 'istanbul A': 2 });
		});

		test.each([
			['it is counted as a SKU', 'ch-1', () => count('ch-1', 5)],
			['another listing has it as its SKU', 'ch-1', () => read('other', 'ch-1')],
			[
				'a person links it',
				'B',
				() => hub.ledger.linkListings('ikas-tr', [{ listing: 'ch-1', sku: 'B' }]),
			],
		])('goes on as well once %s', async (_, sku, learn) => {
			await routed(sold('1'));
			await learn();
			await count(sku, 5);
			await hub.route();
			expect(await hub.reserved()).toEqual({ [`istanbul ${sku}`]: 2 });
		});

		test('gets what arrives of the SKU that its listing is known as', async () => {
			await read('ch-1', 'C');
			await routed(sold('1'));
			expect(await statusOf('1')).toBe('inventory_not_present');
			await count('C', 2);
			expect(await hub.reserved()).toEqual({ 'istanbul C': 2 });
		});

		test('holds back the SKU that its listing is known as: parked, failed or waiting', async () => {
			await read('ch-1', 'A');
			await hub.take(
				sold('parked', 'ch-1', { hubStatus: null }),
				sold('failed', 'ch-1', { location: 'loc-nowhere' }),
				sold('waits'),
			);
			expect(await available('A')).toBe(14);
		});

		test('takes the stock of that SKU when it has left outside of the hub', async () => {
			await read('ch-1', 'A');
			await hub.take(sold('1', 'ch-1', { hubStatus: 'shipped', location: 'loc-ist' }));
			expect(
				await hub.sql("SELECT on_hand FROM stock WHERE sku = 'A' AND hub = 'istanbul'"),
			).toEqual([{ on_hand: 8 }]);
		});

		test('G12: waits for a person while the SKU of its listing has changed, and holds back what it was', async () => {
			await read('ch-1', 'A');
			expect(await read('ch-1', 'B')).toBe('exception');
			await routed(sold('1'));
			expect(await statusOf('1')).toBe('sku_not_valid');
			expect((await hub.order('1')).decision?.unasked).toContain('changed on the channel');
			expect([await available('A'), await available('B')]).toEqual([18, 20]);
			const [exception] = await hub.ledger.getExceptions('ikas-tr', 9);
			await hub.ledger.retryException(exception?.id ?? 0);
			await hub.route();
			expect(await hub.reserved()).toEqual({ 'istanbul B': 2 });
		});

		test('that was reserved as a SKU is so no longer when the code turns out to be a listing, unless it is being picked', async () => {
			await routed(sold('1', 'B'), sold('2', 'B'));
			await hub.ledger.changeStatus('ikas-tr', '1', 'picked');
			await read('B', 'A');
			expect(await hub.reserved()).toEqual({ 'istanbul B': 2 });
			expect(await statusOf('2')).toBe('created');
			await hub.route();
			expect(await hub.reserved()).toEqual({ 'istanbul B': 2, 'istanbul A': 2 });
		});

		test('is what its own store knows: a listing of another store is none of it', async () => {
			await hub.ledger.saveStore(draft({ code: 'ikas-de', account: 'merchant-2' }));
			await hub.ledger.importOrders('ikas-de', [sold('1', 'B')]);
			await hub.ledger.routeWaiting('ikas-de', 50);
			await read('B', 'A');
			expect(await hub.reserved()).toEqual({ 'istanbul B': 2 });
		});

		test('follows a link that a person changes', async () => {
			await hub.ledger.linkListings('ikas-tr', [{ listing: 'ch-1', sku: 'A' }]);
			await routed(sold('1'));
			await hub.ledger.linkListings('ikas-tr', [{ listing: 'ch-1', sku: 'B' }]);
			await hub.route();
			expect(await hub.reserved()).toEqual({ 'istanbul B': 2 });
		});
	},
);
