import { line, placed } from '../support/placed';
import { draft, engines, ikasStore, settings } from '../support/ledgers';

describe.each(engines)('settings on $engine', ({ open }) => {
	const hub = ikasStore(open);

	const save = (change: Parameters<typeof settings>[0], version: number | null = null) =>
		hub.ledger.saveStore(
			draft({ version, settings: settings(change), changedBy: 'ayse', reason: 'slower' }),
		);

	const log = () => hub.ledger.getConfigurationLog('ikas-tr', 1000);

	test('every changed field is in the configuration log', async () => {
		expect(await save({ intervalMinutes: 5 })).toMatchObject({
			version: 2,
			changes: [{ field: 'intervalMinutes', before: 1, after: 5 }],
		});
		expect((await log())[0]).toMatchObject({
			version: 2,
			inWords: 'Order Sync Interval (Minutes): 1 → 5',
			restoredFrom: null,
			field: 'intervalMinutes',
			before: 1,
			after: 5,
			changedBy: 'ayse',
			reason: 'slower',
		});
		expect((await hub.ledger.getStore('ikas-tr', 1)).settings.intervalMinutes).toBe(1);
		expect((await hub.ledger.getStore('ikas-tr')).settings.intervalMinutes).toBe(5);
	});

	test('saving the same again makes no version', async () => {
		expect(await save({})).toMatchObject({ version: 1, changes: [] });
	});

	test('a save based on a stale version is refused with the difference', async () => {
		await save({ intervalMinutes: 5 });
		await expect(save({ overlapMinutes: 20 }, 1)).rejects.toThrow(
			'Store "ikas-tr" is at version 2 by now, this change was based on version 1. Changed since then: Order Sync Interval (Minutes): 1 → 5. Saving this would change: Order Sync Interval (Minutes): 5 → 1; Overlap (Minutes): 10 → 20. Load the store again and repeat the change.',
		);
		expect((await hub.ledger.getStore('ikas-tr')).version).toBe(2);
	});

	test('a save that names nobody who makes it is refused', async () => {
		await expect(hub.ledger.saveStore(draft({ changedBy: ' ' }))).rejects.toThrow(/Changed By/);
	});

	test('G10: of many who save on the same version one gets through', async () => {
		const saves = [2, 3, 4, 5, 6].map((intervalMinutes) => save({ intervalMinutes }, 1));
		const ended = await Promise.allSettled(saves);
		expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		expect((await hub.ledger.getStore('ikas-tr')).version).toBe(2);
	});

	describe('an earlier version', () => {
		const before = settings();
		const restore = (version: number) =>
			hub.ledger.restoreStore({ code: 'ikas-tr', version, changedBy: 'ayse', reason: 'was wrong' });

		test('is brought back as a new one, and the log says from which', async () => {
			await save({ intervalMinutes: 5, hubMap: [], stockCap: 7 });
			const restored = await restore(1);
			expect(restored.version).toBe(3);
			expect(restored.changes.map(({ inWords }) => inWords)).toEqual([
				'Order Sync Interval (Minutes): 5 → 1',
				'Stock Cap: 7 → none',
				'Hub Mapping: added "İstanbul" = "istanbul", added "Ankara" = "ankara"',
			]);
			expect(await hub.ledger.getStore('ikas-tr')).toMatchObject({ version: 3, settings: before });
			expect((await log()).slice(0, 3)).toMatchObject(
				restored.changes.map(() => ({ version: 3, restoredFrom: 1, reason: 'was wrong' })),
			);
			expect((await hub.ledger.getStore('ikas-tr', 2)).settings.intervalMinutes).toBe(5);
		});

		test('brings its warnings back, too, and changes nothing where it says what is in force', async () => {
			await save({ hubMap: [] });
			await save({});
			expect(await restore(2)).toMatchObject({
				version: 4,
				warnings: expect.arrayContaining([expect.stringContaining('No hub is mapped')]),
			});
			expect(await restore(2)).toMatchObject({ version: 4, changes: [] });
		});

		test('keeps the locations that the channel has now, and is refused where it needs one that is gone', async () => {
			const locations = before.locations.filter(({ id }) => id !== 'loc-ank');
			const hubMap = before.hubMap.filter(({ location }) => location !== 'loc-ank');
			await save({ locations, hubMap, intervalMinutes: 5 });
			await save({ locations, hubMap });
			await restore(2);
			expect((await hub.ledger.getStore('ikas-tr')).settings).toMatchObject({
				locations,
				intervalMinutes: 5,
			});
			await expect(restore(1)).rejects.toThrow(/no location "loc-ank"/);
			expect((await hub.ledger.getStore('ikas-tr')).version).toBe(4);
		});

		test('that never was is refused', async () => {
			await expect(restore(9)).rejects.toThrow(/no settings version 9/);
		});
	});

	test('settings that an older version of the package saved read as they worked then', async () => {
		const { catalogSync, catalogIntervalMinutes, inventoryHubs, ...rest } = settings();
		expect([catalogSync, catalogIntervalMinutes, inventoryHubs]).toEqual([true, 60, []]);
		const { sizeSafety, safetyMostUnits, safetyMostPercent, ...older } = rest;
		expect([sizeSafety, safetyMostUnits, safetyMostPercent]).toEqual([false, 10, 50]);
		await hub.sql('UPDATE store_settings SET settings = ?', JSON.stringify(older));
		expect((await hub.ledger.getStore('ikas-tr')).settings).toEqual({
			...settings(),
			catalogSync: false,
		});
	});

	test('the connection date is that of the first save', async () => {
		await hub.ledger.saveStore(
			draft({
				connectedAt: '2026-04-01T00:00:00.000Z',
				settings: settings({ intervalMinutes: 5 }),
			}),
		);
		expect((await hub.ledger.getStore('ikas-tr')).connectedAt).toBe('2026-03-01T00:00:00.000Z');
	});

	test.each([
		[
			'a hub that does not exist',
			{ hubMap: [{ location: 'loc-ist', hub: 'atlantis' }] },
			/There is no hub "atlantis"/,
		],
		[
			'a location the channel does not have',
			{ hubMap: [{ location: 'loc-x', hub: 'ankara' }] },
			/There is no location "loc-x"/,
		],
		[
			'a location twice',
			{
				hubMap: [
					{ location: 'loc-ist', hub: 'ankara' },
					{ location: 'loc-ist', hub: 'istanbul' },
				],
			},
			/Hub Mapping: location "loc-ist" stands in more than one row/,
		],
		[
			'a channel status twice',
			{
				channelStatusMap: [
					{ channelStatus: 'payment:PAID', hubStatus: 'created' as const },
					{ channelStatus: 'payment:PAID', hubStatus: 'on_hold' as const },
				],
			},
			/Sales Channel Mapping: channel status "payment:PAID"/,
		],
		[
			'a hub status that is none',
			{ channelStatusMap: [{ channelStatus: 'payment:PAID', hubStatus: 'paid' as never }] },
			/There is no hub status "paid"/,
		],
		['a rule set that does not exist', { ruleSet: 'magic' }, /There is no rule set "magic"/],
		['a seller that does not exist', { seller: 'nobody' }, /no seller "nobody"/],
		['an interval of nothing', { intervalMinutes: 0 }, /Interval is 0/],
	])('%s is refused, and nothing changes', async (_, change, message) => {
		await expect(save(change)).rejects.toThrow(message);
		expect((await hub.ledger.getStore('ikas-tr')).version).toBe(1);
		expect(await log()).toHaveLength(
			Object.values(settings()).filter((value) => value !== null).length,
		);
	});

	test('says what a map will not do', async () => {
		const { warnings } = await save({ channelStatusMap: [] });
		expect(warnings.join(' ')).toMatch(/none will reach a hub.*will not cancel in the hub/);
	});

	describe('an order that found no hub', () => {
		const held = async () => (await hub.order('1')).status;
		beforeEach(async () => {
			await hub.take(placed('1', { lines: [line('1', 'A', 99)] }));
			await hub.route();
			expect(await held()).toBe('on_hold');
		});

		test.each([
			['the hub map', { hubMap: [{ location: 'loc-ist', hub: 'istanbul' }] }],
			['the rule set', { ruleSet: 'nearest' }],
			['whether orders may be split', { splitOrders: true }],
		])('is looked at again when %s changes', async (_, change) => {
			await save(change);
			expect(await held()).toBe('created');
			await hub.route();
			expect(await held()).toBe('on_hold');
		});

		test('stays on hold when something else changes, or a person holds it', async () => {
			await save({ intervalMinutes: 5 });
			expect(await held()).toBe('on_hold');
			await hub.sql("UPDATE orders SET hold_reason = 'forceful_on_hold'");
			await save({ ruleSet: 'nearest' });
			expect(await held()).toBe('on_hold');
		});
	});

	test('a rule set gets a new version with every save, and unknown hubs are refused', async () => {
		const rules = [
			{ name: 'east first', strategy: 'priority' as const, hubs: ['ankara', 'istanbul'] },
		];
		expect((await hub.ledger.saveRuleSet({ code: 'east', rules })).version).toBe(1);
		expect((await hub.ledger.saveRuleSet({ code: 'east', rules })).version).toBe(2);
		await expect(
			hub.ledger.saveRuleSet({
				code: 'east',
				rules: [{ name: 'x', strategy: 'priority', hubs: ['atlantis'] }],
			}),
		).rejects.toThrow(/"atlantis"/);
	});

	test('sellers and rule sets are listed by code, each once', async () => {
		await hub.ledger.saveSeller({ code: 'zeta', name: 'Zeta' });
		await hub.ledger.saveSeller({ code: 'acme', name: 'Acme Ltd' });
		expect(await hub.ledger.getSellers()).toEqual([
			{ code: 'acme', name: 'Acme Ltd' },
			{ code: 'zeta', name: 'Zeta' },
		]);
		const rules = [{ name: 'near', strategy: 'nearest' as const }];
		await hub.ledger.saveRuleSet({ code: 'nearest', rules });
		expect(await hub.ledger.getRuleSets()).toEqual([
			{ code: 'nearest', version: 2 },
			{ code: 'priority', version: 1 },
		]);
	});

	test.each([
		[{ sku: 'A\nB' }, /line break/],
		[{ sku: '' }, /blank/],
		[{ onHand: -1 }, /-1 is not a count/],
		[{ onHand: 1.5 }, /1.5 is not a count/],
		[{ hub: 'atlantis' }, /no such hub/],
		[{ seller: 'nobody' }, /no seller "nobody"/],
	])('stock with %j is refused as a whole', async (wrong, message) => {
		const good = { seller: 'acme', sku: 'A', hub: 'istanbul', onHand: 5 };
		await expect(hub.ledger.setStock([good, { ...good, ...wrong }])).rejects.toThrow(message);
		expect((await hub.ledger.getStock('acme', 'A'))[1]?.onHand).toBe(10);
	});
});
