import type { HoldReason } from '../../domain/hubStatus';
import { line, placed, revised } from '../support/placed';
import { draft, engines, ikasStore, settings } from '../support/ledgers';

const reasons = [
	'inventory_not_present',
	'sku_not_valid',
	'require_manual_approval',
	'forceful_on_hold',
	'not_able_to_route',
] as const satisfies readonly HoldReason[];

describe.each(engines)('an order on hold, on $engine', ({ open }) => {
	const hub = ikasStore(open);

	/** One that could be shipped, held for the reason. */
	async function heldFor(reason: HoldReason) {
		await hub.take(placed('1'));
		await hub.sql(`UPDATE orders SET status = 'on_hold', hold_reason = '${reason}'`);
	}
	const log = async () =>
		(await hub.ledger.getOrderLog('ikas-tr', '1', 10)).map(
			({ event, by, detail }) => `${event} ${by} ${detail}`,
		);

	describe.each([
		['releaseOrder', 'forceful_on_hold', 'order_released'],
		['approveOrder', 'require_manual_approval', 'order_approved'],
	] as const)('%s', (name, reason, event) => {
		test('takes it up, routes it and says who did it', async () => {
			await heldFor(reason);
			expect(await hub.ledger[name]('ikas-tr', '1', 'ayse')).toMatchObject({
				status: 'new_order',
				hub: 'istanbul',
			});
			expect(await hub.reserved()).toEqual({ 'istanbul A': 2 });
			expect(await log()).toEqual([
				'order_created System created',
				`${event} ayse ${reason}`,
				'order_assigned System istanbul',
			]);
		});

		test.each(reasons.filter((other) => other !== reason))(
			'refuses it while it is held for %s, with the way out',
			async (other) => {
				await heldFor(other);
				await expect(hub.ledger[name]('ikas-tr', '1')).rejects.toThrow(
					/^Order N1 cannot be \w+: it is on hold for [A-Z].*\. .*\.$/,
				);
				expect(await hub.order('1')).toMatchObject({ status: 'on_hold', holdReason: other });
				expect(await hub.reserved()).toEqual({});
			},
		);

		test('refuses it when it is not on hold', async () => {
			await hub.take(placed('1'));
			await hub.route();
			await expect(hub.ledger[name]('ikas-tr', '1')).rejects.toThrow(/is new_order, not on hold/);
		});
	});

	test('is routed by hand only where no rule could place it, only to a mapped hub, and logged', async () => {
		for (const other of reasons.filter((one) => one !== 'not_able_to_route')) {
			await heldFor(other);
			await expect(hub.ledger.routeByHand('ikas-tr', '1', 'ankara', 'ayse')).rejects.toThrow(
				/cannot be routed by hand/,
			);
		}
		await heldFor('not_able_to_route');
		await expect(hub.ledger.routeByHand('ikas-tr', '1', 'izmir', 'ayse')).rejects.toThrow(
			/not in the store's hub map. Choose one of istanbul, ankara/,
		);
		expect(await hub.reserved()).toEqual({});
		await hub.ledger.routeByHand('ikas-tr', '1', 'ankara', 'ayse');
		expect(await hub.order('1')).toMatchObject({ status: 'new_order', hub: 'ankara' });
		expect((await log()).at(-1)).toBe('order_assigned ayse ankara');
	});

	test('gets no hub by hand before it is approved', async () => {
		await heldFor('require_manual_approval');
		await expect(hub.ledger.assignHub('ikas-tr', '1', 'ankara')).rejects.toThrow(/Approve it/);
		expect(await hub.reserved()).toEqual({});
	});

	test('is not taken out of an approval by its status', async () => {
		await heldFor('require_manual_approval');
		await expect(hub.ledger.changeStatus('ikas-tr', '1', 'created')).rejects.toThrow(/Approve it/);
	});

	test('once approved, is not held again by the same word of the channel', async () => {
		const order = placed('1', { hubStatus: 'on_hold', statuses: ['status:HELD'] });
		await hub.take(order);
		await hub.ledger.approveOrder('ikas-tr', '1');
		await hub.take(revised(order, 5, { tags: ['vip'] }));
		expect(await hub.order('1')).toMatchObject({ status: 'new_order' });
		await hub.take(revised(order, 6, { hubStatus: 'new_order', statuses: ['payment:PAID'] }));
		await hub.take(revised(order, 7, {}));
		expect(await hub.order('1')).toMatchObject({ holdReason: 'require_manual_approval' });
	});

	test('says who held it, moved it and cancelled it', async () => {
		await hub.take(placed('1'));
		await hub.route();
		await hub.ledger.changeStatus('ikas-tr', '1', 'on_hold', { by: 'ayse' });
		await hub.ledger.changeStatus('ikas-tr', '1', 'cancelled', { by: 'can' });
		expect((await log()).slice(2)).toEqual([
			'order_on_hold ayse on_hold',
			'order_cancelled can cancelled',
		]);
		expect(await hub.ledger.getOrderLog('ikas-tr', '1', 1)).toMatchObject([{ by: 'can' }]);
		await expect(hub.ledger.getOrderLog('ikas-tr', '2', 1)).rejects.toThrow(/no order/);
	});

	test('is held since it went on hold, however often routing asks again', async () => {
		await hub.take(placed('1', { lines: [line('1', 'A', 99)] }));
		await hub.route();
		await hub.sql('UPDATE holds SET since = 5');
		await hub.sql("UPDATE orders SET status = 'created'");
		await hub.route();
		const since = async () => (await hub.ledger.getHoldQueue({ limit: 5 })).rows[0]?.since;
		expect(await since()).toBe('1970-01-01T00:00:00.005Z');
		await hub.ledger.setStock([{ seller: 'acme', sku: 'A', hub: 'ankara', onHand: 99 }]);
		expect(await hub.sql('SELECT * FROM holds')).toEqual([]);
		await hub.ledger.changeStatus('ikas-tr', '1', 'on_hold');
		expect(await since()).toMatch(/^2/);
	});

	test('in the queue, names the hubs that it may be given to', async () => {
		await hub.ledger.saveHub({
			...{ code: 'izmir', name: 'İzmir', active: true, latitude: null, longitude: null },
			...{ orderLimit: null, workingHours: null },
		});
		await hub.ledger.saveStore(draft({ settings: settings({ splitOrders: true }) }));
		await heldFor('not_able_to_route');
		const hubs = async () =>
			(await hub.ledger.getHoldQueue({ limit: 5 })).rows[0]?.hubs.map(({ code }) => code);
		expect(await hubs()).toEqual(['istanbul', 'ankara']);
		await hub.sql("UPDATE hubs SET active = 0 WHERE code = 'istanbul'");
		expect(await hubs()).toEqual(['ankara']);
		await hub.sql("UPDATE orders SET hold_reason = 'inventory_not_present'");
		expect(await hubs()).toEqual([]);
	});
});
