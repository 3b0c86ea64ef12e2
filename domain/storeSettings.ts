import { hubStatuses, type HubStatus } from './hubStatus';
import { keepsStock } from './integrationType';
import { omsFaults, omsWarnings } from './omsSettings';
import { settingLabels } from './settingsChange';
import { shown } from './sku';
import { noLocation, type StoreSettings } from './store';
import { asIntake } from './transitions';

/** Everything that makes the settings unusable, each a sentence with its cure; empty when they can be saved. */
export const settingsFaults = (
	settings: StoreSettings,
	hubs: readonly string[],
): readonly string[] => [
	...mapFaults(settings),
	...unknown(
		settings.hubMap.map((row) => row.hub),
		hubs,
		'hub',
		'Save the hub first, or pick one that exists.',
	),
	...unknown(
		settings.hubMap.map((row) => row.location),
		locationsOf(settings),
		'location',
		'Pick one of the locations that the channel lists.',
	),
	...unknown(
		settings.inventoryHubs,
		settings.hubMap.map((row) => row.hub),
		'mapped hub',
		'Facility Wise Inventory takes hubs of Hub Mapping: map it, or take it out.',
	),
	...unknown(
		[...settings.channelStatusMap, ...settings.workspaceStatusMap].map((row) => row.hubStatus),
		hubStatuses,
		'hub status',
		`Use one of ${hubStatuses.join(', ')}.`,
	),
	...typeFaults(settings),
	...numberFaults(settings),
	...omsFaults(settings),
];

const mapFaults = ({
	hubMap,
	channelStatusMap,
	workspaceStatusMap,
	inventorySync,
	stockMaster,
}: StoreSettings): readonly string[] => [
	...twice(
		hubMap.map((row) => row.location).filter((location) => location !== noLocation),
		'Hub Mapping',
		'location',
	),
	...(inventorySync && !stockMaster ? offeredTwice(hubMap.map((row) => row.hub)) : []),
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
];

const locationsOf = ({ locations }: StoreSettings): readonly string[] =>
	locations.length === 0 ? [noLocation] : locations.map(({ id }) => id);

const typeFaults = (settings: StoreSettings): readonly string[] =>
	settings.inventorySync && !keepsStock(settings)
		? [
				'Integration Type is Shipping Only: the hub keeps no stock for the store, so Inventory Sync has none to tell. Switch it off.',
			]
		: [];

const numberFaults = (settings: StoreSettings): readonly string[] => [
	...wholeNumber('Interval', settings.intervalMinutes, 1, 1440),
	...wholeNumber('Busy Interval', settings.busySeconds, 0, 3600),
	...wholeNumber('Overlap', settings.overlapMinutes, 0, 1440),
	...wholeNumber('Pages per Execution', settings.pagesPerExecution, 1, 100),
	...wholeNumber('Look-Back Hours', settings.lookBackHours, 1, 168),
	...wholeNumber('Catalog Interval', settings.catalogIntervalMinutes, 1, 10_080),
	...wholeNumber('Inventory Interval', settings.inventoryIntervalMinutes, 1, 1440),
	...wholeNumber('Stock Buffer', settings.stockBuffer, 0, 1_000_000),
	...(settings.stockCap === null ? [] : wholeNumber('Stock Cap', settings.stockCap, 1, 1_000_000)),
	...wholeNumber(settingLabels.safetyMostUnits, settings.safetyMostUnits, 1, 1_000_000),
	...wholeNumber(settingLabels.safetyMostPercent, settings.safetyMostPercent, 1, 100),
	...(settings.approveFrom === null
		? []
		: wholeNumber('Approve From Value', settings.approveFrom, 1, 1_000_000_000)),
	...(settings.cancelHeldMinutes === null
		? []
		: wholeNumber('Cancel Held Orders After', settings.cancelHeldMinutes, 1, 525_600)),
];

/** What will not work as a person may expect, in words. */
export function settingsWarnings(settings: StoreSettings): readonly string[] {
	if (settings.stockMaster) return omsWarnings(settings);
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
	return [...warnings, ...cancellationWarnings(settings)];
}

/** A cancel goes out only when the automation and the map both say so (requirements/ikas.txt 4.3, 5.4). */
function cancellationWarnings({
	automatedCancellation,
	workspaceStatusMap,
	cancelHeldMinutes,
}: StoreSettings): readonly string[] {
	const isMapped = workspaceStatusMap.some((row) => row.hubStatus === 'cancelled');
	const timer =
		cancelHeldMinutes === null || (automatedCancellation && isMapped)
			? []
			: [
					'Cancel Held Orders After is set, and a cancel in the hub will not cancel on the channel: the order stays open there.',
				];
	if (automatedCancellation === isMapped) return timer;
	return [
		...timer,
		automatedCancellation
			? 'Automated Order Cancellation On Sales Channel is on, but Workspace Order Mapping has no row for cancelled: a cancel in the hub will not cancel on the channel.'
			: 'Workspace Order Mapping has a row for cancelled, but Automated Order Cancellation On Sales Channel is off: a cancel in the hub will not cancel on the channel.',
	];
}

const duplicates = (values: readonly string[]) => [
	...new Set(values.filter((value, at) => values.indexOf(value) !== at)),
];

const twice = (values: readonly string[], map: string, what: string) =>
	duplicates(values).map(
		(value) => `${map}: ${what} ${shown(value)} stands in more than one row. Keep one of them.`,
	);

const offeredTwice = (hubs: readonly string[]) =>
	duplicates(hubs).map(
		(hub) =>
			`Hub Mapping: hub ${shown(hub)} stands in more than one row, so Inventory Sync would offer its stock twice. Map it to one location, or switch Inventory Sync off.`,
	);

const unknown = (values: readonly string[], known: readonly string[], what: string, cure: string) =>
	[...new Set(values.filter((value) => !known.includes(value)))].map(
		(value) => `There is no ${what} ${shown(value)}. ${cure}`,
	);

const wholeNumber = (name: string, value: number, least: number, most: number) =>
	Number.isInteger(value) && value >= least && value <= most
		? []
		: [`${name} is ${value}. Use a whole number from ${least} to ${most}.`];
