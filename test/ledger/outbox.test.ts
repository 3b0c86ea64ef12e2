import { engines } from '../support/ledgers';
import { cancelled, line, placed } from '../support/placed';
import { tellingStore, tracked } from '../support/telling';

describe.each(engines)('what the channel is to hear, on $engine', ({ open }) => {
	const hub = tellingStore(open);

	test('G7: each step enters the outbox with the change, and a refused change leaves nothing', async () => {
		await hub.accept('1');
		await hub.move('1', 'packed');
		await expect(hub.move('1', 'delivered', 'packed')).rejects.toThrow('cannot become packed');
		expect(await hub.outbox()).toEqual([
			'N1 ACCEPTED pending',
			'N1 READY pending',
			'N1 DELIVERED pending',
		]);
	});

	test('G7: an order that is routed twice is accepted once', async () => {
		await hub.accept('1');
		await hub.move('1', 'on_hold');
		await hub.ledger.assignHub('ikas-tr', '1', 'ankara');
		expect(await hub.outbox()).toEqual(['N1 ACCEPTED pending']);
	});

	test('G7: two steps that are one to the channel are told once', async () => {
		await hub.accept('1');
		await hub.move('1', 'packed', 'ready_to_ship');
		expect(await hub.send()).toEqual(['N1 ACCEPTED', 'N1 READY']);
	});

	test('G7: a new tracking number is told, also one that was told before', async () => {
		await hub.accept('1');
		await hub.move('1', 'shipped');
		for (const number of ['T1', 'T2', 'T2', 'T1']) {
			await hub.ledger.setTracking('ikas-tr', '1', tracked(number));
		}
		const updates = await hub.ledger.getUpdates({ store: 'ikas-tr', limit: 3 });
		expect(
			updates.map(({ update }) => update.parcels.map(({ tracking }) => tracking?.number)),
		).toEqual([['T1'], ['T2'], ['T1']]);
	});

	test('G7: the updates of one order go out one after the other, in the order of the changes', async () => {
		await hub.accept('1');
		await hub.move('1', 'packed', 'shipped');
		const first = await hub.claimOne();
		expect(first.update.channelStatus).toBe('ACCEPTED');
		expect(await hub.claim()).toEqual([]);
		await hub.ledger.completeUpdate(first, 'told');
		expect(await hub.send()).toEqual(['N1 READY', 'N1 SHIPPED']);
	});

	test('G7: a cancel goes before all that waits to be accepted', async () => {
		await hub.accept('1');
		await hub.send();
		await hub.accept('2', '3');
		await hub.move('1', 'cancelled');
		const [first] = await hub.claim(1);
		expect(first?.update.number).toBe('N1');
	});

	test('G7: accepting and cancelling go before everything else', async () => {
		await hub.accept('1', '2');
		await hub.send();
		await hub.move('1', 'packed');
		await hub.move('2', 'cancelled');
		await hub.accept('3');
		const [first] = await hub.claim(1);
		expect(first?.update.channelStatus).toBe('CANCELLED');
		await hub.lapse();
		expect(await hub.send()).toEqual(['N2 CANCELLED', 'N3 ACCEPTED', 'N1 READY']);
	});

	test('G7: a cancel takes the place of what was not yet sent', async () => {
		await hub.accept('1');
		await hub.move('1', 'packed', 'cancelled');
		expect(await hub.outbox()).toEqual([
			'N1 ACCEPTED superseded',
			'N1 READY superseded',
			'N1 CANCELLED pending',
		]);
	});

	test('a cancel carries why, where a person said it, and nothing else does', async () => {
		await hub.accept('1', '2');
		await hub.send();
		await hub.ledger.changeStatus('ikas-tr', '1', 'cancelled', { reason: 'out_of_stock' });
		await hub.move('2', 'cancelled');
		const updates = await hub.ledger.getUpdates({ store: 'ikas-tr', limit: 2 });
		expect(updates.map(({ update }) => [update.order, update.reason])).toEqual([
			['2', undefined],
			['1', 'out_of_stock'],
		]);
		await hub.accept('3');
		await expect(
			hub.ledger.changeStatus('ikas-tr', '3', 'packed', { reason: 'out_of_stock' }),
		).rejects.toThrow('a reason goes with a cancel, not with packed');
	});

	test('G7: a cancel waits for what is being sent', async () => {
		await hub.accept('1');
		const sending = await hub.claimOne();
		await hub.move('1', 'cancelled');
		expect(await hub.claim()).toEqual([]);
		await hub.ledger.completeUpdate(sending, 'told');
		expect(await hub.send()).toEqual(['N1 CANCELLED']);
	});

	test('G7: what was being sent when somebody died is not sent again after a cancel', async () => {
		await hub.accept('1', '2');
		await hub.claim();
		await hub.move('1', 'cancelled');
		await hub.lapse();
		await hub.move('2', 'cancelled');
		expect((await hub.send()).sort()).toEqual(['N1 CANCELLED', 'N2 CANCELLED']);
		expect((await hub.outbox()).slice(0, 2)).toEqual([
			'N1 ACCEPTED superseded',
			'N2 ACCEPTED superseded',
		]);
	});

	test('G7: what the channel has cancelled itself needs no word any more', async () => {
		await hub.accept('1');
		await hub.take(cancelled(placed('1', { lines: [line('1', 'A')] }), 5));
		expect(await hub.outbox()).toEqual(['N1 ACCEPTED superseded']);
	});

	test('lists updates by state and by order', async () => {
		await hub.accept('1', '2');
		await hub.send();
		await hub.move('2', 'packed');
		const list = async (filter: object) =>
			(await hub.ledger.getUpdates({ store: 'ikas-tr', limit: 50, ...filter })).map(
				({ update, state, detail }) => [update.order, state, detail],
			);
		expect(await list({ order: '2' })).toEqual([
			['2', 'pending', null],
			['2', 'done', 'told'],
		]);
		expect(await list({ state: 'done' })).toEqual([
			['2', 'done', 'told'],
			['1', 'done', 'told'],
		]);
		expect(await list({ state: 'done', order: '1' })).toEqual([['1', 'done', 'told']]);
		expect(await list({ limit: 1 })).toEqual([['2', 'pending', null]]);
	});
});

describe.each(engines)('an order that leaves in several parcels, on $engine', ({ open }) => {
	const hub = tellingStore(open, { splitOrders: true });
	beforeEach(async () => {
		const split = { smallestValue: 0, mostParcels: 2 };
		await hub.ledger.saveRuleSet({
			code: 'priority',
			rules: [{ name: 'priority', strategy: 'priority', split }],
		});
	});

	/** Ten of A are at each hub: twelve come from both. */
	async function split() {
		await hub.take(placed('1', { lines: [line('1', 'A', 12)] }));
		await hub.route();
		return (await hub.order('1')).parcels.map(({ parcel }) => parcel);
	}

	test('G7: each parcel is told of by itself, with its own lines', async () => {
		const [first = 0, second = 0] = await split();
		await hub.send();
		await hub.ledger.changeStatus('ikas-tr', '1', 'shipped', { parcel: first });
		await hub.ledger.changeStatus('ikas-tr', '1', 'shipped', { parcel: second });
		const updates = (await hub.ledger.getUpdates({ store: 'ikas-tr', limit: 2 })).toReversed();
		expect(updates.map(({ update }) => update.parcels.map(({ parcel }) => parcel))).toEqual([
			[first],
			[second],
		]);
		expect(updates.flatMap(({ update }) => update.parcels.map(({ lines }) => lines))).toEqual([
			[{ line: '1', quantity: 10 }],
			[{ line: '1', quantity: 2 }],
		]);
	});

	test('G7: an order that is split anew, in the same way, is accepted once', async () => {
		await split();
		await hub.move('1', 'on_hold');
		await hub.ledger.releaseOrder('ikas-tr', '1');
		expect(await hub.outbox()).toEqual(['N1 ACCEPTED pending']);
	});
});
