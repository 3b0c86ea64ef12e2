import type { ClaimedUpdate } from '../../ledger/updateShapes';
import { engines } from '../support/ledgers';
import { inOms, omsReference, omsStore } from '../support/omsStores';
import { cancelled, line, placed, revised } from '../support/placed';
import { failure } from '../support/telling';

describe.each(engines)('an order that an OMS has taken, on $engine', ({ open }) => {
	const hub = omsStore(open);

	async function handedOver(lines = [line('1', 'A', 2)]) {
		await hub.take(placed('1', { lines }));
		await hub.route();
		const [claim] = await hub.claimOms();
		await hub.confirm(claim as ClaimedUpdate);
		return claim as ClaimedUpdate;
	}
	const row = async () => (await hub.sql('SELECT * FROM oms_orders'))[0];

	test('G9: is no longer reserved and out of the stock, in one', async () => {
		await handedOver([line('1', 'A', 2), line('2', 'A'), line('3', 'B')]);
		expect(await hub.stock('A')).toEqual({ istanbul: [7, 0], ankara: [10, 0] });
		expect(await hub.stock('B')).toEqual({ istanbul: [9, 0], ankara: [10, 0] });
		expect(await hub.moved()).toEqual({ handed_over: -4 });
		expect(await hub.order('1')).toMatchObject({
			...{ status: 'new_order', hub: 'istanbul' },
			lines: [{ shipped: 0, reserved: 0 }, { reserved: 0 }, { reserved: 0 }],
			parcels: [{ hub: 'istanbul', status: 'new_order', lines: [{}, {}, {}] }],
		});
		expect(await row()).toMatchObject({ oms: 'shopify', oms_id: 'gid-1', number: 'N1' });
	});

	test('shows what the OMS calls it, from when that is known', async () => {
		await hub.accept('1');
		expect(await hub.order('1')).toMatchObject({ oms: null });
		const [claim] = await hub.claimOms();
		expect(await hub.order('1')).toMatchObject({
			oms: { store: 'shopify', id: null, number: null },
		});
		await hub.confirm(claim as ClaimedUpdate);
		expect(await hub.order('1')).toMatchObject({
			oms: { store: 'shopify', id: 'gid-1', number: 'N1' },
		});
		await expect(hub.move('1', 'on_hold')).rejects.toThrow(
			'the OMS shopify has it as N1 (gid-1). Do that there',
		);
	});

	test('said twice, by another worker or by a page, changes nothing', async () => {
		const claim = await handedOver();
		expect(await hub.confirm(claim)).toMatchObject({ state: 'done' });
		await hub.sql("UPDATE outbox SET state = 'claimed', lease_until = 1 WHERE effect = 'create'");
		const [again] = await hub.claimOms();
		await hub.confirm(again as ClaimedUpdate);
		expect(await hub.fulfil(inOms('1'))).toEqual(['unchanged: nothing of it is new']);
		expect(await hub.stock('A')).toEqual({ istanbul: [8, 0], ankara: [10, 0] });
		expect(await hub.moved()).toEqual({ handed_over: -2 });
	});

	test('a worker that died after the create is repeated by the next one, and takes stock once', async () => {
		await hub.take(placed('1'));
		await hub.route();
		const [lost] = await hub.claimOms();
		await hub.lapse();
		const [claim] = await hub.claimOms();
		expect(claim?.attempts).toBe(2);
		await expect(hub.confirm(lost as ClaimedUpdate)).rejects.toThrow(/taken over/);
		expect(await hub.stock('A')).toMatchObject({ istanbul: [10, 2] });
		await hub.confirm(claim as ClaimedUpdate);
		expect(await hub.stock('A')).toMatchObject({ istanbul: [8, 0] });
	});

	test('a page of the OMS confirms it as well where the answer was lost', async () => {
		await hub.take(placed('1'));
		await hub.route();
		const [claim] = await hub.claimOms();
		expect(await hub.fulfil(inOms('1'))).toEqual(['updated']);
		expect(await hub.stock('A')).toMatchObject({ istanbul: [8, 0] });
		await hub.confirm(claim as ClaimedUpdate);
		expect(await hub.stock('A')).toMatchObject({ istanbul: [8, 0] });
	});

	test('what was on hold for goods is ready at the first mapped hub, and the channel hears of it', async () => {
		await hub.take(placed('1', { lines: [line('1', 'A', 12)] }));
		await hub.route();
		expect(await hub.order('1')).toMatchObject({ holdReason: 'inventory_not_present' });
		await hub.handOver();
		expect(await hub.order('1')).toMatchObject({
			...{ status: 'new_order', holdReason: null, hub: 'istanbul' },
			decision: { hub: 'istanbul', parcels: [{ hub: 'istanbul', contents: [['A', 12]] }] },
			parcels: [{ hub: 'istanbul', status: 'new_order', lines: [{ line: '1', quantity: 12 }] }],
		});
		expect(await hub.stock('A')).toEqual({ istanbul: [-2, 0], ankara: [10, 0] });
		expect(await hub.send()).toEqual(['N1 ACCEPTED']);
	});

	test('its shipping and delivery by hand are counted, and take nothing', async () => {
		await handedOver();
		await hub.move('1', 'shipped', 'delivered');
		expect(await hub.order('1')).toMatchObject({
			...{ status: 'delivered', lines: [{ shipped: 2 }] },
			parcels: [{ status: 'delivered', shippedAt: expect.any(String) }],
		});
		expect(await hub.stock('A')).toMatchObject({ istanbul: [8, 0] });
		expect(await hub.moved()).toEqual({ handed_over: -2 });
	});

	test('shipped on the channel as well', async () => {
		await handedOver();
		const shipped = { statuses: ['package:FULFILLED'], hubStatus: 'shipped' as const };
		await hub.take(revised(placed('1'), 5, shipped));
		expect(await hub.order('1')).toMatchObject({
			...{ status: 'shipped', lines: [{ shipped: 2 }] },
			parcels: [{ status: 'shipped', lines: [{ line: '1', quantity: 2 }] }],
		});
		expect((await hub.order('1')).parcels).toHaveLength(1);
		expect(await hub.moved()).toEqual({ handed_over: -2 });
	});

	test('a cancel gives nothing back: the next figures of the OMS do', async () => {
		await handedOver();
		await hub.move('1', 'cancelled');
		expect(await hub.stock('A')).toMatchObject({ istanbul: [8, 0] });
		expect(await hub.order('1')).toMatchObject({ status: 'cancelled', parcels: [] });
	});

	test('cancelled in the hub and shipped on the channel all the same takes nothing either', async () => {
		await handedOver();
		await hub.move('1', 'cancelled');
		const shipped = { statuses: ['package:FULFILLED'], hubStatus: 'shipped' as const };
		await hub.take(revised(placed('1'), 5, shipped));
		expect(await hub.order('1')).toMatchObject({
			...{ status: 'shipped', lines: [{ shipped: 2 }], parcels: [{ status: 'shipped' }] },
		});
		expect(await hub.moved()).toEqual({ handed_over: -2 });
	});

	test('one that was cancelled while the OMS made it is out of the stock until the figures say otherwise', async () => {
		await hub.take(placed('1'));
		await hub.route();
		const [claim] = await hub.claimOms();
		await hub.take(cancelled(placed('1'), 5));
		expect(await hub.stock('A')).toMatchObject({ istanbul: [10, 0] });
		await hub.confirm(claim as ClaimedUpdate);
		expect(await hub.order('1')).toMatchObject({ status: 'cancelled', parcels: [] });
		expect(await hub.stock('A')).toMatchObject({ istanbul: [8, 0] });
	});

	test('one that was shipped by hand while the OMS made it is taken once', async () => {
		await hub.take(placed('1'));
		await hub.route();
		const [claim] = await hub.claimOms();
		await hub.move('1', 'shipped');
		await hub.confirm(claim as ClaimedUpdate);
		expect(await hub.order('1')).toMatchObject({ status: 'shipped', lines: [{ shipped: 2 }] });
		expect(await hub.moved()).toEqual({ shipped: -2 });
	});

	test('what has left before the OMS heard of it is not made there', async () => {
		await hub.accept('1', '2');
		const [one] = await hub.claimOms(1);
		await hub.ledger.failUpdate(one as ClaimedUpdate, failure('unavailable'));
		await hub.move('1', 'shipped');
		await hub.move('2', 'shipped');
		await hub.becomeDue();
		expect(await hub.claimOms()).toEqual([]);
		expect(await hub.toOms()).toEqual(['N1 create exception', 'N2 create superseded']);
		const [exception] = await hub.omsExceptions();
		expect(exception).toMatchObject({ kind: 'update_not_sent' });
		expect(exception?.cause).toMatch(/nothing of it is left to ship/);
	});

	test('while it is made it keeps what it has reserved, whatever is counted', async () => {
		await hub.take(placed('1', { lines: [line('1', 'A', 10)] }));
		await hub.take(placed('2', { lines: [line('1', 'A', 10)] }));
		await hub.route();
		const [claim] = await hub.claimOms(1);
		await hub.figures({ 'gid-ist': 0, 'gid-ank': 0 });
		expect(await hub.order('1')).toMatchObject({ status: 'new_order' });
		expect(await hub.order('2')).toMatchObject({ status: 'on_hold' });
		expect(await hub.exceptions()).toEqual([]);
		await hub.confirm(claim as ClaimedUpdate);
		expect(await hub.stock('A')).toEqual({ istanbul: [-10, 0], ankara: [0, 0] });
	});

	test('a create that ends without the id of the order is not completed', async () => {
		await hub.accept('1');
		const [claim] = await hub.claimOms();
		await expect(hub.ledger.completeUpdate(claim as ClaimedUpdate, 'made')).rejects.toThrow(
			/it is not said what the OMS calls the order/,
		);
		expect(await hub.toOms()).toEqual(['N1 create claimed']);
	});

	test('an OMS that takes no orders leaves it to the hub', async () => {
		await hub.accept('1');
		const [claim] = await hub.claimOms();
		await hub.ledger.completeUpdate(claim as ClaimedUpdate, 'no call', { isUntaken: true });
		await hub.move('1', 'on_hold');
		expect(await row()).toBeUndefined();
		expect(await hub.order('1')).toMatchObject({ status: 'on_hold' });
		expect(await hub.stock('A')).toMatchObject({ istanbul: [10, 0] });
	});

	test('many workers of many processes hand each order over once', async () => {
		const ids = Array.from({ length: 8 }, (_, at) => `${at}`);
		await hub.accept(...ids);
		const processes = [hub.ledger, await hub.again(), await hub.again()];
		const work = async (ledger: typeof hub.ledger) => {
			for (let turn = 0; turn < 8; turn++) {
				for (const one of await ledger.claimUpdates('shopify', 2)) {
					const { order } = one.update;
					await ledger.completeUpdate(one, 'made', { omsOrder: omsReference(order) });
				}
			}
		};
		await Promise.all(processes.map(work));
		await hub.handOver();
		expect(await hub.moved()).toEqual({ handed_over: -8 });
		expect(await hub.reserved()).toEqual({});
	});
});
