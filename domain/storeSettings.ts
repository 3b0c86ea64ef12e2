import { hubStatuses, type HubStatus } from './hubStatus';
import { shown } from './sku';
import type { StoreSettings } from './store';
import { asIntake } from './transitions';

/** Everything that makes the settings unusable, each a sentence with its cure; empty when they can be saved. */
export function settingsFaults(
	settings: StoreSettings,
	hubs: readonly string[],
): readonly string[] {
	const { hubMap, channelStatusMap, workspaceStatusMap, locations } = settings;
	return [
		...twice(
			hubMap.map((row) => row.location),
			'Hub Mapping',
			'location',
		),
		...twice(
			channelStatusMap.map((row) => row.channelStatus),
			'Sales Channel Mapping',
			'channel status',
		),
		...twice(
			workspaceStatusMap.map((row) => row.hubStatus),
			'Workspace Order Mapping',
			'hub status',
		),
		...unknown(
			hubMap.map((row) => row.hub),
			hubs,
			'hub',
			'Save the hub first, or pick one that exists.',
		),
		...unknown(
			hubMap.map((row) => row.location),
			locations.map(({ id }) => id),
			'location',
			'Pick one of the locations that the channel lists.',
		),
		...unknown(
			[...channelStatusMap, ...workspaceStatusMap].map((row) => row.hubStatus),
			hubStatuses,
			'hub status',
			`Use one of ${hubStatuses.join(', ')}.`,
		),
		...wholeNumber('Interval', settings.intervalMinutes, 1, 1440),
		...wholeNumber('Overlap', settings.overlapMinutes, 0, 1440),
		...wholeNumber('Pages per Execution', settings.pagesPerExecution, 1, 100),
	];
}

/** What will not work as a person may expect, in words. */
export function settingsWarnings(settings: StoreSettings): readonly string[] {
	const meanings = settings.channelStatusMap.map((row) => asIntake(row.hubStatus));
	const warnings: string[] = [];
	const warnWithout = (status: HubStatus, warning: string) => {
		if (!meanings.includes(status)) warnings.push(warning);
	};
	warnWithout(
		'created',
		'No channel status is mapped to a new order: orders will be parked, none will reach a hub.',
	);
	warnWithout(
		'cancelled',
		'No channel status is mapped to cancelled: a cancellation on the channel will not cancel in the hub.',
	);
	if (settings.hubMap.length === 0) {
		warnings.push('No hub is mapped: orders will wait on hold, because there is no hub to choose.');
	}
	return warnings;
}

const twice = (values: readonly string[], map: string, what: string) =>
	[...new Set(values.filter((value, at) => values.indexOf(value) !== at))].map(
		(value) => `${map}: ${what} ${shown(value)} stands in more than one row. Keep one of them.`,
	);

const unknown = (values: readonly string[], known: readonly string[], what: string, cure: string) =>
	[...new Set(values.filter((value) => !known.includes(value)))].map(
		(value) => `There is no ${what} ${shown(value)}. ${cure}`,
	);

const wholeNumber = (name: string, value: number, least: number, most: number) =>
	Number.isInteger(value) && value >= least && value <= most
		? []
		: [`${name} is ${value}. Use a whole number from ${least} to ${most}.`];
