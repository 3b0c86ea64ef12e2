import { draft, engines, settings } from '../support/ledgers';
import { line, placed } from '../support/placed';
import { asItIs, returnDraft, returningStore, units, whole } from '../support/returning';

describe.each(engines)('a return on $engine', ({ open }) => {
	const hub = returningStore(open);

	test('goes from the request to the stock, and its order with it', async () => {
		await hub.delivered('1');
		const shipped = await hub.onHand('A');
		expect(await hub.request()).toMatchObject({
			...{ code: 'R1', store: 'ikas-tr', order: '1', number: 'N1', kind: 'customer' },
			...{ state: 'requested', isNew: true, hub: null, returnOrder: null, reason: 'too small' },
			refund: { state: 'none', amount: null, currency: 'TRY' },
			lines: [
				{ line: '1', sku: 'A', requested: 2, approved: null, passed: null, failed: null },
				{ line: '2', sku: 'B', requested: 1 },
			],
		});
		expect(await hub.ledger.approveReturn('R1', whole)).toMatchObject({
			state: 'approved',
			refund: { state: 'due', amount: '59.97', currency: 'TRY' },
			lines: [{ approved: 2 }, { approved: 1 }],
		});
		expect(await hub.standing()).toEqual(['delivered', ['delivered'], [0, 0]]);
		expect(await hub.ledger.orderReturn('R1', asItIs)).toMatchObject({
			...{ state: 'ordered', hub: 'istanbul', returnOrder: expect.stringMatching(/^RO-\d{6}$/) },
		});
		expect(await hub.standing()).toEqual(['return_in_progress', ['return_in_progress'], [0, 0]]);
		expect(await hub.ledger.receiveReturn('R1')).toMatchObject({ state: 'received' });
		expect(await hub.onHand('A')).toBe(shipped);
		const checked = [
			{ line: '1', passed: 1, failed: 1, restock: true },
			{ line: 'B', passed: 1, failed: 0, restock: false },
		];
		expect(await hub.ledger.checkReturn('R1', checked)).toMatchObject({
			state: 'checked',
			lines: [
				{ passed: 1, restocked: 1, failed: 1 },
				{ passed: 1, restocked: 0, failed: 0 },
			],
		});
		expect(await hub.standing()).toEqual(['returned', ['returned'], [2, 1]]);
		expect([await hub.onHand('A'), await hub.onHand('B')]).toEqual([(shipped ?? 0) + 1, 9]);
		expect(await hub.ledger.markRefunded('R1', null)).toMatchObject({
			refund: { state: 'refunded', amount: '59.97' },
			refundedAt: expect.any(String),
		});
		expect(await hub.events()).toEqual(
			['requested', 'approved', 'ordered', 'received', 'checked', 'refunded'].map(
				(step) => `1 return_${step} R1`,
			),
		);
		expect(await hub.send()).toEqual(['N1 RETURNING', 'N1 RETURNED']);
	});

	test('is of a part, and what was not taken may come back later', async () => {
		await hub.delivered('1');
		await hub.request({ lines: [units('1', 1, 'too small'), units('A', 1, 'torn')] });
		expect((await hub.ledger.getReturn('R1')).reasons).toEqual({
			1: [
				{ reason: 'too small', quantity: 1 },
				{ reason: 'torn', quantity: 1 },
			],
		});
		const part = { lines: [{ line: 'A', quantity: 1 }], refundable: '12,50' };
		expect(await hub.ledger.approveReturn('R1', part)).toMatchObject({
			refund: { state: 'due', amount: '12.50' },
			lines: [{ requested: 2, approved: 1 }],
		});
		await hub.ledger.orderReturn('R1', { ...asItIs, hub: 'ankara' });
		await hub.ledger.receiveReturn('R1');
		await hub.ledger.checkReturn('R1', { all: 'passed', restock: true });
		expect(await hub.standing()).toEqual(['partial_return', ['partial_return'], [1, 0]]);
		const there = await hub.ledger.getStock('acme', 'A');
		expect(there.map((one) => [one.hub, one.onHand])).toEqual([
			['ankara', 11],
			['istanbul', 8],
		]);
		await hub.back('received', { code: 'R2' });
		expect((await hub.ledger.getReturn('R2')).lines.map((one) => one.requested)).toEqual([1, 1]);
		await hub.ledger.checkReturn('R2', { all: 'failed', restock: true });
		expect(await hub.standing()).toEqual(['returned', ['returned'], [2, 1]]);
		expect([await hub.onHand('A'), await hub.onHand('B')]).toEqual([8, 9]);
		expect(await hub.ledger.getReturns({ store: 'ikas-tr', limit: 9 })).toMatchObject([
			{ code: 'R2', lines: [{ failed: 1, restocked: 0 }, { failed: 1 }] },
			{ code: 'R1', hub: 'ankara' },
		]);
	});

	test('of what the courier brings back needs no decision', async () => {
		await hub.delivered('2');
		await hub.accept('1');
		await hub.move('1', 'shipped');
		await expect(hub.request({ kind: 'courier' })).rejects.toThrow(/it is shipped, and nothing/);
		await hub.move('1', 'return_to_origin');
		await expect(hub.request()).rejects.toThrow(/is return_to_origin, and nothing of it was deliv/);
		expect(await hub.request({ kind: 'courier', reason: '' })).toMatchObject({
			...{ state: 'ordered', hub: 'istanbul', refund: { state: 'none' } },
			lines: [{ requested: 1, approved: 1 }],
		});
		expect(await hub.standing()).toEqual(['return_to_origin', ['return_to_origin'], [0]]);
		const before = (await hub.onHand('A')) ?? 0;
		await hub.ledger.receiveReturn('R1');
		await hub.ledger.checkReturn('R1', { all: 'passed', restock: true });
		expect(await hub.standing()).toEqual(['returned', ['returned'], [1]]);
		expect(await hub.onHand('A')).toBe(before + 1);
	});

	test('is no stock where the hub keeps none for its store', async () => {
		const change = { integrationType: 'shippingOnly', inventorySync: false } as const;
		await hub.ledger.saveStore(draft({ settings: settings(change) }));
		await hub.delivered('1');
		await hub.back('received');
		const before = await hub.ledger.getStock('acme', 'A');
		expect(await hub.ledger.checkReturn('R1', { all: 'passed', restock: true })).toMatchObject({
			lines: [{ passed: 2, restocked: 0 }, {}],
		});
		expect(await hub.ledger.getStock('acme', 'A')).toEqual(before);
		expect((await hub.order('1')).status).toBe('returned');
	});

	test('is not restocked where an OMS counts the stock of the hub', async () => {
		await hub.delivered('1');
		await hub.back('received');
		await hub.sql("UPDATE hubs SET stock_master = 'shopify' WHERE code = 'istanbul'");
		const before = await hub.ledger.getReturn('R1');
		await expect(hub.ledger.checkReturn('R1', { all: 'passed', restock: true })).rejects.toThrow(
			/is the stock master of this hub/,
		);
		expect(await hub.ledger.getReturn('R1')).toEqual(before);
		expect(await hub.ledger.checkReturn('R1', { all: 'passed', restock: false })).toMatchObject({
			lines: [{ passed: 2, restocked: 0 }, {}],
		});
	});

	test('follows an order that only its channel calls delivered', async () => {
		await hub.take(placed('1', { hubStatus: 'delivered', location: 'loc-ist' }));
		expect(await hub.standing()).toEqual(['delivered', ['shipped'], [0]]);
		await hub.back('received');
		expect(await hub.standing()).toEqual(['return_in_progress', ['return_in_progress'], [0]]);
		await hub.ledger.checkReturn('R1', { all: 'passed', restock: false });
		expect(await hub.standing()).toEqual(['returned', ['returned'], [2]]);
	});

	test('of one parcel leaves the other where it is', async () => {
		const lines = [line('1', 'A', 2), line('2', 'B')];
		await hub.ledger.setStock([
			{ seller: 'acme', sku: 'A', hub: 'ankara', onHand: 0 },
			{ seller: 'acme', sku: 'B', hub: 'istanbul', onHand: 0 },
		]);
		const split = { smallestValue: 0, mostParcels: null };
		const rules = [{ name: 'split', strategy: 'priority' as const, split }];
		await hub.ledger.saveRuleSet({ code: 'splitting', rules });
		const change = { ruleSet: 'splitting', splitOrders: true };
		await hub.ledger.saveStore(draft({ settings: settings(change) }));
		await hub.take(placed('1', { lines }));
		await hub.route();
		await hub.move('1', 'shipped', 'delivered');
		const [, second] = (await hub.order('1')).parcels;
		await hub.back('received', { lines: [units('B', 1)] });
		expect(await hub.ledger.getReturn('R1')).toMatchObject({
			hub: second?.hub,
			lines: [{ parcel: second?.parcel }],
		});
		expect(await hub.standing()).toEqual([
			...['return_in_progress', ['delivered', 'return_in_progress'], [0, 0]],
		]);
		await hub.ledger.checkReturn('R1', { all: 'passed', restock: true });
		expect(await hub.standing()).toEqual([
			...['partial_return', ['delivered', 'returned'], [0, 1]],
		]);
	});

	test('gives what came to an order that waits for it', async () => {
		await hub.delivered('1', '2');
		await hub.ledger.setStock(
			['istanbul', 'ankara'].map((at) => ({ seller: 'acme', sku: 'A', hub: at, onHand: 0 })),
		);
		await hub.accept('9');
		expect((await hub.order('9')).status).toBe('on_hold');
		await hub.back('received');
		await hub.ledger.checkReturn('R1', { all: 'failed', restock: true });
		expect((await hub.order('9')).status).toBe('on_hold');
		await hub.back('received', { code: 'R2', order: '2' });
		await hub.ledger.checkReturn('R2', { all: 'passed', restock: true });
		expect((await hub.order('9')).status).toBe('new_order');
	});

	test('is in the log of its order, with who did what', async () => {
		await hub.delivered('1');
		await hub.ledger.requestReturn(returnDraft(), 'shop');
		await hub.ledger.approveReturn('R1', whole, 'ayse');
		await hub.ledger.orderReturn('R1', asItIs);
		await hub.ledger.receiveReturn('R1', 'dock');
		await hub.ledger.checkReturn('R1', { all: 'passed', restock: true }, 'dock');
		await hub.ledger.markRefunded('R1', null, 'till');
		const log = await hub.ledger.getOrderLog('ikas-tr', '1', 9);
		expect(log.slice(-8).map(({ event, by, detail }) => `${event} ${by} ${detail}`)).toEqual([
			...['return_requested shop R1', 'return_approved ayse R1', 'return_ordered System R1'],
			...['status_changed System return_in_progress', 'return_received dock R1'],
			...['return_checked dock R1', 'status_changed System returned', 'return_refunded till R1'],
		]);
	});
});
