import { changeInWords, settingChanges } from '../../domain/settingsChange';
import type { StoreSettings } from '../../domain/store';
import { settings } from '../support/ledgers';

const said = (before: Partial<StoreSettings>, after: Partial<StoreSettings>) =>
	settingChanges(settings(before), settings(after)).map((change) =>
		changeInWords(change, settings().locations),
	);

describe('a change of the settings in words', () => {
	test.each<[Partial<StoreSettings>, Partial<StoreSettings>, string]>([
		[{ orderSync: true }, { orderSync: false }, 'Order Sync: on → off'],
		[{ stockCap: null }, { stockCap: 5 }, 'Stock Cap: none → 5'],
		[{ ruleSet: 'priority' }, { ruleSet: 'nearest' }, 'Rule Set: "priority" → "nearest"'],
		[
			{ inventoryHubs: ['istanbul'] },
			{ inventoryHubs: ['ankara'] },
			'Facility Wise Inventory: added "ankara", removed "istanbul"',
		],
		[
			{ workspaceStatusMap: [{ hubStatus: 'shipped', channelStatus: 'package:FULFILLED' }] },
			{ workspaceStatusMap: [{ hubStatus: 'shipped', channelStatus: 'package:DELIVERED' }] },
			'Workspace Order Mapping: added Shipped = "package:DELIVERED", removed Shipped = "package:FULFILLED"',
		],
		[
			{ channelStatusMap: [] },
			{ channelStatusMap: [{ channelStatus: 'payment:PAID', hubStatus: 'new_order' }] },
			'Sales Channel Mapping: added "payment:PAID" = Ready for Picking',
		],
		[
			{ invoices: 'byHand' },
			{ invoices: 'upload' },
			'Invoices: Person Uploads Them → Hub Uploads Them',
		],
		[
			{ hubMap: [] },
			{
				hubMap: [
					{ location: 'loc-izm', hub: 'ankara' },
					{ location: 'gone', hub: 'ankara' },
				],
			},
			'Hub Mapping: added "İzmir" = "ankara", added "gone" = "ankara"',
		],
		[
			{ hubMap: settings().hubMap },
			{ hubMap: settings().hubMap.toReversed() },
			'Hub Mapping: another order of its rows',
		],
		[
			{ locations: [] },
			{ locations: [{ id: '1', name: 'A\u001b[31m' }] },
			'Locations: added "1" = "A\\u001b[31m"',
		],
	])('%j to %j', (before, after, words) => {
		expect(said(before, after)).toEqual([words]);
	});

	test('stops counting after ten rows', () => {
		const inventoryHubs = Array.from({ length: 13 }, (_, at) => `h${at}`);
		expect(said({}, { inventoryHubs })[0]).toMatch(/added "h9", 3 more$/);
	});

	test('names every field of a new store that says something, and none where nothing differs', () => {
		const filled = Object.values(settings()).filter((value) => value !== null);
		expect(settingChanges(null, settings())).toHaveLength(filled.length);
		expect(settingChanges(settings(), settings())).toEqual([]);
		const channelStatusMap = settings().channelStatusMap.toReversed();
		expect(
			said({ inventoryHubs: ['a', 'b'] }, { inventoryHubs: ['b', 'a'], channelStatusMap }),
		).toEqual([]);
	});
});
