import { hubStatuses } from '../../domain/hubStatus';
import { settingsFaults, settingsWarnings } from '../../domain/storeSettings';
import { settings } from '../support/ledgers';

const hubs = ['istanbul', 'ankara'];
const faultsOf = (change: Parameters<typeof settings>[0]) => settingsFaults(settings(change), hubs);

describe('store settings', () => {
	test('that are fine have no faults and no warnings', () => {
		expect(faultsOf({})).toEqual([]);
		expect(settingsWarnings(settings())).toEqual([]);
	});

	test.each([
		[
			'a location mapped twice',
			{ hubMap: [...settings().hubMap, { location: 'loc-ist', hub: 'ankara' }] },
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
	])('are refused for %s, by name', (_, change, fault) => {
		expect(faultsOf(change)).toEqual([fault]);
	});

	test.each([
		{ intervalMinutes: 1, overlapMinutes: 0, pagesPerExecution: 1 },
		{ intervalMinutes: 1440, overlapMinutes: 1440, pagesPerExecution: 100 },
	])('may be as far out as %p', (change) => {
		expect(faultsOf(change)).toEqual([]);
	});

	test('may send two locations to one hub', () => {
		expect(
			faultsOf({
				hubMap: [
					{ location: 'loc-ist', hub: 'ankara' },
					{ location: 'loc-ank', hub: 'ankara' },
				],
			}),
		).toEqual([]);
	});

	test('name every fault, each once', () => {
		const wrong = { location: 'loc-nowhere', hub: 'izmir' };
		expect(faultsOf({ hubMap: [wrong, wrong, wrong], intervalMinutes: 0 })).toEqual([
			expect.stringContaining('Hub Mapping: location "loc-nowhere"'),
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
			'nothing is mapped',
			{ ...rows(), hubMap: [] },
			['a new order', 'cancelled', 'No hub is mapped'],
		],
	])('comes when %s', (_, change, warnings) => {
		expect(settingsWarnings(settings(change))).toEqual(
			warnings.map((part) => expect.stringContaining(part)),
		);
	});

	test('does not come when a later status of the warehouse stands for new orders', () => {
		const packed = { channelStatus: 'payment:PAID', hubStatus: 'packed' as const };
		expect(settingsWarnings(settings(rows(cancelled, packed)))).toEqual([]);
	});
});
