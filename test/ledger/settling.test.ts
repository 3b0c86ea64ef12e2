import fc from 'fast-check';
import type { MappedOrder } from '../../domain/order';
import { cancelled, line, placed, revised } from '../support/placed';
import { always, draft, engines, ikasStore } from '../support/ledgers';

const minute = (at: number) => `2026-03-02T10:${String(at).padStart(2, '0')}:00.000Z`;

/** An order for units of A, placed at the minute. */
const forA = (id: string, units: number, at: number, change: Partial<MappedOrder> = {}) =>
	placed(id, { placedAt: minute(at), lines: [line('1', 'A', units)], ...change });

describe.each(engines)('stock that changes, on $engine', ({ open }) => {
	const hub = ikasStore(open);
	const count = (onHand: number, change: object = {}, at = 'istanbul') =>
		hub.ledger.setStock([{ seller: 'acme', sku: 'A', hub: at, onHand, ...change }]);
	const onlyAt = async (onHand: number) => {
		await count(0, {}, 'ankara');
		await count(onHand);
	};
	const statuses = async (...ids: readonly string[]) => {
		const orders = await Promise.all(ids.map((id) => hub.order(id)));
		return orders.map(({ status, holdReason }) => holdReason ?? status);
	};

	test('held orders get what arrives, oldest first, in the same transaction', async () => {
		await onlyAt(0);
		await hub.take(forA('young', 2, 20), forA('old', 2, 5), forA('middle', 3, 10));
		await hub.route();
		await count(4);
		expect(await statuses('old', 'middle', 'young')).toEqual([
			'new_order',
			'inventory_not_present',
			'new_order',
		]);
		expect(await hub.reserved()).toEqual({ 'istanbul A': 4 });
	});

	test('what a cancelled order gives back goes to the oldest held one', async () => {
		await onlyAt(2);
		await hub.take(forA('first', 2, 1));
		await hub.route();
		await hub.take(forA('held', 2, 2), forA('later', 2, 3));
		await hub.route();
		await hub.ledger.changeStatus('ikas-tr', 'first', 'cancelled');
		expect(await statuses('held', 'later')).toEqual(['new_order', 'inventory_not_present']);
	});

	test('what the channel cancels on a page goes to held orders within that page', async () => {
		await onlyAt(2);
		const first = forA('first', 2, 1);
		await hub.take(first);
		await hub.route();
		await hub.take(forA('held', 2, 2));
		await hub.route();
		await hub.take(cancelled(first, 30));
		expect(await statuses('first', 'held')).toEqual(['cancelled', 'new_order']);
	});

	test('an order of another store of the seller is served in its turn', async () => {
		await hub.ledger.saveStore(draft({ code: 'ikas-de', account: 'merchant-2' }));
		await onlyAt(0);
		await hub.take(forA('tr', 1, 10));
		await hub.ledger.importOrders('ikas-de', [forA('de', 1, 5)]);
		await hub.route();
		await hub.ledger.routeWaiting('ikas-de', 50);
		await count(1);
		expect((await hub.ledger.getOrder('ikas-de', 'de')).status).toBe('new_order');
		expect(await statuses('tr')).toEqual(['inventory_not_present']);
	});

	test('a hundred held orders are routed at once, the rest waits first in line', async () => {
		await onlyAt(0);
		const orders = Array.from({ length: 130 }, (_, at) => forA(`o${at}`, 1, at % 60));
		await hub.take(...orders);
		for (let time = 0; time < 3; time++) await hub.route();
		await count(125);
		const [counted] = await hub.sql(
			"SELECT SUM(CASE WHEN status = 'new_order' THEN 1 ELSE 0 END) AS assigned, SUM(CASE WHEN status = 'created' THEN 1 ELSE 0 END) AS waiting FROM orders",
		);
		expect(counted).toEqual({ assigned: 100, waiting: 30 });
		await hub.route();
		expect(await hub.reserved()).toEqual({ 'istanbul A': 125 });
	});

	test('when a count falls short the youngest unpicked orders give way', async () => {
		await onlyAt(6);
		await hub.take(forA('old', 2, 1), forA('middle', 2, 2), forA('young', 2, 3));
		await hub.route();
		await count(3);
		expect(await statuses('old', 'middle', 'young')).toEqual([
			'new_order',
			'inventory_not_present',
			'inventory_not_present',
		]);
		expect(await hub.ledger.getStock('acme', 'A')).toMatchObject([
			{ hub: 'ankara' },
			{ hub: 'istanbul', onHand: 3, reserved: 2, available: 1 },
		]);
	});

	test('an order that gives way takes another hub when one has the goods', async () => {
		await count(2, {}, 'ankara');
		await count(2);
		await hub.take(forA('one', 2, 1));
		await hub.route();
		await count(0);
		expect(await hub.order('one')).toMatchObject({ status: 'new_order', hub: 'ankara' });
		expect(await hub.reserved()).toEqual({ 'ankara A': 2 });
	});

	test('safety stock that is raised takes from the youngest, too', async () => {
		await onlyAt(4);
		await hub.take(forA('old', 2, 1), forA('young', 2, 2));
		await hub.route();
		await count(4, { safetyStock: 1 });
		expect(await statuses('old', 'young')).toEqual(['new_order', 'inventory_not_present']);
	});

	test('goods that are being picked go to a person, until a count finds them', async () => {
		await onlyAt(2);
		await hub.take(forA('picked', 2, 1));
		await hub.route();
		await hub.ledger.changeStatus('ikas-tr', 'picked', 'picked');
		await count(1);
		expect(await statuses('picked')).toEqual(['picked']);
		expect(await hub.exceptions()).toEqual(['stock_missing']);
		expect((await hub.ledger.getStock('acme', 'A'))[1]).toMatchObject({ available: 0 });
		await count(2);
		expect(await hub.exceptions()).toEqual([]);
	});

	test('a count takes in what was shipped and adjusted after it', async () => {
		await onlyAt(10);
		await hub.take(forA('before', 1, 0), forA('one', 3, 1));
		await hub.route();
		await hub.ledger.changeStatus('ikas-tr', 'before', 'shipped');
		await new Promise((resolve) => setTimeout(resolve, 5));
		const [before] = await hub.sql('SELECT {now} AS now');
		await new Promise((resolve) => setTimeout(resolve, 5));
		await hub.ledger.changeStatus('ikas-tr', 'one', 'shipped');
		const received = { change: 5, reason: 'received', reference: 'delivery 7' };
		await hub.ledger.adjustStock([{ seller: 'acme', sku: 'A', hub: 'istanbul', ...received }]);
		await hub.sql('UPDATE stock SET counted_at = ? WHERE hub = ?', 1, 'istanbul');
		await count(20, { asOf: new Date(Number(before?.now)).toISOString() });
		expect((await hub.ledger.getStock('acme', 'A'))[1]).toMatchObject({ onHand: 22 });
	});

	test('a count older than the last one changes nothing', async () => {
		await onlyAt(10);
		await count(99, { asOf: '2026-01-01T00:00:00.000Z' });
		expect((await hub.ledger.getStock('acme', 'A'))[1]).toMatchObject({ onHand: 10 });
	});

	test.each([
		[{ asOf: 'yesterday' }, /yesterday is not a time/],
		[{ asOf: '2999-01-01T00:00:00.000Z' }, /still to come/],
		[{ onHand: 1.5 }, /1.5 is not a count/],
		[{ safetyStock: -1 }, /-1 is not a safety stock/],
	])('a count with %j is refused whole', async (wrong, message) => {
		await expect(count(5, wrong)).rejects.toThrow(message);
		expect((await hub.ledger.getStock('acme', 'A'))[1]).toMatchObject({ onHand: 10 });
	});

	test('an adjustment counts once, whatever is repeated, and never below nothing', async () => {
		const one = { seller: 'acme', sku: 'A', hub: 'istanbul', change: 5, reason: 'received' };
		await hub.ledger.adjustStock([{ ...one, reference: 'delivery 7' }]);
		await hub.ledger.adjustStock([{ ...one, reference: 'delivery 7' }]);
		expect((await hub.ledger.getStock('acme', 'A'))[1]).toMatchObject({ onHand: 15 });
		await hub.ledger.adjustStock([{ ...one, change: -2, reference: null }]);
		await expect(
			hub.ledger.adjustStock([{ ...one, change: -14, reference: null }]),
		).rejects.toThrow(/would leave -1 units/);
		await expect(hub.ledger.adjustStock([{ ...one, change: 0, reference: null }])).rejects.toThrow(
			/0 is not an adjustment/,
		);
		expect((await hub.ledger.getStock('acme', 'A'))[1]).toMatchObject({ onHand: 13 });
	});

	test('a SKU that enters the catalog takes up the orders that waited for it', async () => {
		await hub.take(
			placed('z', { lines: [line('1', 'Z', 1)] }),
			placed('y', { lines: [line('1', 'Y', 1)] }),
			placed('x', { lines: [line('1', 'X', 1)] }),
		);
		await hub.route();
		await hub.ledger.setStock([{ seller: 'acme', sku: 'Z', hub: 'istanbul', onHand: 1 }]);
		expect(await statuses('z', 'y')).toEqual(['new_order', 'sku_not_valid']);
		await hub.ledger.setStock([{ seller: 'acme', sku: 'X', hub: 'istanbul', onHand: 0 }]);
		await hub.route();
		expect(await statuses('x')).toEqual(['inventory_not_present']);
		await hub.ledger.importListings('ikas-tr', [{ id: 'listing-Y', sku: 'Y', title: 'Y' }]);
		await hub.route();
		expect(await statuses('y')).toEqual(['inventory_not_present']);
	});

	test('a closed hub keeps its orders until they are routed again by command', async () => {
		const istanbul = { code: 'istanbul', name: 'İstanbul', latitude: 41, longitude: 29, ...always };
		await count(2, {}, 'ankara');
		await hub.take(forA('one', 2, 1), forA('two', 2, 2), forA('picked', 2, 0));
		await hub.route();
		await hub.ledger.changeStatus('ikas-tr', 'picked', 'picked');
		await expect(hub.ledger.rerouteHub('istanbul', 50)).rejects.toThrow(/is open/);
		await hub.ledger.saveHub({ ...istanbul, active: false });
		expect((await hub.order('one')).hub).toBe('istanbul');
		const { routed } = await hub.ledger.rerouteHub('istanbul', 50);
		expect(routed.map(({ order, status }) => [order, status])).toEqual([
			['one', 'new_order'],
			['two', 'on_hold'],
		]);
		expect(await hub.order('picked')).toMatchObject({ hub: 'istanbul', status: 'picked' });
		await hub.ledger.saveHub({ ...istanbul, active: true });
		await hub.route();
		expect(await hub.order('two')).toMatchObject({ hub: 'istanbul', status: 'new_order' });
	});

	test('what a person moves to another hub leaves its place to who was held for it', async () => {
		await count(2);
		await hub.take(forA('one', 2, 1), forA('bound', 2, 2, { location: 'loc-ist' }));
		await hub.route();
		expect(await statuses('one', 'bound')).toEqual(['new_order', 'inventory_not_present']);
		await hub.ledger.assignHub('ikas-tr', 'one', 'ankara');
		expect(await statuses('bound')).toEqual(['new_order']);
	});

	test('sold out is told once, when the last unit is promised', async () => {
		await onlyAt(2);
		await hub.take(forA('one', 2, 1));
		await hub.route();
		expect(await hub.sql("SELECT detail FROM events WHERE type = 'stock_out'")).toEqual([
			{ detail: 'A' },
		]);
	});

	test('G6: whatever happens, reservations add up and only picked goods may be missing', async () => {
		const step = fc.record({
			id: fc.integer({ min: 1, max: 6 }),
			units: fc.integer({ min: 0, max: 6 }),
			at: fc.constantFrom('istanbul', 'ankara'),
			does: fc.constantFrom(
				...['place', 'edit', 'cancel', 'hold', 'release', 'pick', 'ship', 'route'],
				...['count', 'count', 'safety', 'adjust', 'assign', 'cancelHere'],
			),
			minute: fc.integer({ min: 0, max: 59 }),
		});
		await fc.assert(
			fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
				for (const one of steps) {
					await play(one).then(undefined, isRefusal);
					await check();
				}
			}),
			{ numRuns: 40, endOnFailure: true },
		);

		async function play({
			id,
			units,
			at,
			does,
			minute: when,
		}: typeof step extends fc.Arbitrary<infer S> ? S : never) {
			const order = forA(`x${id}`, units + 1, id, { revisedAt: minute(when) });
			const to = {
				hold: 'on_hold',
				pick: 'picked',
				ship: 'shipped',
				cancelHere: 'cancelled',
			} as const;
			if (does === 'place') await hub.take(order);
			else if (does === 'edit') await hub.take(revised(order, when, {}));
			else if (does === 'cancel') await hub.take({ ...order, hubStatus: 'cancelled' });
			else if (does === 'route') await hub.route();
			else if (does === 'release') await hub.ledger.releaseOrder('ikas-tr', order.id);
			else if (does === 'assign') await hub.ledger.assignHub('ikas-tr', order.id, at);
			else if (does === 'count') await count(units * 2, {}, at);
			else if (does === 'safety') await count(units, { safetyStock: 2 }, at);
			else if (does === 'adjust')
				await hub.ledger.adjustStock([
					{
						seller: 'acme',
						sku: 'A',
						hub: at,
						change: units - 3,
						reason: 'found',
						reference: null,
					},
				]);
			else await hub.ledger.changeStatus('ikas-tr', order.id, to[does as keyof typeof to]);
		}

		async function check() {
			expect(
				await hub.sql(`SELECT s.sku, s.hub FROM stock s WHERE s.reserved <> (
					SELECT COALESCE(SUM(quantity), 0) FROM reservations r WHERE r.seller = s.seller AND r.sku = s.sku AND r.hub = s.hub)`),
			).toEqual([]);
			expect(
				await hub.sql(`SELECT o.number FROM stock s JOIN reservations r ON r.seller = s.seller AND r.sku = s.sku
					AND r.hub = s.hub JOIN orders o ON o.id = r.order_id
					WHERE s.reserved + s.safety_stock > s.on_hand AND o.status IN ('created', 'hub_assigned', 'new_order', 'on_hold')`),
			).toEqual([]);
			expect(
				await hub.sql(`SELECT p.id FROM parcels p WHERE p.shipped_at IS NULL AND (SELECT SUM(quantity) FROM parcel_lines l
					WHERE l.parcel_id = p.id) <> COALESCE((SELECT SUM(quantity) FROM reservations r WHERE r.order_id = p.order_id AND r.hub = p.hub), 0)`),
			).toEqual([]);
			// Nobody waits for what is there: the oldest held order could not be served by any hub.
			const free = await hub.sql(
				'SELECT hub, on_hand - reserved - safety_stock AS free FROM stock WHERE sku = ?',
				'A',
			);
			const held = await hub.sql(
				"SELECT l.ordered - l.cancelled AS units FROM orders o JOIN order_lines l ON l.order_id = o.id WHERE o.hold_reason = 'inventory_not_present' AND o.status = 'on_hold'",
			);
			const most = Math.max(...free.map((row) => Number(row.free)));
			expect(held.filter(({ units }) => Number(units) <= most)).toEqual([]);
		}
	});
});

/** Only what the ledger refuses in words may go wrong. */
function isRefusal(thrown: unknown) {
	if ((thrown as { kind?: string }).kind !== 'rejected') throw thrown;
}
