import { cancelled, line, placed, revised } from '../support/placed';
import { engines, ikasStore } from '../support/ledgers';

describe.each(engines)('revisions of an order on $engine', ({ open }) => {
	const hub = ikasStore(open);

	test('G5: an older revision changes nothing, a repeated one neither', async () => {
		await hub.take(placed('1'));
		await hub.take(revised(placed('1'), 10, { lines: [line('1', 'A', 3)] }));
		const [outcome] = await hub.take(revised(placed('1'), 5, { lines: [line('1', 'A', 9)] }));
		expect(outcome).toMatchObject({ outcome: 'unchanged', reason: 'a newer revision is known' });
		expect((await hub.order('1')).lines[0]?.ordered).toBe(3);
	});

	test('G5: an older revision does not push out a newer one that is parked', async () => {
		await hub.take(revised(placed('1'), 10, { hubStatus: null, statuses: ['payment:WAITING'] }));
		expect((await hub.take(placed('1')))[0]).toMatchObject({
			outcome: 'unchanged',
			reason: 'a newer revision is parked',
		});
	});

	test('G5: where the channel gives no revision, the content decides', async () => {
		await hub.take(placed('1', { revisedAt: null }));
		expect((await hub.take(placed('1', { revisedAt: null })))[0]?.outcome).toBe('unchanged');
		expect((await hub.take(placed('1', { revisedAt: null, number: 'N1b' })))[0]?.outcome).toBe(
			'updated',
		);
	});

	test('G5: a cancellation frees the reservation, and the cancelled order stays cancelled when it comes again', async () => {
		await hub.take(placed('1'));
		await hub.route();
		expect(await hub.reserved()).toEqual({ 'istanbul A': 2 });
		await hub.take(cancelled(placed('1'), 5));
		expect(await hub.reserved()).toEqual({});
		await hub.take(revised(placed('1'), 10, {}));
		expect(await hub.order('1')).toMatchObject({
			status: 'cancelled',
			flag: 'active_on_channel',
		});
		await hub.route();
		expect(await hub.reserved()).toEqual({});
	});

	test('G5: an edit of a cancelled order is no concern of anybody', async () => {
		await hub.take(placed('1'));
		await hub.take(cancelled(placed('1'), 5));
		await hub.take(revised(placed('1'), 10, { lines: [line('1', 'A', 5)] }));
		expect(await hub.order('1')).toMatchObject({
			status: 'cancelled',
			lines: [{ ordered: 2 }],
		});
		expect(await hub.exceptions()).toEqual([]);
	});

	test('G5: first seen already shipped is stored as shipped and takes its stock', async () => {
		await hub.take(
			placed('1', { statuses: ['package:FULFILLED'], hubStatus: 'shipped', location: 'loc-ank' }),
		);
		expect(await hub.order('1')).toMatchObject({
			status: 'shipped',
			hub: 'ankara',
			lines: [{ shipped: 2 }],
		});
		expect(await hub.ledger.getStock('acme', 'A')).toMatchObject([
			{ hub: 'ankara', onHand: 8, reserved: 0 },
			{ hub: 'istanbul', onHand: 10 },
		]);
	});

	test('G5: shipped outside with an unknown hub goes to a person', async () => {
		await hub.take(placed('1', { statuses: ['package:FULFILLED'], hubStatus: 'shipped' }));
		expect(await hub.exceptions()).toEqual(['shipped_outside']);
	});

	test('G5: shipped outside with a SKU nobody knows goes to a person, and the rest takes its stock', async () => {
		const lines = [line('1', 'A', 2), line('2', 'Z', 1)];
		await hub.take(
			placed('1', {
				lines,
				statuses: ['package:FULFILLED'],
				hubStatus: 'shipped',
				location: 'loc-ank',
			}),
		);
		expect(await hub.exceptions()).toEqual(['shipped_outside']);
		expect((await hub.ledger.getStock('acme', 'A'))[0]).toMatchObject({ hub: 'ankara', onHand: 8 });
	});

	test('G5: shipped on the channel after the hub reserved consumes reservation and stock together', async () => {
		await hub.take(placed('1'));
		await hub.route();
		await hub.take(
			revised(placed('1'), 5, { statuses: ['package:FULFILLED'], hubStatus: 'shipped' }),
		);
		expect((await hub.ledger.getStock('acme', 'A'))[1]).toMatchObject({
			hub: 'istanbul',
			onHand: 8,
			reserved: 0,
		});
		expect(await hub.sql('SELECT hub, status FROM parcels')).toEqual([
			{ hub: 'istanbul', status: 'shipped' },
		]);
	});

	test.each(['return_to_origin', 'return_in_progress', 'partial_return', 'returned'] as const)(
		'G5: %s before the hub had heard that it left takes its stock as well',
		async (hubStatus) => {
			await hub.take(placed('1'));
			await hub.route();
			await hub.take(revised(placed('1'), 5, { hubStatus }));
			expect((await hub.order('1')).status).toBe(hubStatus);
			expect((await hub.ledger.getStock('acme', 'A'))[1]).toMatchObject({
				...{ hub: 'istanbul', onHand: 8, reserved: 0 },
			});
		},
	);

	test('G5: a cancellation after shipping goes to a person', async () => {
		await hub.take(
			placed('1', { statuses: ['package:FULFILLED'], hubStatus: 'shipped', location: 'loc-ank' }),
		);
		expect((await hub.take(cancelled(placed('1'), 5)))[0]?.outcome).toBe('exception');
		expect((await hub.order('1')).status).toBe('shipped');
		expect(await hub.exceptions()).toEqual(['cancelled_after_shipping']);
	});
});
