import { newStore } from '../../domain/newStore';
import { changeInWords, settingChanges } from '../../domain/settingsChange';
import type { StoreSettings } from '../../domain/store';
import { settings } from '../support/ledgers';

const billTo = {
	...{ name: 'The Iconic', company: null, lines: ['6 Ray Street'], district: null, city: 'Sydney' },
	...{
		region: null,
		postcode: '2000',
		country: 'AU',
		phone: null,
		latitude: null,
		longitude: null,
	},
};

const said = (before: Partial<StoreSettings>, after: Partial<StoreSettings>) =>
	settingChanges(settings(before), settings(after)).map((change) =>
		changeInWords(change, settings().locations),
	);

describe('a change of the settings in words', () => {
	test.each<[Partial<StoreSettings>, Partial<StoreSettings>, string]>([
		[{ orderSync: true }, { orderSync: false }, 'Order Sync: on → off'],
		[{ stockCap: null }, { stockCap: 5 }, 'Stock Cap: none → 5'],
		[{ sizeSafety: false }, { sizeSafety: true }, 'Size Safety Stock: off → on'],
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
		[
			{ cancelReasonMap: [] },
			{ cancelReasonMap: [{ reason: 'out_of_stock', channelReason: 'Sold out' }] },
			'Cancellation Reasons: added Out Of Stock = "Sold out"',
		],
		[
			{ carrierMap: [{ carrier: 'StarTrack', channelCarrier: 'Star Track' }] },
			{ carrierMap: [{ carrier: '', channelCarrier: 'Other' }] },
			'Carrier Mapping: added all other carriers = "Other", removed "StarTrack" = "Star Track"',
		],
		[
			{},
			{ omsOrder: { ...newStore.omsOrder, customer: 'The Iconic', extraLine: true } },
			'Orders in the OMS: customer name of the channel → "The Iconic", extra line item off → on',
		],
		[
			{
				omsOrder: {
					...newStore.omsOrder,
					shippingMethods: [{ country: 'AU', method: 'Express' }],
				},
			},
			{
				omsOrder: {
					...newStore.omsOrder,
					billTo,
					shippingMethods: [
						{ country: 'NZ', method: 'Air' },
						{ country: 'AU', method: 'Express' },
					],
				},
			},
			'Orders in the OMS: bill to the name alone → "The Iconic, 6 Ray Street, Sydney, 2000, AU", shipping methods AU = "Express" → AU = "Express", NZ = "Air"',
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

	test('is none where the same shipping methods stand in another order', () => {
		const methods = [
			{ country: 'NZ', method: 'Air' },
			{ country: 'AU', method: 'Express' },
		];
		const change = (shippingMethods: typeof methods) => ({
			omsOrder: { ...newStore.omsOrder, shippingMethods },
		});
		expect(said(change(methods), change(methods.toReversed()))).toEqual([]);
	});

	test('of a new store says all parts of Orders in the OMS', () => {
		const [change] = settingChanges(null, settings()).filter(({ field }) => field === 'omsOrder');
		expect(change && changeInWords(change, [])).toBe(
			'Orders in the OMS: customer none → name of the channel, bill to none → the name alone, extra line item none → off, shipping methods none → none, taxes included none → on',
		);
	});
});
