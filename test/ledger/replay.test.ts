import { allTables } from '../support/allTables';
import { draft, engines, ikasStore, settings } from '../support/ledgers';
import { line } from '../support/placed';
import { nearest, placedAgo, replayOf } from '../support/replaying';
import { sendBack } from '../support/returning';

const priority = { name: 'priority', strategy: 'priority' } as const;
const share = (orders: number, parcels: number, units: number) => ({ orders, parcels, units });

describe.each(engines)("last days' orders, decided again on $engine", ({ engine, open }) => {
	const hub = ikasStore(open);
	const replay = (...of: Parameters<typeof replayOf>) => hub.ledger.replayOrders(replayOf(...of));

	test('are compared by parcels, distance and hub, with what really happened', async () => {
		await hub.take(placedAgo('1', 30), placedAgo('2', 20), placedAgo('3', 10, { shipTo: null }));
		await hub.route();
		const km = 346;
		expect(await replay([nearest])).toMatchObject({
			...{ orders: 3, hasMore: false, stock: 'replayed', draftRules: 'draft', changed: 2 },
			stores: [{ store: 'ikas-tr', rules: 'priority@1', orders: 3 }],
			actual: { orders: 3, parcels: 3, split: 0, parcelsPerOrder: 1 },
			inForce: {
				orders: 3,
				parcels: 3,
				distance: { kmPerParcel: expect.closeTo(km, -1), unknown: 1 },
			},
			draft: {
				orders: 3,
				parcels: 3,
				distance: { kmPerParcel: expect.closeTo(6, -1), unknown: 1 },
			},
			hubs: [
				{ hub: 'ankara', actual: share(0, 0, 0), inForce: share(0, 0, 0), draft: share(2, 2, 4) },
				{ hub: 'istanbul', actual: share(3, 3, 6), inForce: share(3, 3, 6), draft: share(1, 1, 2) },
			],
			changes: [
				{
					...{ store: 'ikas-tr', order: '2', number: 'N2' },
					actual: { hubs: ['istanbul'] },
					inForce: { hubs: ['istanbul'], rule: 'priority', holdReason: null },
					draft: { hubs: ['ankara'], rule: 'nearest', holdReason: null },
				},
				{ order: '1' },
			],
		});
	});

	test('have the stock that is free and what they took, wherever that is by now', async () => {
		const ten = (id: string, minutes: number) =>
			placedAgo(id, minutes, { lines: [line('1', 'A', 5)] });
		await hub.take(ten('1', 50), ten('2', 40), ten('3', 30), ten('4', 20), ten('5', 10));
		await hub.route();
		await hub.ledger.changeStatus('ikas-tr', '1', 'shipped');
		const { inForce, draft: ofDraft } = await replay([{ ...priority, hubs: ['istanbul'] }]);
		// Ten at each of two hubs: four orders of five.
		expect(inForce).toMatchObject({ orders: 4, unfillable: { orders: 1, withoutStock: 1 } });
		expect(ofDraft).toMatchObject({
			orders: 2,
			unfillable: { orders: 3, withoutStock: 3, withoutRoute: 0, partlyThere: 3 },
		});
		expect(
			(await replay([{ ...priority, hubs: ['istanbul'] }], { stock: 'unlimited' })).draft,
		).toMatchObject({ orders: 5, unfillable: { orders: 0 } });
	});

	test('do not count twice what came back into stock', async () => {
		const seven = placedAgo('1', 50, {
			...{ location: 'loc-ist', hubStatus: 'delivered', lines: [line('1', 'A', 7)] },
		});
		await hub.take(seven);
		await sendBack(hub.ledger, 'received');
		await hub.ledger.checkReturn('R1', { all: 'passed', restock: true });
		await hub.take(placedAgo('2', 20, { lines: [line('1', 'A', 7)] }));
		const { draft: ofDraft } = await replay([{ ...priority, hubs: ['istanbul'] }]);
		expect(ofDraft).toMatchObject({ orders: 1, unfillable: { orders: 1, partlyThere: 1 } });
	});

	test('are split where the draft says so, and say what is partly there', async () => {
		await hub.ledger.saveStore(draft({ settings: settings({ splitOrders: true }) }));
		await hub.take(placedAgo('1', 20, { lines: [line('1', 'A', 15)] }));
		await hub.route();
		const split = { ...priority, split: { smallestValue: 0, mostParcels: null } };
		expect(await replay([split])).toMatchObject({
			actual: { unfillable: { orders: 1, withoutStock: 1, partlyThere: null } },
			inForce: { orders: 0, unfillable: { orders: 1, partlyThere: 1 } },
			draft: { orders: 1, split: 1, parcels: 2, parcelsPerOrder: 2 },
			changes: [
				{
					inForce: { holdReason: 'inventory_not_present' },
					draft: { hubs: ['istanbul', 'ankara'] },
				},
			],
		});
	});

	test('are open at their hub until they really left', async () => {
		const ids = ['1', '2', '3', '4'];
		await hub.take(...ids.map((id, at) => placedAgo(id, 50 - at * 10)));
		await hub.route();
		await hub.ledger.changeStatus('ikas-tr', '1', 'shipped');
		// Order 1 left after order 2 was placed, and before order 3 was.
		const left = Date.now() - 35 * 60_000;
		await hub.sql(`UPDATE parcels SET shipped_at = ${left} WHERE shipped_at IS NOT NULL`);
		const rule = { name: 'least', strategy: 'leastLoaded' } as const;
		const { changes } = await replay([rule]);
		// 1: none anywhere. 2: Istanbul has one. 3: Istanbul has none any more, Ankara one. 4: each has one.
		expect(changes.map(({ order, draft: { hubs } }) => [order, ...hubs])).toEqual([
			['2', 'ankara'],
		]);
	});

	test('are decided for the hours of the moment at which they were placed', async () => {
		const hours = {
			timeZone: 'UTC',
			days: [1, 2, 3, 4, 5, 6, 7],
			opens: '10:00',
			closes: '11:00',
			cutOff: null,
		};
		const open10 = {
			code: 'istanbul',
			name: 'İstanbul',
			active: true,
			latitude: 41.01,
			longitude: 28.98,
			orderLimit: null,
			workingHours: hours,
		};
		await hub.ledger.saveHub(open10);
		const yesterday = new Date(Date.now() - 24 * 3_600_000).toISOString().slice(0, 10);
		await hub.take(
			placedAgo('1', 1, { placedAt: `${yesterday}T10:30:00.000Z` }),
			placedAgo('2', 1, { placedAt: `${yesterday}T11:30:00.000Z` }),
		);
		const rules = [{ ...priority, workingHours: 'prefer' as const }];
		const { changes } = await replay(rules);
		expect(changes.map(({ order, draft: { hubs } }) => [order, ...hubs])).toEqual([
			['2', 'ankara'],
		]);
	});

	test('leave out, on every side, what no rule is asked for', async () => {
		await hub.take(
			placedAgo('1', 50),
			placedAgo('2', 40, { lines: [line('1', 'unknown')] }),
			placedAgo('3', 30, { location: 'loc-izm' }),
			placedAgo('4', 20),
			placedAgo('5', 60 * 24 * 8),
		);
		await hub.route();
		await hub.ledger.changeStatus('ikas-tr', '4', 'cancelled');
		const { actual, inForce, draft: ofDraft, ...found } = await replay([nearest]);
		expect(found).toMatchObject({ orders: 1, leftOut: { cancelled: 1, skuNotValid: 1 } });
		expect([actual, inForce, ofDraft].map(({ orders }) => orders)).toEqual([1, 1, 1]);
		expect((await replay([nearest], { days: 9 })).orders).toBe(2);
	});

	test('of all stores share the stock of their seller', async () => {
		await hub.ledger.saveStore(
			draft({ code: 'ikas-de', account: 'm2', settings: settings({ ruleSet: 'nearest' }) }),
		);
		const seven = (id: string, minutes: number) =>
			placedAgo(id, minutes, { lines: [line('1', 'A', 7)] });
		await hub.take(seven('1', 30));
		await hub.ledger.importOrders('ikas-de', [seven('2', 20), seven('3', 10)]);
		expect(await replay([priority], { store: undefined })).toMatchObject({
			stores: [
				{ store: 'ikas-tr', rules: 'priority@1', orders: 1 },
				{ store: 'ikas-de', rules: 'nearest@1', orders: 2 },
			],
			inForce: { orders: 2, unfillable: { orders: 1 } },
			draft: { orders: 2, unfillable: { orders: 1 } },
		});
		expect((await replay([priority], { store: 'ikas-de' })).orders).toBe(2);
	});

	test('take a saved version of a rule set, and only the newest orders of many', async () => {
		await hub.ledger.saveRuleSet({ code: 'own', rules: [{ ...priority, hubs: ['ankara'] }] });
		await hub.ledger.saveRuleSet({ code: 'own', rules: [priority] });
		await hub.take(placedAgo('1', 30), placedAgo('2', 20), placedAgo('3', 10));
		const asked = { draft: { ruleSet: 'own', version: 1 }, most: 2, listed: 1 };
		const found = await hub.ledger.replayOrders(replayOf([], asked));
		expect(found).toMatchObject({
			...{ draftRules: 'own@1', orders: 2, hasMore: true, changed: 2 },
			changes: [{ order: '3', draft: { hubs: ['ankara'] } }],
		});
		const again = await hub.ledger.replayOrders(replayOf([], { draft: { ruleSet: 'own' } }));
		expect(again).toMatchObject({ draftRules: 'own@2', orders: 3, hasMore: false, changed: 0 });
	});

	test.each([
		['no rule', replayOf([]), /cannot be tried: There is no rule/],
		[
			'a hub that is not there',
			replayOf([{ ...priority, hubs: ['mars'] }]),
			/Rule "priority": there is no hub "mars"/,
		],
		['a store that is not there', replayOf([priority], { store: 'x' }), /no store "x"/],
		[
			'a version that is not there',
			replayOf([], { draft: { ruleSet: 'nearest', version: 9 } }),
			/"nearest" has no version 9\. Its newest is 1/,
		],
		[
			'32 days',
			replayOf([priority], { days: 32 }),
			/Days: 32 is not possible\. Use a whole number from 1 to 31/,
		],
		[
			'too many orders',
			replayOf([priority], { most: 1e6 }),
			/Most orders: 1000000 is not possible/,
		],
	])('refuse %s', async (_, asked, message) => {
		await expect(hub.ledger.replayOrders(asked)).rejects.toThrow(message);
	});

	test('are changed by nothing of this, also when it fails on the way', async () => {
		await hub.take(
			placedAgo('1', 50),
			placedAgo('2', 40),
			placedAgo('3', 30),
			placedAgo('4', 20, { lines: [line('1', 'A', 99)] }),
		);
		await hub.route();
		await hub.take(placedAgo('5', 10));
		await hub.ledger.changeStatus('ikas-tr', '1', 'shipped');
		const before = await allTables(hub, engine);
		expect(before.orders).toHaveLength(5);
		for (const stock of ['replayed', 'unlimited'] as const) {
			for (const store of ['ikas-tr', undefined]) {
				const rules = [{ name: 'least', strategy: 'leastLoaded' as const }];
				expect((await replay(rules, { stock, store })).orders).toBe(5);
			}
		}
		await expect(replay([{ ...priority, hubs: ['mars'] }])).rejects.toThrow();
		expect(await allTables(hub, engine)).toEqual(before);
		await hub.sql("UPDATE orders SET body = '{' WHERE channel_id = '3'");
		const broken = await allTables(hub, engine);
		expect(broken).not.toEqual(before);
		await expect(replay([nearest])).rejects.toThrow();
		expect(await allTables(hub, engine)).toEqual(broken);
	});
});
