import type { MappedOrder } from '../../domain/order';
import type { StoreSettings } from '../../domain/store';
import { draft, engines, ikasStore, settings } from '../support/ledgers';
import { inOms, omsParcel, omsStore } from '../support/omsStores';
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
		// Somebody has said there that it left: the channel may take it off that figure now.
		await hub.take(revised(one('1'), 9, { hubStatus: 'shipped', statuses: ['package:FULFILLED'] }));
		expect(await out.push()).toEqual(['listing-A : 9']);
		await hub.take(
			revised(one('1'), 10, { hubStatus: 'delivered', statuses: ['package:DELIVERED'] }),
		);
		expect(await out.push()).toEqual([]);
	});

	describe('what has left', () => {
		const steps = [
			{ hubStatus: 'shipped', channelStatus: 'SHIPPED' },
			{ hubStatus: 'delivered', channelStatus: 'DELIVERED' },
		] as const;
		const tell = async () => {
			for (const update of await hub.ledger.claimUpdates('ikas-tr', 50))
				await hub.ledger.completeUpdate(update, 'told');
		};
		beforeEach(async () => {
			await save({ workspaceStatusMap: steps });
			await hub.take(one('1'));
			await hub.route();
			await hub.ledger.changeStatus('ikas-tr', '1', 'shipped');
		});

		test('the channel may take off once it hears of it: a figure that was told before is told again, once', async () => {
			expect(await out.push()).toEqual(['listing-A : 9']);
			await tell();
			expect(await out.push()).toEqual(['listing-A : 9']);
			const told = { hubStatus: 'shipped', statuses: ['package:FULFILLED'] } as const;
			await hub.take(revised(one('1'), 9, told));
			expect(await out.push()).toEqual([]);
			await hub.ledger.changeStatus('ikas-tr', '1', 'delivered');
			await tell();
			expect(await out.push()).toEqual([]);
		});

		test('is all that is told again: not what the order no longer has', async () => {
			await out.offer('B');
			await hub.take(placed('2', { lines: [line('1', 'A', 1), line('2', 'B', 1)] }));
			await hub.route();
			await hub.take(revised(placed('2'), 5, { lines: [line('1', 'A', 1), line('2', 'B', 1, 1)] }));
			await hub.ledger.changeStatus('ikas-tr', '2', 'shipped');
			await out.push();
			await tell();
			expect(await out.push()).toEqual(['listing-A : 8']);
		});

		test('is told once where the channel heard of it first', async () => {
			await tell();
			expect(await out.push()).toEqual(['listing-A : 9']);
			expect(await out.push()).toEqual([]);
		});

		test('is nothing to a channel that reserves nothing', async () => {
			await save({ workspaceStatusMap: steps, addReservations: false });
			expect(await out.push()).toEqual(['listing-A : 9']);
			await tell();
			expect(await out.push()).toEqual([]);
		});
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

	test('count of what has left no more, also while the rest of the order is open', async () => {
		await hub.take(placed('1', { lines: [line('1', 'A', 2)] }));
		await hub.route();
		expect(await out.push()).toEqual([]);
		await hub.sql('UPDATE order_lines SET shipped = 1');
		expect(await out.push()).toEqual(['listing-A : 9']);
	});

	test('count of an order that was edited too late no more: what is left of it the channel alone knows', async () => {
		const lines = [line('1', 'A', 1), line('2', 'A', 1)];
		await hub.take(placed('1', { lines }));
		await hub.route();
		await hub.ledger.changeStatus('ikas-tr', '1', 'picked');
		expect(await out.push()).toEqual([]);
		await hub.take(revised(placed('1'), 5, { lines: [line('1', 'A', 1), line('2', 'A', 1, 1)] }));
		expect(await availability()).toBe(8);
		// With its two units on top the channel would show nine of the eight that are left.
		expect(await out.push()).toEqual(['listing-A : 8']);
	});

	test.each(['cancelled', 'shipped', 'delivered'])(
		'count no more of what the channel calls %s, also while the hub has it open',
		async (status) => {
			await hub.take(one('1'));
			await hub.route();
			await hub.sql('UPDATE orders SET mapped_status = ?', status);
			expect(await out.push()).toEqual(['listing-A : 9']);
		},
	);

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

const oneFigure = {
	...{ locations: [], hubMap: [{ location: '', hub: 'istanbul' }] },
	...{ addReservations: true },
};

describe.each(engines)('the figures of section 6 with an OMS on $engine', ({ open }) => {
	const hub = omsStore(open, oneFigure);
	const out = stockOut(hub);
	/** What the channel was told last. */
	let told: number;
	/** What it shows while it has so many units reserved for its open orders. */
	const shows = async (reserved: number) => {
		for (const row of await out.push()) told = Number(row.split(': ')[1]);
		return [told, told - reserved];
	};
	const omsHas = async (available: number, tookMs = 0) => {
		const run = await out.begin('stock', 'shopify');
		const levels = [{ listing: 'gid-A', location: 'gid-ist', available }];
		const stored = await hub.ledger.importStock({ run, levels, tookMs, next: null });
		await hub.ledger.endSync(stored.run, null);
		return stored.counts.changed;
	};
	const order = placed('1', { lines: [line('1', 'A', 1)] });
	beforeEach(() => out.offer('A'));

	test('written, ordered, imported, handed over, shipped: no unit is taken off twice', async () => {
		expect(await omsHas(10)).toBe(0);
		expect(await shows(0)).toEqual([10, 10]);
		// The channel takes the unit off by itself, before anybody hears of the order.
		expect(await shows(1)).toEqual([10, 9]);
		await hub.take(order);
		expect(await shows(1)).toEqual([10, 9]);
		await hub.route();
		expect(await shows(1)).toEqual([10, 9]);
		await hub.handOver();
		expect(await shows(1)).toEqual([10, 9]);
		expect(await omsHas(9)).toBe(0);
		expect(await shows(1)).toEqual([10, 9]);
		await hub.fulfil(inOms('1', { parcels: [omsParcel('p1', { '1': 1 })] }));
		expect(await shows(0)).toEqual([9, 9]);
		expect(await omsHas(9)).toBe(0);
		expect(await out.push()).toEqual([]);
	});

	test('a figure of the OMS that is older than the hand-over has the unit taken off again', async () => {
		await hub.take(order);
		await hub.route();
		await hub.handOver();
		expect(await omsHas(10, 60_000)).toBe(0);
		expect(await hub.stock('A')).toMatchObject({ istanbul: [9, 0] });
		expect(await shows(1)).toEqual([10, 9]);
	});

	test('one that is cancelled in the OMS is offered again, once it says so', async () => {
		expect(await shows(0)).toEqual([10, 10]);
		await hub.take(order);
		await hub.route();
		await hub.handOver();
		await hub.fulfil(inOms('1', { cancelled: { reason: null } }));
		expect(await shows(0)).toEqual([9, 9]);
		expect(await omsHas(10)).toBe(1);
		expect(await shows(0)).toEqual([10, 10]);
	});
});
