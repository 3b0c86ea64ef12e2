import { engines, always } from '../support/ledgers';
import { omsStore } from '../support/omsStores';
import { line, placed } from '../support/placed';

describe.each(engines)('where an OMS is to ship from, on $engine', ({ open }) => {
	const hub = omsStore(open, { splitOrders: true });
	const linesOf = async () =>
		(await hub.claimOms())[0]?.update.handOver?.lines.map(({ line: id, from }) => [id, from]);

	test('is the location of the OMS that the hub of the order stands for', async () => {
		await hub.accept('1');
		await hub.ledger.assignHub('ikas-tr', '1', 'ankara');
		expect(await linesOf()).toEqual([['1', [{ location: 'gid-ank', quantity: 1 }]]]);
	});

	test('is said for each line, and for the units of one line, where an order is split', async () => {
		const split = { smallestValue: 0, mostParcels: 2 };
		const rules = [{ name: 'priority', strategy: 'priority', split } as const];
		await hub.ledger.saveRuleSet({ code: 'priority', rules });
		await hub.take(placed('1', { lines: [line('1', 'A', 14), line('2', 'B')] }));
		await hub.route();
		expect(await linesOf()).toEqual([
			[
				'1',
				[
					{ location: 'gid-ist', quantity: 10 },
					{ location: 'gid-ank', quantity: 4 },
				],
			],
			['2', [{ location: 'gid-ist', quantity: 1 }]],
		]);
	});

	test('is left open where no hub was found', async () => {
		await hub.take(placed('1', { lines: [line('1', 'A', 99)] }));
		await hub.route();
		expect(await linesOf()).toEqual([['1', []]]);
	});

	test('is never guessed: a hub that stands for no location is for a person, and costs no other order', async () => {
		await hub.ledger.saveHub({
			...{ code: 'izmir', name: 'İzmir', active: true, latitude: null, longitude: null },
			...always,
		});
		await hub.accept('1', '2');
		await hub.sql(
			"UPDATE parcels SET hub = 'izmir' WHERE order_id = (SELECT id FROM orders WHERE number = 'N1')",
		);
		expect((await hub.claimOms()).map(({ update }) => update.order)).toEqual(['2']);
		const [exception] = await hub.omsExceptions();
		expect(exception).toMatchObject({
			kind: 'update_refused',
			cause:
				'Order N1 was not handed over to shopify: hub "izmir", from which it is to leave, stands for no location of store shopify.',
			advice: expect.stringMatching(/Map the hub in Hub Mapping of store shopify/),
		});
		await hub.sql("UPDATE parcels SET hub = 'ankara' WHERE hub = 'izmir'");
		await hub.ledger.retryException(exception?.id ?? 0);
		expect(await linesOf()).toEqual([['1', [{ location: 'gid-ank', quantity: 1 }]]]);
	});
});
