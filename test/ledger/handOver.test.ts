import { engines, settings, draft } from '../support/ledgers';
import { omsReference, omsStore } from '../support/omsStores';
import { cancelled, line, placed, revised } from '../support/placed';
import { everyStep, failure } from '../support/telling';

describe.each(engines)('orders that an OMS ships, on $engine', ({ open }) => {
	const hub = omsStore(open);
	const hold = (id: string) => hub.ledger.changeStatus('ikas-tr', id, 'on_hold');
	const begun = async () => (await hub.sql('SELECT order_id FROM oms_orders')).length;

	test('a routed order is to be created in the OMS, and nothing else is told there', async () => {
		await hub.accept('1');
		await hub.move('1', 'packed');
		expect(await hub.toOms()).toEqual(['N1 create pending']);
		expect(await hub.outbox()).toEqual(['N1 ACCEPTED pending', 'N1 READY pending']);
	});

	test('carries the order as it is when it is claimed, by the listings of the OMS', async () => {
		const order = placed('1', { lines: [line('1', 'A'), line('2', 'A'), line('3', 'B', 2)] });
		await hub.take(order);
		await hub.route();
		await hub.take(revised(order, 5, { payment: 'INVOICE' }));
		const [claim] = await hub.claimOms();
		expect(claim).toMatchObject({ store: 'shopify', channel: 'shopify', attempts: 1 });
		expect(claim?.update).toMatchObject({ effect: 'create', order: '1', number: 'N1' });
		expect(claim?.update.handOver).toMatchObject({
			...{ key: 'ikas merchant-1 1', id: null, store: 'ikas-tr', channel: 'ikas' },
			order: { id: '1', payment: 'INVOICE', shipTo: { city: 'İstanbul' } },
			lines: [
				{ line: '1', sku: 'A', listing: 'gid-A', quantity: 1 },
				{ line: '2', sku: 'A', listing: 'gid-A', quantity: 1 },
				{ line: '3', sku: 'B', listing: 'gid-B', quantity: 2 },
			],
			as: { customer: '', taxesIncluded: true },
		});
	});

	test('what waits for goods or a hub is sold all the same; what a person holds is not handed over', async () => {
		await hub.take(
			placed('none', { lines: [line('1', 'A', 99)] }),
			placed('sku', { lines: [line('1', 'Z')] }),
			placed('held', { hubStatus: 'on_hold', statuses: ['status:HELD'] }),
		);
		await hub.route();
		expect(await hub.toOms()).toEqual(['Nnone create pending']);
	});

	test('is created once: routed twice, held, released, given to another hub', async () => {
		await hub.accept('1');
		await hold('1');
		expect(await hub.claimOms()).toEqual([]);
		await hub.ledger.releaseOrder('ikas-tr', '1');
		await hub.ledger.assignHub('ikas-tr', '1', 'ankara');
		await hold('1');
		await hub.ledger.releaseOrder('ikas-tr', '1');
		expect(await hub.toOms()).toEqual(['N1 create superseded', 'N1 create pending']);
		await hub.handOver();
		await hub.sql("UPDATE orders SET status = 'created'");
		await hub.route();
		expect(await hub.claimOms()).toEqual([]);
	});

	test('an edit before the hand-over is handed over', async () => {
		await hub.take(placed('1'));
		await hub.route();
		await hub.take(revised(placed('1'), 5, { lines: [line('1', 'B', 3)] }));
		const [claim] = await hub.claimOms();
		expect(claim?.update.handOver?.lines).toMatchObject([{ listing: 'gid-B', quantity: 3 }]);
		expect(await hub.toOms()).toEqual(['N1 create claimed']);
	});

	test('an edit that makes the SKU unusable takes the create back until that is solved', async () => {
		await hub.take(placed('1'));
		await hub.route();
		await hub.take(revised(placed('1'), 5, { lines: [line('1', 'Z')] }));
		expect(await hub.claimOms()).toEqual([]);
		await hub.ledger.importListings('ikas-tr', [{ id: 'listing-Z', sku: 'Z', title: 'Z' }]);
		await hub.ledger.importListings('shopify', [{ id: 'gid-Z', sku: 'Z', title: 'Z' }]);
		await hub.route();
		expect(await hub.toOms()).toEqual(['N1 create superseded', 'N1 create pending']);
	});

	test('a SKU without a listing of the OMS goes to a person and blocks no other order', async () => {
		await hub.sql("DELETE FROM listings WHERE store = 'shopify' AND sku = 'A'");
		await hub.accept('1');
		await hub.take(placed('2', { lines: [line('1', 'B')] }));
		await hub.route();
		expect((await hub.claimOms(1)).map(({ update }) => update.order)).toEqual(['2']);
		const [exception] = await hub.omsExceptions();
		expect(exception).toMatchObject({
			kind: 'update_refused',
			cause:
				'Order N1 was not handed over to shopify: store shopify has no listing with exactly the SKU "A".',
			advice: expect.stringMatching(/the next catalog sync of store shopify hands the order over/),
		});
		expect(await begun()).toBe(1);
		await hub.sql(
			"INSERT INTO listings (store, listing, sku, title, channel_sku) VALUES ('shopify', 'gid-A2', 'A', 'A', 'A')",
		);
		await hub.ledger.retryException(exception?.id ?? 0);
		expect((await hub.claimOms())[0]?.update.handOver?.lines).toMatchObject([
			{ listing: 'gid-A2' },
		]);
	});

	test.each([
		['the catalog has it', 'importListings', { id: 'gid-A2', sku: 'A', title: 'A' }],
		['a person links one', 'linkListings', { listing: 'gid-X', sku: 'A' }],
	] as const)('an order waits for a listing of the OMS until %s', async (_, how, listing) => {
		await hub.sql("DELETE FROM listings WHERE store = 'shopify' AND sku = 'A'");
		await hub.accept('1');
		expect(await hub.claimOms()).toEqual([]);
		await hub.ledger.importListings('shopify', [{ id: 'gid-C', sku: 'C', title: 'C' }]);
		expect(await hub.toOms()).toEqual(['N1 create exception']);
		await hub.ledger[how]('shopify', [listing as never]);
		expect(await hub.omsExceptions()).toEqual([]);
		const [claim] = await hub.claimOms();
		expect(claim?.update.handOver?.lines).toMatchObject([{ sku: 'A' }]);
	});

	test('what the OMS itself refused waits for a person, whatever its catalog says', async () => {
		await hub.accept('1');
		for (const one of await hub.claimOms()) await hub.ledger.failUpdate(one, failure('rejected'));
		await hub.ledger.importListings('shopify', [{ id: 'gid-C', sku: 'C', title: 'C' }]);
		expect(await hub.toOms()).toEqual(['N1 create exception']);
	});

	test.each([
		['several', { id: 'gid-A2', sku: 'A', title: 'A' }, /has no listing with exactly the SKU/],
		['another SKU', { id: 'gid-A', sku: 'A ', title: 'A' }, /has no listing with exactly the SKU/],
	])('listings of the OMS with %s are no match', async (_, listing, message) => {
		await hub.ledger.importListings('shopify', [listing]);
		await hub.accept('1');
		expect(await hub.claimOms()).toEqual([]);
		expect((await hub.omsExceptions()).at(-1)?.cause).toMatch(message);
	});

	test('an edit after the hand-over began is for a person, and the hub keeps its copy', async () => {
		await hub.take(placed('1'));
		await hub.route();
		await hub.claimOms();
		const [edited] = await hub.take(revised(placed('1'), 5, { lines: [line('1', 'A', 1)] }));
		expect(edited).toMatchObject({
			outcome: 'exception',
			reason: 'Order N1 was edited on the channel after its hand-over to the OMS had begun.',
		});
		expect(await hub.theException()).toMatchObject({
			kind: 'order_edited',
			payload: [{ field: 'line 1', hub: { ordered: 2 }, channel: { ordered: 1 } }],
		});
		expect(await hub.order('1')).toMatchObject({ status: 'new_order', lines: [{ ordered: 2 }] });
	});

	test('from then on it is held nowhere but in the OMS, and keeps its hub', async () => {
		await hub.accept('1');
		await hub.claimOms();
		const refusal = /the OMS shopify has it or is just being given it/;
		await expect(hold('1')).rejects.toThrow(refusal);
		await expect(hub.ledger.assignHub('ikas-tr', '1', 'ankara')).rejects.toThrow(/N1/);
		const onHold = { statuses: ['status:HELD'], hubStatus: 'on_hold' as const };
		const lines = [line('1', 'A')];
		await hub.take(revised(placed('1', { lines }), 5, onHold));
		expect(await hub.order('1')).toMatchObject({ status: 'new_order', hub: 'istanbul' });
	});

	test('what the OMS refused may be edited again, and goes out as it is then', async () => {
		await hub.take(placed('1'));
		await hub.route();
		for (const one of await hub.claimOms()) await hub.ledger.failUpdate(one, failure('rejected'));
		expect(await begun()).toBe(0);
		const [exception] = await hub.omsExceptions();
		expect(exception?.cause).toBe('Order N1 was not handed over to shopify: it said rejected');
		await hub.take(revised(placed('1'), 5, { lines: [line('1', 'A', 1)] }));
		expect(await hub.toOms()).toEqual(['N1 create exception']);
		await hub.ledger.retryException(exception?.id ?? 0);
		const [claim] = await hub.claimOms();
		expect(claim?.update.handOver?.lines).toMatchObject([{ quantity: 1 }]);
	});

	test('each store is told in sequence, and none waits for the other', async () => {
		await hub.accept('1');
		const create = (await hub.claimOms())[0];
		const accepted = await hub.claimOne();
		await hub.ledger.holdUpdate(accepted);
		await hub.ledger.holdUpdate(create ?? accepted);
		await hub.move('1', 'cancelled');
		expect(await hub.claimOms()).toEqual([]);
		expect(await hub.claim()).toEqual([]);
		await hub.ledger.completeUpdate(accepted, 'told');
		expect((await hub.claimOne()).update.effect).toBe('cancel');
		expect(await hub.claimOms()).toEqual([]);
	});

	test("the OMS's memo is not the channel's", async () => {
		await hub.take(placed('1', { memo: 'of the channel' }));
		await hub.route();
		const [claim] = await hub.claimOms();
		expect(claim?.update.memo).toBeUndefined();
		const told = { omsOrder: omsReference('1'), memo: 'of the OMS' };
		await hub.ledger.completeUpdate(claim ?? { id: 0, fence: 0 }, 'created', told);
		expect((await hub.claimOne()).update.memo).toBe('of the channel');
	});

	test('a store of the same hubs that the ledger is master of hands nothing over', async () => {
		await hub.sql("UPDATE hubs SET stock_master = 'ledger'");
		await hub.accept('1');
		expect(await hub.toOms()).toEqual([]);
	});
});

describe.each(engines)('a cancel of an order that an OMS ships, on $engine', ({ open }) => {
	const hub = omsStore(open);
	const order = placed('1', { lines: [line('1', 'A')] });

	test('takes the place of a create that the OMS has not heard of', async () => {
		await hub.accept('1');
		await hub.move('1', 'cancelled');
		expect(await hub.toOms()).toEqual(['N1 create superseded']);
		expect(await hub.claimOms()).toEqual([]);
	});

	test('goes to the OMS with its id and why, once it has the order', async () => {
		await hub.accept('1');
		await hub.handOver();
		const why = { reason: 'out_of_stock' } as const;
		await hub.ledger.changeStatus('ikas-tr', '1', 'cancelled', why);
		const [claim] = await hub.claimOms();
		expect(claim?.update).toMatchObject({
			...{ effect: 'cancel', reason: 'out_of_stock' },
			handOver: { key: 'ikas merchant-1 1', id: 'gid-1' },
		});
		expect(await hub.outbox()).toEqual(['N1 ACCEPTED superseded', 'N1 CANCELLED pending']);
	});

	test('goes to the OMS when it comes from the channel, and not back there', async () => {
		await hub.accept('1');
		await hub.handOver();
		await hub.send();
		await hub.take(cancelled(order, 5));
		expect(await hub.toOms()).toEqual(['N1 create done', 'N1 cancel pending']);
		expect(await hub.outbox()).toEqual(['N1 ACCEPTED done']);
		await hub.take(cancelled({ ...order, payment: 'x' }, 6));
		expect(await hub.toOms()).toHaveLength(2);
	});

	test('waits for the create that is being sent', async () => {
		await hub.accept('1');
		const [create] = await hub.claimOms();
		await hub.take(cancelled(order, 5));
		expect(await hub.claimOms()).toEqual([]);
		await hub.confirm(create as never);
		const [claim] = await hub.claimOms();
		expect(claim?.update).toMatchObject({ effect: 'cancel', handOver: { id: 'gid-1' } });
	});

	test('goes to the OMS also where nobody knows whether it has the order', async () => {
		await hub.accept('1', '2');
		const [one, two] = await hub.claimOms();
		await hub.ledger.failUpdate(one as never, failure('unavailable'));
		await hub.move('1', 'cancelled');
		await hub.move('2', 'cancelled');
		await hub.lapse();
		expect(two).toBeDefined();
		expect((await hub.claimOms()).map(({ update }) => update.effect)).toEqual(['cancel', 'cancel']);
		await expect(hub.confirm(two as never)).rejects.toThrow();
		expect(await hub.toOms()).toEqual([
			'N1 create superseded',
			'N2 create superseded',
			'N1 cancel claimed',
			'N2 cancel claimed',
		]);
	});

	test('does not go to an OMS that has refused the order', async () => {
		await hub.accept('1');
		for (const one of await hub.claimOms()) await hub.ledger.failUpdate(one, failure('rejected'));
		await hub.move('1', 'cancelled');
		expect(await hub.toOms()).toEqual(['N1 create exception']);
	});
});

describe.each(engines)('what a channel is told in its own words, on $engine', ({ open }) => {
	const hub = omsStore(open, {
		workspaceStatusMap: everyStep,
		carrierMap: [
			{ carrier: 'Australia Post', channelCarrier: 'AusPost' },
			{ carrier: '', channelCarrier: 'Other' },
		],
		cancelReasonMap: [
			{ reason: 'out_of_stock', channelReason: 'OOS' },
			{ reason: 'other', channelReason: 'Seller cancelled' },
		],
	});

	test.each([
		['australia post', 'AusPost'],
		['AUSPOST', 'AUSPOST'],
		['Sendle', 'Other'],
		[null, 'Other'],
	])('carrier %p is %s', async (carrier, word) => {
		await hub.accept('1');
		await hub.send();
		const tracking = { number: 'T1', carrier, url: null };
		await hub.ledger.changeStatus('ikas-tr', '1', 'shipped', { tracking });
		const { update } = await hub.claimOne();
		expect(update.parcels).toMatchObject([{ tracking: { number: 'T1', carrier: word } }]);
		expect(await hub.order('1')).toMatchObject({ parcels: [{ tracking: { carrier } }] });
	});

	test.each([
		['out_of_stock', 'OOS'],
		['customer_requested', 'Seller cancelled'],
		[undefined, 'Seller cancelled'],
	] as const)('the reason %p is %s', async (reason, word) => {
		await hub.accept('1');
		await hub.ledger.changeStatus('ikas-tr', '1', 'cancelled', { reason });
		expect((await hub.claimOne()).update).toMatchObject({ effect: 'cancel', channelReason: word });
	});

	test('without rows everything is told as it is', async () => {
		await hub.ledger.saveStore(draft({ settings: settings({ workspaceStatusMap: everyStep }) }));
		await hub.accept('1');
		await hub.move('1', 'cancelled');
		expect((await hub.claimOne()).update).not.toHaveProperty('channelReason');
	});
});
