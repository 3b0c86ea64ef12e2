import { draft, engines, settings } from '../support/ledgers';
import { loadingStore } from '../support/loading';
import { cancelled, line, placed } from '../support/placed';
import { everyStep, failure } from '../support/telling';

describe.each(engines)('a closed manifest on $engine', ({ open }) => {
	const hub = loadingStore(open);

	const shippedOnes = async () => (await hub.claim()).map(({ update }) => update);

	test('ships its orders, and each dispatch names it', async () => {
		await hub.packed('1', '2', '3');
		await hub.create();
		await hub.add('1', '2');
		expect(hub.standing(await hub.close())).toEqual(['1 waiting', '2 waiting']);
		expect(await hub.ledger.getManifest('M1')).toMatchObject({
			...{ state: 'closed', closedBy: 'ayse', closedAt: expect.any(String) },
			orders: [{ status: 'shipped', update: expect.any(Number) }, { status: 'shipped' }],
		});
		expect(
			(await shippedOnes()).map(({ number, manifest, channelStatus }) => [
				number,
				manifest,
				channelStatus,
			]),
		).toEqual([
			['N1', 'M1', 'SHIPPED'],
			['N2', 'M1', 'SHIPPED'],
		]);
		expect((await hub.order('3')).status).toBe('packed');
	});

	test('does to orders, stock and outbox what Order > Change Status does', async () => {
		await hub.packed('1', '2');
		const seen = async (id: string) => {
			const { status, lines, parcels } = await hub.order(id);
			return {
				status,
				lines,
				parcels: parcels.map((one) => ({ ...one, parcel: 0, shippedAt: !!one.shippedAt })),
			};
		};
		await hub.move('1', 'shipped');
		await hub.create();
		await hub.add('2');
		await hub.close();
		expect(await seen('2')).toEqual(await seen('1'));
		expect(await hub.outbox()).toEqual(
			expect.arrayContaining(['N1 SHIPPED pending', 'N2 SHIPPED pending']),
		);
		expect(await hub.reserved()).toEqual({});
		expect(await hub.sql("SELECT on_hand FROM stock WHERE sku = 'A' AND hub = 'istanbul'")).toEqual(
			[{ on_hand: 8 }],
		);
		expect(await hub.sql("SELECT kind, change FROM movements WHERE kind = 'shipped'")).toEqual([
			{ kind: 'shipped', change: -1 },
			{ kind: 'shipped', change: -1 },
		]);
		const told = await hub.ledger.getEvents({ stores: [], types: ['order_shipped'], limit: 9 });
		expect(told.map(({ order }) => order?.id)).toEqual(['1', '2']);
	});

	test('says of each order what became of it, as the outbox has it', async () => {
		await hub.packed('1', '2', '3', '4', '5');
		await hub.create();
		await hub.add('1', '2', '3', '4', '5');
		await hub.close();
		const [one, two, three, four, five] = await hub.claim();
		if (!one || !two || !three || !four || !five) throw new Error('expected five');
		await hub.ledger.completeUpdate(one, 'dispatched');
		await hub.ledger.failUpdate(two, failure('rejected'));
		await hub.sql(`UPDATE outbox SET attempts = 10 WHERE id = ${three.id}`);
		await hub.ledger.failUpdate(three, failure('unavailable'));
		await hub.ledger.postponeUpdate(four, 'no label yet', { until: '2099-01-01T00:00:00.000Z' });
		await hub.ledger.completeUpdate(five, 'it has no call for it', { isUntaken: true });
		const manifest = await hub.ledger.getManifest('M1');
		expect(manifest.orders.map(({ result, why, dueAt }) => [result, why, dueAt])).toEqual([
			['dispatched', 'dispatched', null],
			['refused', 'it said rejected', null],
			['givenUp', 'it said unavailable', null],
			['waiting', 'no label yet', '2099-01-01T00:00:00.000Z'],
			['notTold', 'it has no call for it', null],
		]);
		expect(manifest.counts).toMatchObject({
			dispatched: 1,
			refused: 1,
			givenUp: 1,
			waiting: 1,
			notTold: 1,
		});
	});

	test('says that a store tells its channel nothing of it', async () => {
		await hub.packed('1');
		await hub.ledger.saveStore(draft({ settings: settings({ workspaceStatusMap: [] }) }));
		await hub.create();
		await hub.add('1');
		expect((await hub.close()).orders).toMatchObject([
			{ result: 'notTold', why: expect.stringMatching(/Workspace Order Mapping/), update: null },
		]);
	});

	test('retries what failed and nothing that succeeded', async () => {
		await hub.packed('1', '2', '3');
		await hub.create();
		await hub.add('1', '2', '3');
		await expect(hub.ledger.retryManifest('M1')).rejects.toThrow(/is open, so nothing/);
		await hub.close();
		const [one, two, three] = await hub.claim();
		if (!one || !two || !three) throw new Error('expected three');
		await hub.ledger.completeUpdate(one, 'dispatched');
		await hub.ledger.failUpdate(two, failure('rejected'));
		await hub.ledger.failUpdate(three, failure('rejected'));
		const [, other] = await hub.ledger.getExceptions('ikas-tr', 9);
		await hub.ledger.dismissException(other?.id ?? 0, 'entered by hand');
		expect(await hub.ledger.retryManifest('M1')).toMatchObject([
			{
				manifest: 'M1',
				order: '2',
				number: 'N2',
				update: two.id,
				outcome: 'queued',
				reason: null,
			},
		]);
		expect(await hub.exceptions()).toEqual([]);
		expect(await hub.send()).toEqual(['N2 SHIPPED']);
		expect(await hub.now()).toEqual(['1 dispatched', '2 dispatched', '3 notTold']);
		expect((await hub.ledger.getManifest('M1')).orders[2]?.why).toMatch(
			/dismissed it: entered by hand/,
		);
		expect(await hub.ledger.retryManifest('M1')).toEqual([]);
	});

	test('says which failed order cannot be told again, and tells the others', async () => {
		await hub.packed('1', '2');
		await hub.create();
		await hub.add('1', '2');
		await hub.close();
		for (const one of await hub.claim()) await hub.ledger.failUpdate(one, failure('rejected'));
		await hub.move('1', 'delivered');
		await hub.send();
		expect(await hub.ledger.retryManifest('M1')).toMatchObject([
			{
				order: '1',
				outcome: 'refused',
				reason: expect.stringMatching(/was told status DELIVERED since/),
			},
			{ order: '2', outcome: 'queued' },
		]);
		expect(await hub.exceptions()).toEqual(['update_refused']);
	});

	test('answers the same when it is closed again, and takes and gives nothing more', async () => {
		await hub.packed('1', '2');
		await hub.create();
		await hub.add('1');
		const closed = await hub.close();
		expect(await hub.ledger.closeManifest('M1', 'somebody else')).toEqual(closed);
		await expect(hub.add('2')).rejects.toThrow(/is closed, so nothing can be added/);
		await expect(hub.ledger.removeFromManifest('M1', ['1'])).rejects.toThrow(
			/is closed, so nothing/,
		);
		expect(await hub.outbox()).toEqual(expect.arrayContaining(['N1 SHIPPED pending']));
		expect((await hub.outbox()).filter((one) => one.includes('SHIPPED'))).toHaveLength(1);
	});

	test('leaves out what was cancelled since, in the hub or on the channel, and says so', async () => {
		await hub.packed('1', '2', '3');
		await hub.create();
		await hub.add('1', '2', '3');
		await hub.move('1', 'cancelled');
		await hub.take(cancelled(placed('2', { lines: [line('1', 'A')] }), 5));
		expect((await hub.ledger.getManifest('M1')).orders.map(({ why }) => why)).toEqual([
			expect.stringMatching(/was cancelled since/),
			expect.stringMatching(/was cancelled since/),
			null,
		]);
		const { orders } = await hub.close();
		expect(orders.map(({ order, result, why }) => [order, result, why])).toEqual([
			['1', 'leftOut', expect.stringMatching(/cancelled before the manifest was closed\. Keep/)],
			['2', 'leftOut', expect.stringMatching(/cancelled before the manifest was closed/)],
			['3', 'waiting', null],
		]);
		expect((await hub.order('1')).status).toBe('cancelled');
		expect((await hub.outbox()).filter((one) => one.includes('SHIPPED'))).toEqual([
			'N3 SHIPPED pending',
		]);
	});

	test('leaves out what the channel cancelled after its invoice, until a person has decided', async () => {
		const bound = placed('1', { lines: [line('1', 'A')], invoiceBinds: true });
		await hub.take(bound);
		await hub.route();
		await hub.move('1', 'packed');
		const [parcel] = (await hub.order('1')).parcels;
		await hub.ledger.completeUpdate(await hub.claimOne(), 'accepted');
		const invoice = { code: 'INV-1', at: bound.placedAt, taxes: [] };
		const told = { parcel: parcel?.parcel ?? 0, tracking: null, label: null, invoice };
		await hub.ledger.completeUpdate(await hub.claimOne(), 'told', { parcels: [told] });
		await hub.create();
		await hub.add('1');
		await hub.take(cancelled(bound, 5));
		expect((await hub.order('1')).status).toBe('packed');
		expect((await hub.manifest()).orders).toMatchObject([
			{ why: expect.stringMatching(/cancelled since/) },
		]);
		await hub.create({ code: 'M2' });
		await hub.ledger.removeFromManifest('M1', ['1']);
		expect(await hub.add('1')).toEqual([
			expect.stringMatching(/^1 refused: Its channel cancelled it after it was invoiced/),
		]);
		const { id = 0 } = await hub.theException();
		await hub.ledger.dismissException(id, 'the customer wants it');
		expect(await hub.add('1')).toEqual(['1 added']);
		await hub.sql("UPDATE exceptions SET state = 'open'");
		expect((await hub.close()).orders).toMatchObject([
			{ result: 'leftOut', why: expect.stringMatching(/nobody had decided/) },
		]);
		expect((await hub.order('1')).status).toBe('packed');
		await hub.sql("UPDATE exceptions SET state = 'dismissed'");
		expect(await hub.ledger.addToManifest('M2', ['1'])).toMatchObject([{ outcome: 'added' }]);
	});

	test('without orders, or by nobody, stays open', async () => {
		await hub.packed('1');
		await hub.create();
		await expect(hub.close()).rejects.toThrow(/has no orders/);
		await hub.add('1');
		await expect(hub.ledger.closeManifest('M1', ' ')).rejects.toThrow(/by whom/);
		await expect(hub.ledger.closeManifest('M9', 'ayse')).rejects.toThrow(/no manifest "M9"/);
		expect((await hub.order('1')).status).toBe('packed');
	});

	test('is closed whole or not at all', async () => {
		await hub.packed('1', '2');
		await hub.create();
		await hub.add('1', '2');
		const before = await hub.outbox();
		await hub.sql(
			"UPDATE store_settings SET settings = REPLACE(settings, '\"hubMap\":[', '\"hubMap\":[null,') WHERE store = 'ikas-tr'",
		);
		await expect(hub.close()).rejects.toThrow();
		expect(await hub.outbox()).toEqual(before);
		expect((await hub.order('1')).status).toBe('packed');
		expect(await hub.reserved()).toEqual({ 'istanbul A': 2 });
	});

	test('G6: two that close it at once ship everything once', async () => {
		await hub.packed('1', '2', '3');
		await hub.create();
		await hub.add('1', '2', '3');
		const second = await hub.again();
		const both = await Promise.all([hub.close(), second.closeManifest('M1', 'berk')]);
		expect(new Set(both.map(({ closedBy }) => closedBy)).size).toBe(1);
		expect((await hub.outbox()).filter((one) => one.includes('SHIPPED'))).toHaveLength(3);
		expect(
			await hub.sql("SELECT on_hand, reserved FROM stock WHERE sku = 'A' AND hub = 'istanbul'"),
		).toEqual([{ on_hand: 7, reserved: 0 }]);
	});

	test('of a split order holds the parcel of its hub, and the other waits for its own', async () => {
		await hub.ledger.saveRuleSet({
			code: 'splitting',
			rules: [
				{ name: 'split', strategy: 'priority', split: { smallestValue: 0, mostParcels: null } },
			],
		});
		const split = { splitOrders: true, ruleSet: 'splitting', workspaceStatusMap: everyStep };
		await hub.ledger.saveStore(draft({ settings: settings(split) }));
		await hub.take(placed('1', { lines: [line('1', 'A', 14)] }));
		await hub.route();
		await hub.move('1', 'packed');
		await hub.send();
		await hub.create();
		expect(await hub.add('1')).toEqual(['1 added']);
		await hub.close();
		expect((await hub.order('1')).parcels.map(({ hub: of, status }) => [of, status])).toEqual([
			['istanbul', 'shipped'],
			['ankara', 'packed'],
		]);
		expect(
			(await hub.claim()).map(({ update }) => [update.manifest, update.parcels.length]),
		).toEqual([['M1', 1]]);
	});
});
