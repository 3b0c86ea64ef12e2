import { hubStatuses } from '../../domain/hubStatus';
import { settingsFaults, settingsWarnings } from '../../domain/storeSettings';
import { settings } from '../support/ledgers';

const hubs = ['istanbul', 'ankara'];
const cancelling = { hubStatus: 'cancelled' as const, channelStatus: 'status:CANCELLED' };
const faultsOf = (change: Parameters<typeof settings>[0]) => settingsFaults(settings(change), hubs);

describe('store settings', () => {
	test('that are fine have no faults and no warnings', () => {
		expect(faultsOf({})).toEqual([]);
		expect(settingsWarnings(settings({ workspaceStatusMap: [cancelling] }))).toEqual([]);
	});

	test('warn where orders are cancelled by the clock and the channel does not hear of it', () => {
		const timed = { cancelHeldMinutes: 60, workspaceStatusMap: [cancelling] };
		expect(settingsWarnings(settings(timed))).toEqual([]);
		expect(settingsWarnings(settings({ ...timed, automatedCancellation: false }))).toContainEqual(
			expect.stringContaining('the order stays open there'),
		);
	});

	test('take locations that a person typed, because the channel lists none', () => {
		const hubMap = [
			{ location: 'EXSA', hub: 'istanbul' },
			{ location: 'EXSB', hub: 'ankara' },
		];
		const locations = hubMap.map(({ location: id }) => ({ id, name: id }));
		expect(faultsOf({ locations, hubMap })).toEqual([]);
	});

	test.each([
		[
			'a location mapped twice',
			{
				hubMap: [...settings().hubMap, { location: 'loc-ist', hub: 'ankara' }],
				inventorySync: false,
			},
			'Hub Mapping: location "loc-ist" stands in more than one row. Keep one of them.',
		],
		[
			'a channel status mapped twice',
			{
				channelStatusMap: [
					...settings().channelStatusMap,
					{ channelStatus: 'payment:PAID', hubStatus: 'on_hold' as const },
				],
			},
			'Sales Channel Mapping: channel status "payment:PAID" stands in more than one row. Keep one of them.',
		],
		[
			'a hub status mapped back twice',
			{
				workspaceStatusMap: [
					{ hubStatus: 'shipped' as const, channelStatus: 'FULFILLED' },
					{ hubStatus: 'shipped' as const, channelStatus: 'READY_FOR_PICK_UP' },
				],
			},
			'Workspace Order Mapping: hub status "shipped" stands in more than one row. Keep one of them.',
		],
		[
			'a hub that does not exist',
			{ hubMap: [{ location: 'loc-ist', hub: 'izmir' }] },
			'There is no hub "izmir". Save the hub first, or pick one that exists.',
		],
		[
			'a location that the channel does not have',
			{ hubMap: [{ location: 'loc-nowhere', hub: 'ankara' }] },
			'There is no location "loc-nowhere". Pick one of the locations that the channel lists.',
		],
		[
			'a status that does not exist',
			{
				channelStatusMap: [
					...settings().channelStatusMap,
					{ channelStatus: 'x', hubStatus: 'pickled' as never },
				],
			},
			`There is no hub status "pickled". Use one of ${hubStatuses.join(', ')}.`,
		],
		[
			'a status mapped back that does not exist',
			{ workspaceStatusMap: [{ hubStatus: 'posted' as never, channelStatus: 'FULFILLED' }] },
			`There is no hub status "posted". Use one of ${hubStatuses.join(', ')}.`,
		],
		[
			'no time on hold',
			{ cancelHeldMinutes: 0 },
			'Cancel Held Orders After is 0. Use a whole number from 1 to 525600.',
		],
		[
			'no value',
			{ approveFrom: 0 },
			'Approve From Value is 0. Use a whole number from 1 to 1000000000.',
		],
		['no interval', { intervalMinutes: 0 }, 'Interval is 0. Use a whole number from 1 to 1440.'],
		[
			'a minute and a half',
			{ intervalMinutes: 1.5 },
			'Interval is 1.5. Use a whole number from 1 to 1440.',
		],
		[
			'an interval over a day',
			{ intervalMinutes: 1441 },
			'Interval is 1441. Use a whole number from 1 to 1440.',
		],
		[
			'an overlap below nothing',
			{ overlapMinutes: -1 },
			'Overlap is -1. Use a whole number from 0 to 1440.',
		],
		[
			'an overlap that is no number',
			{ overlapMinutes: NaN },
			'Overlap is NaN. Use a whole number from 0 to 1440.',
		],
		[
			'no pages',
			{ pagesPerExecution: 0 },
			'Pages per Execution is 0. Use a whole number from 1 to 100.',
		],
		[
			'too many pages',
			{ pagesPerExecution: 101 },
			'Pages per Execution is 101. Use a whole number from 1 to 100.',
		],
		[
			'no look-back',
			{ lookBackHours: 0 },
			'Look-Back Hours is 0. Use a whole number from 1 to 168.',
		],
		[
			'a look-back over a week',
			{ lookBackHours: 169 },
			'Look-Back Hours is 169. Use a whole number from 1 to 168.',
		],
		[
			'no interval of the inventory',
			{ inventoryIntervalMinutes: 0 },
			'Inventory Interval is 0. Use a whole number from 1 to 1440.',
		],
		[
			'an interval of the inventory over a day',
			{ inventoryIntervalMinutes: 1441 },
			'Inventory Interval is 1441. Use a whole number from 1 to 1440.',
		],
		[
			'a buffer below nothing',
			{ stockBuffer: -1 },
			'Stock Buffer is -1. Use a whole number from 0 to 1000000.',
		],
		[
			'a buffer that is no number',
			{ stockBuffer: undefined as never },
			'Stock Buffer is undefined. Use a whole number from 0 to 1000000.',
		],
		[
			'a cap that would leave nothing to sell',
			{ stockCap: 0 },
			'Stock Cap is 0. Use a whole number from 1 to 1000000.',
		],
		[
			'a safety stock of no units',
			{ safetyMostUnits: 0 },
			'Sized Safety Stock: Most Units is 0. Use a whole number from 1 to 1000000.',
		],
		[
			'a safety stock of more than there is',
			{ safetyMostPercent: 101 },
			'Sized Safety Stock: Most of the Stock (%) is 101. Use a whole number from 1 to 100.',
		],
		[
			'an interval of the catalog over a week',
			{ catalogIntervalMinutes: 10_081 },
			'Catalog Interval is 10081. Use a whole number from 1 to 10080.',
		],
		[
			'stock of a hub that nothing is mapped to',
			{ inventoryHubs: ['ankara', 'izmir'] },
			'There is no mapped hub "izmir". Facility Wise Inventory takes hubs of Hub Mapping: map it, or take it out.',
		],
		[
			'a location of a channel that has none',
			{ locations: [], hubMap: [{ location: 'loc-ist', hub: 'ankara' }] },
			'There is no location "loc-ist". Pick one of the locations that the channel lists.',
		],
		[
			'no location where the channel has some',
			{ hubMap: [{ location: '', hub: 'ankara' }] },
			'There is no location "". Pick one of the locations that the channel lists.',
		],
	])('are refused for %s, by name', (_, change, fault) => {
		expect(faultsOf(change)).toEqual([fault]);
	});

	test.each([
		{ intervalMinutes: 1, overlapMinutes: 0, pagesPerExecution: 1 },
		{ intervalMinutes: 1440, overlapMinutes: 1440, pagesPerExecution: 100 },
		{ lookBackHours: 1, inventoryIntervalMinutes: 1440, stockBuffer: 0, stockCap: null },
		{ lookBackHours: 168, inventoryIntervalMinutes: 1, stockBuffer: 1_000_000, stockCap: 1 },
	])('may be as far out as %p', (change) => {
		expect(faultsOf(change)).toEqual([]);
	});

	const toOneHub = [
		{ location: 'loc-ist', hub: 'ankara' },
		{ location: 'loc-ank', hub: 'ankara' },
	];

	test('may send two locations to one hub, as long as its stock is not offered', () => {
		expect(faultsOf({ hubMap: toOneHub, inventorySync: false })).toEqual([]);
		expect(faultsOf({ hubMap: toOneHub })).toEqual([
			'Hub Mapping: hub "ankara" stands in more than one row, so Inventory Sync would offer its stock twice. Map it to one location, or switch Inventory Sync off.',
		]);
	});

	test('may let several hubs fill the one figure of a channel without locations', () => {
		const hubMap = hubs.map((hub) => ({ location: '', hub }));
		expect(faultsOf({ locations: [], hubMap })).toEqual([]);
	});

	test('name every fault, each once', () => {
		const wrong = { location: 'loc-nowhere', hub: 'izmir' };
		expect(faultsOf({ hubMap: [wrong, wrong, wrong], intervalMinutes: 0 })).toEqual([
			expect.stringContaining('Hub Mapping: location "loc-nowhere"'),
			expect.stringContaining('Hub Mapping: hub "izmir"'),
			expect.stringContaining('no hub "izmir"'),
			expect.stringContaining('no location "loc-nowhere"'),
			expect.stringContaining('Interval is 0'),
		]);
	});
});

describe('a warning', () => {
	const [cancelled, shipped, paid] = settings().channelStatusMap;
	const rows = (...all: readonly (typeof paid)[]) => ({
		channelStatusMap: all.filter((row) => row !== undefined),
	});

	test.each([
		[
			'no status means a new order',
			rows(cancelled, shipped),
			['No channel status is mapped to a new order'],
		],
		[
			'no status means cancelled',
			rows(shipped, paid),
			['No channel status is mapped to cancelled'],
		],
		['no hub is mapped', { hubMap: [] }, ['No hub is mapped: orders will wait on hold']],
		[
			'a cancel is automated and not mapped',
			{ workspaceStatusMap: [] },
			['is on, but Workspace Order Mapping has no row for cancelled'],
		],
		[
			'a cancel is mapped and not automated',
			{ automatedCancellation: false },
			['has a row for cancelled, but Automated Order Cancellation On Sales Channel is off'],
		],
		[
			'nothing is mapped',
			{ ...rows(), hubMap: [] },
			['a new order', 'cancelled', 'No hub is mapped'],
		],
	])('comes when %s', (_, change, warnings) => {
		expect(settingsWarnings(settings({ workspaceStatusMap: [cancelling], ...change }))).toEqual(
			warnings.map((part) => expect.stringContaining(part)),
		);
	});

	test('does not come when a later status of the warehouse stands for new orders', () => {
		const packed = { channelStatus: 'payment:PAID', hubStatus: 'packed' as const };
		const change = { ...rows(cancelled, packed), workspaceStatusMap: [cancelling] };
		expect(settingsWarnings(settings(change))).toEqual([]);
	});
});
