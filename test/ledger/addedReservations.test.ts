import type { MappedOrder } from '../../domain/order';
import type { StoreSettings } from '../../domain/store';
import { draft, engines, ikasStore, settings } from '../support/ledgers';
import { furnishOms, level } from '../support/oms';
import { cancelled, line, placed, revised } from '../support/placed';
import { stockOut } from '../support/stockOut';

/** A store of a channel without locations that takes off by itself what it has reserved (reference/the-iconic-sellercenter.md 6). */
describe.each(engines)('reservations of the channel on $engine', ({ open }) => {
	const hub = ikasStore(open);
	const out = stockOut(hub);
	const save = (change: Partial<StoreSettings> = {}) =>
		hub.ledger.saveStore(
			draft({
				settings: settings({
					...{ locations: [], hubMap: [{ location: '', hub: 'istanbul' }] },
					...{ addReservations: true, workspaceStatusMap: [] },
					...change,
				}),
			}),
		);
	beforeEach(async () => {
		await save();
		await out.offer('A');
		expect(await out.push()).toEqual(['listing-A : 10']);
	});

	const one = (id: string, change: Partial<MappedOrder> = {}) =>
		placed(id, { lines: [line('1', 'A', 1)], ...change });
	const unmapped = { hubStatus: null, statuses: ['payment:WAITING'] };
	const availability = async () => (await hub.ledger.getAvailability('ikas-tr', ['A']))[0]?.total;

	test('are added to what may be offered: an order that comes in changes no figure, until it has left', async () => {
		await hub.take(one('1'), one('2'));
		expect(await out.push()).toEqual([]);
		await hub.route();
		expect(await availability()).toBe(8);
		expect(await out.push()).toEqual([]);
		await hub.ledger.changeStatus('ikas-tr', '1', 'shipped');
		expect(await out.push()).toEqual(['listing-A : 9']);
		expect(await out.push()).toEqual([]);
		await hub.take(revised(one('1'), 9, { hubStatus: 'shipped', statuses: ['package:FULFILLED'] }));
		expect(await out.push()).toEqual([]);
	});

	test('section 6 with an OMS: written, ordered, imported, handed over, shipped', async () => {
		await hub.ledger.saveStore(
			draft({
				code: 'ikas-tr',
				settings: settings({
					...{ locations: [], hubMap: [{ location: '', hub: 'istanbul' }] },
					...{ addReservations: true },
				}),
			}),
		);
		await furnishOms(hub.ledger);
		const omsShows = async (available: number) => {
			const run = await out.begin('stock', 'oms');
			const read = { run, levels: [level('A', available)], tookMs: 0, next: null };
			await hub.ledger.endSync((await hub.ledger.importStock(read)).run, null);
		};
		/** What the channel shows: what it was told, less what it has reserved by itself. */
		let told = 10;
		const shows = async (reserved: number) => {
			for (const row of await out.push()) told = Number(row.split(': ')[1]);
			return told - reserved;
		};
		await omsShows(10);
		expect(await shows(0)).toBe(10);
		expect(await shows(1)).toBe(9);
		await hub.take(one('1'));
		expect(await shows(1)).toBe(9);
		await hub.route();
		expect(await shows(1)).toBe(9);
		// The OMS confirms: the reservation ends and the unit is out of what is there.
		await hub.sql('DELETE FROM reservations');
		await hub.sql(
			"UPDATE stock SET reserved = 0, on_hand = on_hand - 1 WHERE hub = 'istanbul' AND sku = 'A'",
		);
		expect(await shows(1)).toBe(9);
		await omsShows(9);
		expect(await shows(1)).toBe(9);
		expect(told).toBe(10);
		await hub.sql('UPDATE order_lines SET shipped = 1');
		await hub.sql("UPDATE orders SET status = 'shipped'");
		expect(await shows(0)).toBe(9);
		expect(told).toBe(9);
		await omsShows(9);
		expect(await out.push()).toEqual([]);
	});

	test.each([
		['parked', unmapped],
		['an exception', { placedAt: '2026-03-05 noon' }],
		['waiting for a hub', {}],
		['on hold', { hubStatus: 'on_hold' as const }],
	])('count for an order that is %s as well', async (_, change) => {
		await hub.take(one('1', change));
		expect(await availability()).toBe(9);
		expect(await out.push()).toEqual([]);
		await save({ holdBack: false });
		expect(await out.push()).toEqual(['listing-A : 11']);
	});

	test('count of a cancelled order no more, whoever cancelled it, nor of lines that are cancelled', async () => {
		const lines = [line('1', 'A', 1), line('2', 'A', 1)];
		await hub.take(one('1'), one('2'), placed('3', { lines }));
		await hub.route();
		await hub.take(cancelled(one('1'), 5));
		await hub.ledger.changeStatus('ikas-tr', '2', 'cancelled');
		await hub.take(revised(placed('3'), 5, { lines: [line('1', 'A', 1), line('2', 'A', 1, 1)] }));
		expect(await availability()).toBe(9);
		expect(await out.push()).toEqual([]);
	});

	test('go beyond the cap: the channel takes them off again', async () => {
		await save({ stockCap: 5, stockBuffer: 2 });
		expect(await out.push()).toEqual(['listing-A : 5']);
		await hub.take(one('1'));
		await hub.route();
		expect(await out.push()).toEqual(['listing-A : 6']);
	});

	test('are told once the setting is on, and taken back when it is off', async () => {
		await hub.take(one('1'));
		await hub.route();
		await save({ addReservations: false });
		expect(await out.push()).toEqual(['listing-A : 9']);
		await save();
		expect(await out.push()).toEqual(['listing-A : 10']);
	});

	test('of another SKU, or of one that nobody knows, change nothing', async () => {
		await hub.take(
			one('1', { lines: [line('1', 'B', 3)] }),
			one('2', { lines: [line('1', null, 3)] }),
		);
		expect(await out.push()).toEqual([]);
	});

	test('of several locations count where the hub of the order is, and nowhere while it has none', async () => {
		await hub.ledger.saveStore(
			draft({ settings: settings({ addReservations: true, holdBack: false }) }),
		);
		await out.push();
		await hub.take(one('1', { location: 'loc-ank' }), one('2', unmapped));
		await hub.route();
		expect(await out.push()).toEqual([]);
		await hub.ledger.changeStatus('ikas-tr', '1', 'shipped');
		expect(await out.push()).toEqual(['listing-A loc-ank: 9']);
	});
});
