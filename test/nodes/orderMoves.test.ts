import { openHub, store } from '../support/hubNodes';
import type { HubNodes } from '../support/hubNodes';
import { line, placed } from '../support/placed';
import { picked } from '../support/shop';

describe('Order Hub, what a person does with an order', () => {
	let hub: HubNodes;
	beforeEach(async () => {
		hub = await openHub();
	});
	afterEach(() => hub.close());

	const on = (orderId: string, parameters: object = {}) => ({
		parameters: { ...store, orderId, ...parameters },
	});
	const newOrder = async () => {
		await hub.take(placed('1'));
		await hub.route();
	};

	test('holds an order, releases it and routes it again', async () => {
		await newOrder();
		expect(await hub.items('orderHub', 'order:hold', on('1'))).toMatchObject([
			{ status: 'on_hold', holdReason: 'forceful_on_hold' },
		]);
		expect(await hub.items('orderHub', 'order:release', on('1'))).toMatchObject([
			{ status: 'new_order', hub: 'istanbul' },
		]);
	});

	test('says by whom: a person who is named, else the workflow', async () => {
		await newOrder();
		const by = { options: { changedBy: 'ayse' } };
		await hub.run('orderHub', 'order:hold', on('1', by));
		await hub.run('orderHub', 'order:release', on('1'));
		const rows = await hub.items('orderHub', 'order:getLog', on('1', { limit: 10 }));
		expect(rows.map(({ event, by: who }) => `${event} ${who}`)).toEqual([
			'order_created System',
			'order_assigned System',
			'order_on_hold ayse',
			expect.stringMatching(/^order_released Workflow/),
			'order_assigned System',
		]);
	});

	/** Held for the reason, though it could be shipped. */
	const held = async (reason: string) => {
		await hub.take(placed('1'));
		await hub.sql(`UPDATE orders SET status = 'on_hold', hold_reason = '${reason}'`);
	};
	const fewer = { lines: { rows: [{ line: '1', quantity: '1' }] } };

	const outOfHold = [
		['release', 'forceful_on_hold', {}],
		['approve', 'require_manual_approval', {}],
		['routeByHand', 'not_able_to_route', { hub: picked('ankara') }],
		['edit', 'inventory_not_present', fewer],
	] as const;

	test.each(outOfHold)(
		'%s says by whom, and a dry run of it does nothing',
		async (operation, reason, parameters) => {
			await held(reason);
			const by = { ...parameters, options: { changedBy: 'ayse' } };
			const go = (dryRun: boolean) =>
				hub.items('orderHub', `order:${operation}`, on('1', { ...by, dryRun }));
			expect(await go(true)).toMatchObject([{ status: 'new_order', dryRun: true }]);
			expect(await hub.ledger.getOrder('ikas-tr', '1')).toMatchObject({ status: 'on_hold' });
			expect(await go(false)).toMatchObject([{ status: 'new_order' }]);
			expect(await hub.ledger.getOrderLog('ikas-tr', '1', 10)).toContainEqual(
				expect.objectContaining({ by: 'ayse' }),
			);
		},
	);

	test.each(outOfHold.slice(0, 3))(
		'%s takes up only what is held for %s',
		async (operation, reason, parameters) => {
			await held(reason === 'forceful_on_hold' ? 'not_able_to_route' : 'forceful_on_hold');
			await expect(hub.run('orderHub', `order:${operation}`, on('1', parameters))).rejects.toThrow(
				/it is on hold for/,
			);
		},
	);

	test('cancels what is on hold for too long, so many at once', async () => {
		await hub.settle({ cancelHeldMinutes: 60 });
		await hub.take(placed('1', { hubStatus: 'on_hold' }), placed('2', { hubStatus: 'on_hold' }));
		await hub.sql('UPDATE holds SET since = 0');
		const parameters = { ...store, limit: 1 };
		for (const order of ['1', '2'])
			expect(await hub.items('orderHub', 'order:cancelOverdue', { parameters })).toMatchObject([
				{ order },
			]);
	});

	test('cancels what is on hold for too long, and says beforehand what that would be', async () => {
		await hub.settle({ cancelHeldMinutes: 60 });
		await hub.take(placed('1', { hubStatus: 'on_hold' }));
		await hub.sql('UPDATE holds SET since = 0');
		const cancel = (dryRun: boolean) =>
			hub.items('orderHub', 'order:cancelOverdue', { parameters: { ...store, limit: 5, dryRun } });
		const row = { order: '1', holdReason: 'require_manual_approval' };
		expect(await cancel(true)).toMatchObject([{ ...row, dryRun: true }]);
		expect(await cancel(false)).toMatchObject([row]);
		expect(await cancel(false)).toEqual([]);
	});

	test('edits an order on hold, and says what the channel is not told', async () => {
		await hub.take(placed('1', { lines: [line('1', 'A', 99), line('2', 'Z')] }));
		await hub.route();
		const parameters = {
			lines: {
				rows: [
					{ line: '1', quantity: '3' },
					{ line: '2', sku: 'B' },
				],
			},
			addedLines: { rows: [{ sku: 'A', quantity: '1' }] },
			shipTo: { lines: 'Street 1\nFloor 2', phone: '' },
			options: { changedBy: 'ayse' },
		};
		expect(
			await hub.items('orderHub', 'order:edit', on('1', { ...parameters, simple: false })),
		).toMatchObject([
			{
				status: 'new_order',
				lines: [
					{ line: '1', reserved: 3 },
					{ line: '2', sku: 'B' },
					{ line: 'hub:1', sku: 'A', reserved: 1 },
				],
				order: { shipTo: { lines: ['Street 1', 'Floor 2'], phone: null } },
				notTold: expect.arrayContaining(['ikas is not told: the address.']),
			},
		]);
		await expect(hub.run('orderHub', 'order:edit', on('1', parameters))).rejects.toThrow(
			/is new_order, not on hold. It was not edited/,
		);
	});

	test('approves an order, and routes one by hand that no rule could place', async () => {
		await hub.take(placed('1', { hubStatus: 'on_hold' }), placed('2'));
		expect(await hub.items('orderHub', 'order:approve', on('1'))).toMatchObject([
			{ status: 'new_order', hub: 'istanbul' },
		]);
		await expect(hub.run('orderHub', 'order:approve', on('1'))).rejects.toThrow(/not on hold/);
		await hub.ledger.saveRuleSet({
			code: 'none',
			rules: [
				{
					name: 'none',
					strategy: 'priority',
					filters: [{ field: 'country', is: 'include', values: ['XX'] }],
				},
			],
		});
		await hub.settle({ ruleSet: 'none' });
		await hub.route();
		const routed = on('2', { hub: picked('ankara') });
		expect(await hub.items('orderHub', 'order:routeByHand', routed)).toMatchObject([
			{ status: 'new_order', hub: 'ankara' },
		]);
	});

	test('gives an order to the hub that a person picked', async () => {
		await newOrder();
		expect(
			await hub.items('orderHub', 'order:assignHub', on('1', { hub: picked('ankara') })),
		).toMatchObject([{ status: 'new_order', hub: 'ankara' }]);
	});

	test('cancels an order and frees its stock', async () => {
		await newOrder();
		expect(await hub.items('orderHub', 'order:cancel', on('1'))).toMatchObject([
			{ status: 'cancelled' },
		]);
		const stock = { parameters: { seller: 'acme', sku: 'A' } };
		expect(await hub.items('orderHub', 'stock:get', stock)).toMatchObject([
			{ reserved: 0 },
			{ reserved: 0 },
		]);
	});

	test('says why, where the channel asks for that', async () => {
		await hub.settle({
			workspaceStatusMap: [{ hubStatus: 'cancelled', channelStatus: 'CANCELLED' }],
		});
		await newOrder();
		await hub.run('orderHub', 'order:cancel', on('1', { options: { reason: 'out_of_stock' } }));
		expect(await hub.ledger.claimUpdates('ikas-tr', 1)).toMatchObject([
			{ update: { effect: 'cancel', reason: 'out_of_stock' } },
		]);
		const made = on('1', { options: { reason: 'bored' } });
		await expect(hub.run('orderHub', 'order:cancel', made)).rejects.toThrow(
			/reason: "bored" is not one of customer_requested, out_of_stock/,
		);
	});

	test('ships an order with its tracking number, carrier and link', async () => {
		await newOrder();
		const options = {
			trackingNumber: '1Z999',
			carrier: 'Yurtiçi Kargo',
			trackingUrl: 'https://carrier.example/1Z999',
		};
		const shipped = on('1', { status: 'shipped', options });
		expect(await hub.items('orderHub', 'order:changeStatus', shipped)).toMatchObject([
			{
				status: 'shipped',
				parcels: [
					{
						status: 'shipped',
						tracking: {
							number: '1Z999',
							carrier: 'Yurtiçi Kargo',
							url: 'https://carrier.example/1Z999',
						},
					},
				],
			},
		]);
	});

	test('moves and tracks one parcel of a split order, and leaves the other', async () => {
		await hub.ledger.saveRuleSet({
			code: 'split',
			rules: [
				{
					name: 'split',
					strategy: 'priority',
					split: { smallestValue: 0, mostParcels: null },
				},
			],
		});
		await hub.settle({ splitOrders: true, ruleSet: 'split' });
		await hub.take(placed('1', { lines: [line('1', 'A', 15)] }));
		await hub.route();
		const { parcels } = await hub.ledger.getOrder('ikas-tr', '1');
		const parcel = String(parcels[1]?.parcel);
		await hub.run(
			'orderHub',
			'parcel:changeStatus',
			on('1', { parcelId: parcel, status: 'picked' }),
		);
		const tracking = on('1', {
			parcelId: parcel,
			trackingNumber: 'T2',
			options: { carrier: 'PTT' },
		});
		expect(await hub.items('orderHub', 'parcel:setTracking', tracking)).toMatchObject([
			{
				parcels: [
					{ status: 'new_order', tracking: null },
					{ status: 'picked', tracking: { number: 'T2', carrier: 'PTT', url: null } },
				],
			},
		]);
		const unnamed = on('1', { trackingNumber: 'T3' });
		await expect(hub.run('orderHub', 'parcel:setTracking', unnamed)).rejects.toThrow(/parcels/);
	});

	test('tracks the only parcel without naming it', async () => {
		await newOrder();
		const tracking = on('1', { trackingNumber: 'T1' });
		expect(await hub.items('orderHub', 'parcel:setTracking', tracking)).toMatchObject([
			{ parcels: [{ tracking: { number: 'T1', carrier: null, url: null } }] },
		]);
	});

	test('finds orders by hub and by why they are on hold', async () => {
		await hub.take(placed('1'), placed('2', { lines: [line('1', 'A', 99)] }), placed('3'));
		await hub.route();
		await hub.run('orderHub', 'order:assignHub', on('3', { hub: picked('ankara') }));
		const found = async (filters: object) =>
			(await hub.items('orderHub', 'order:getMany', { parameters: { ...store, filters } })).map(
				({ id }) => id,
			);
		expect(await found({ hub: picked('ankara') })).toEqual(['3']);
		expect(await found({ holdReason: 'inventory_not_present' })).toEqual(['2']);
		expect(await found({ holdReason: 'forceful_on_hold' })).toEqual([]);
	});

	test('takes the order from what the nodes before give', async () => {
		await hub.take(placed('1'), placed('2'), placed('3'));
		await hub.route();
		const items = [{ id: 7, order: { id: '1' } }, { order: '2' }, { id: '3' }];
		const rows = await hub.items('orderHub', 'order:get', { parameters: store, items });
		expect(rows.map(({ id }) => id)).toEqual(['1', '2', '3']);
	});

	test("shows the channel's copy only where Simplify is off", async () => {
		await newOrder();
		const [simple] = await hub.items('orderHub', 'order:hold', on('1'));
		expect(simple).not.toHaveProperty('order');
		const [whole] = await hub.items('orderHub', 'order:release', on('1', { simple: false }));
		expect(whole).toMatchObject({ order: { number: 'N1' } });
	});

	test('reroutes the orders of a closed hub, however many chunks that takes', async () => {
		await hub.ledger.setStock([
			{ seller: 'acme', sku: 'A', hub: 'istanbul', onHand: 60 },
			{ seller: 'acme', sku: 'A', hub: 'ankara', onHand: 60 },
		]);
		const lines = [line('1', 'A')];
		await hub.take(...Array.from({ length: 55 }, (_, at) => placed(`${at}`, { lines })));
		while ((await hub.ledger.routeWaiting('ikas-tr', 50)).waiting);
		const closed = { parameters: { code: 'istanbul', name: 'İstanbul', active: false } };
		await hub.run('orderHub', 'hub:save', closed);
		const reroute = { parameters: { hub: picked('istanbul'), limit: 100 } };
		const [all] = await hub.items('orderHub', 'hub:reroute', reroute);
		expect(all).toMatchObject({ hub: 'istanbul', waiting: false });
		expect(all?.routed).toHaveLength(55);
		expect(all?.routed).toContainEqual(
			expect.objectContaining({ decision: expect.objectContaining({ hub: 'ankara' }) }),
		);
	});
});
