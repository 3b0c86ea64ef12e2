import fc from 'fast-check';
import { line, placed } from '../support/placed';
import { always, draft, engines, ikasStore, settings } from '../support/ledgers';

describe.each(engines)('routing on $engine', ({ open }) => {
	const hub = ikasStore(open);

	const oversold = () => hub.sql('SELECT * FROM stock WHERE reserved > on_hand - safety_stock');
	const unaccounted = () =>
		hub.sql(`SELECT s.sku, s.hub FROM stock s WHERE s.reserved <> (
			SELECT COALESCE(SUM(quantity), 0) FROM reservations r WHERE r.seller = s.seller AND r.sku = s.sku AND r.hub = s.hub)`);

	test('decision and reservation come together, with a verdict for every hub', async () => {
		await hub.take(placed('1', { lines: [line('1', 'A', 3), line('2', 'B', 1)] }));
		const { routed } = await hub.route();
		expect(routed).toMatchObject([
			{
				order: '1',
				status: 'new_order',
				decision: {
					hub: 'istanbul',
					runnerUp: 'ankara',
					ruleSet: 'priority@1',
					verdicts: [
						{ hub: 'istanbul', taken: true, why: 'priority 1' },
						{ hub: 'ankara', taken: false, why: 'priority 2' },
					],
				},
			},
		]);
		expect(await hub.order('1')).toMatchObject({
			hub: 'istanbul',
			lines: [{ reserved: 3 }, { reserved: 1 }],
		});
	});

	test('the channel location forces the hub, also when another has more', async () => {
		await hub.take(
			placed('1', { location: 'loc-ank' }),
			placed('2', { location: 'loc-ank', lines: [line('1', 'A', 11)] }),
		);
		await hub.route();
		expect(await hub.order('1')).toMatchObject({ hub: 'ankara' });
		expect(await hub.order('2')).toMatchObject({
			status: 'on_hold',
			holdReason: 'inventory_not_present',
			hub: null,
		});
	});

	test('takes the next hub when the first has too little, and says so', async () => {
		await hub.ledger.setStock([{ seller: 'acme', sku: 'A', hub: 'istanbul', onHand: 1 }]);
		await hub.take(placed('1'));
		expect((await hub.route()).routed[0]?.decision).toMatchObject({
			hub: 'ankara',
			verdicts: [{ hub: 'istanbul', why: '2 of SKU "A" wanted, 1 free' }, { hub: 'ankara' }],
		});
	});

	test('safety stock is not promised', async () => {
		await hub.ledger.setStock([
			{ seller: 'acme', sku: 'A', hub: 'istanbul', onHand: 10, safetyStock: 9 },
			{ seller: 'acme', sku: 'A', hub: 'ankara', onHand: 10, safetyStock: 9 },
		]);
		await hub.take(placed('1'));
		await hub.route();
		expect(await hub.order('1')).toMatchObject({
			status: 'on_hold',
			holdReason: 'inventory_not_present',
		});
	});

	test('a closed hub takes nothing', async () => {
		await hub.ledger.saveHub({
			code: 'istanbul',
			name: 'İstanbul',
			active: false,
			latitude: 41,
			longitude: 29,
			...always,
		});
		await hub.take(placed('1'));
		expect((await hub.route()).routed[0]?.decision.hub).toBe('ankara');
	});

	test('nearest goes by the distance to the address', async () => {
		await hub.ledger.saveStore(draft({ settings: settings({ ruleSet: 'nearest' }) }));
		const shipTo = { ...placed('1').shipTo, latitude: 39.9, longitude: 32.8 } as never;
		await hub.take(placed('1', { shipTo }));
		expect((await hub.route()).routed[0]?.decision).toMatchObject({
			hub: 'ankara',
			runnerUp: 'istanbul',
			ruleSet: 'nearest@1',
		});
	});

	test.each([
		['a SKU the seller does not have', line('1', 'Z')],
		['no SKU at all', line('1', null)],
		['a line break in the SKU', line('1', 'A\nB')],
	])('%s holds the order and says so', async (_, wrong) => {
		await hub.take(placed('1', { lines: [wrong] }));
		await hub.route();
		const held = await hub.order('1');
		expect(held).toMatchObject({ status: 'on_hold', holdReason: 'sku_not_valid' });
		expect(held.decision?.unasked).toMatch(/SKU/);
	});

	test('SKUs with quotes and 200 letters of Turkish are routed as they are', async () => {
		const odd = [`12" 'x' -- ; DROP`, 'ğüşıöçİ'.repeat(29).slice(0, 200)];
		await hub.ledger.setStock(
			odd.map((sku) => ({ seller: 'acme', sku, hub: 'istanbul', onHand: 1 })),
		);
		await hub.take(placed('1', { lines: odd.map((sku, at) => line(String(at), sku)) }));
		await hub.route();
		expect(await hub.order('1')).toMatchObject({
			hub: 'istanbul',
			lines: [{ reserved: 1 }, { reserved: 1 }],
		});
	});

	test('an order whose every line is cancelled needs no hub', async () => {
		await hub.take(placed('1', { lines: [line('1', 'A', 2, 2)] }));
		await hub.route();
		expect(await hub.order('1')).toMatchObject({ status: 'cancelled', hub: null });
	});

	test('G6: with any number of routers at once nothing is promised twice', async () => {
		await hub.take(...Array.from({ length: 120 }, (_, at) => placed(`o${at}`)));
		const other = await hub.again();
		const routers = Array.from({ length: 16 }, (_, at) =>
			(at % 2 ? other : hub.ledger).routeWaiting('ikas-tr', 10),
		);
		await Promise.all(routers);
		expect(await oversold()).toEqual([]);
		expect(await unaccounted()).toEqual([]);
		expect(await hub.sql("SELECT COUNT(*) AS n FROM orders WHERE status = 'new_order'")).toEqual([
			{ n: 10 },
		]);
		expect(await hub.sql("SELECT COUNT(*) AS n FROM orders WHERE status = 'created'")).toEqual([
			{ n: 0 },
		]);
	});

	test('G6: shipping takes on-hand and reservation together, cancelling frees', async () => {
		await hub.take(placed('1'), placed('2'));
		await hub.route();
		await hub.ledger.changeStatus('ikas-tr', '1', 'picked');
		await hub.ledger.changeStatus('ikas-tr', '1', 'shipped');
		await hub.ledger.changeStatus('ikas-tr', '2', 'cancelled');
		expect((await hub.ledger.getStock('acme', 'A'))[1]).toMatchObject({
			onHand: 8,
			reserved: 0,
			available: 8,
		});
		expect(await hub.sql('SELECT sku, quantity FROM parcel_lines')).toEqual([
			{ sku: 'A', quantity: 2 },
		]);
	});

	test('G6: whatever is done to orders, reservations add up and nothing is promised twice', async () => {
		const step = fc.record({
			id: fc.integer({ min: 1, max: 6 }),
			units: fc.integer({ min: 1, max: 6 }),
			does: fc.constantFrom('place', 'cancel', 'hold', 'release', 'pick', 'route'),
			minute: fc.integer({ min: 0, max: 30 }),
		});
		await fc.assert(
			fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
				for (const { id, units, does, minute } of steps) {
					const revisedAt = `2026-03-02T10:${String(minute).padStart(2, '0')}:00.000Z`;
					const here = placed(`x${id}`, { revisedAt, lines: [line('1', 'A', units)] });
					const status = { hold: 'on_hold', release: 'created', pick: 'picked' } as const;
					if (does === 'place') await hub.take(here);
					else if (does === 'cancel') await hub.take({ ...here, hubStatus: 'cancelled' });
					else if (does === 'route') await hub.route();
					else
						await hub.ledger
							.changeStatus('ikas-tr', here.id, status[does])
							.then(undefined, () => undefined);
					expect(await oversold()).toEqual([]);
					expect(await unaccounted()).toEqual([]);
				}
			}),
			{ numRuns: 25 },
		);
	});

	test('the hub may not skip back or past a hub, and says what is possible', async () => {
		await hub.take(placed('1'));
		await expect(hub.ledger.changeStatus('ikas-tr', '1', 'picked')).rejects.toThrow(
			/created and cannot become picked.*on_hold/,
		);
		await expect(hub.ledger.changeStatus('ikas-tr', '1', 'new_order')).rejects.toThrow(
			/has no hub yet/,
		);
		await expect(hub.ledger.changeStatus('ikas-tr', 'nobody', 'picked')).rejects.toThrow(
			/no order with the channel's id "nobody"/,
		);
	});
});
