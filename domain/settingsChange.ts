import { hubStatuses, hubStatusLabel } from './hubStatus';
import { integrationTypeLabels, integrationTypes } from './integrationType';
import { invoiceWayLabels, invoiceWays } from './invoice';
import type { OmsOrderSettings } from './oms';
import { omsOrderChange, omsOrderParts } from './omsOrderInWords';
import { namedReasons } from './omsSettings';
import { shown } from './sku';
import type { Location, StoreSettings } from './store';
import { titled } from './titled';

/** One field of the store page before and after; `before` is null where the store is new. */
export interface SettingChange {
	readonly field: keyof StoreSettings;
	readonly before: unknown;
	readonly after: unknown;
}

/** What people call the fields, as the store page shows them. */
export const settingLabels = {
	seller: 'Seller',
	integrationType: 'Integration Type',
	orderSync: 'Order Sync',
	intervalMinutes: 'Order Sync Interval (Minutes)',
	busySeconds: 'Busy Interval (Seconds)',
	overlapMinutes: 'Overlap (Minutes)',
	pagesPerExecution: 'Pages per Execution',
	lookBackHours: 'Look Back (Hours)',
	catalogSync: 'Catalog Sync',
	catalogIntervalMinutes: 'Catalog Sync Interval (Minutes)',
	inventorySync: 'Inventory Sync',
	inventoryIntervalMinutes: 'Inventory Sync Interval (Minutes)',
	inventoryHubs: 'Facility Wise Inventory',
	stockBuffer: 'Stock Buffer',
	stockCap: 'Stock Cap',
	sizeSafety: 'Size Safety Stock',
	safetyMostUnits: 'Sized Safety Stock: Most Units',
	safetyMostPercent: 'Sized Safety Stock: Most of the Stock (%)',
	holdBack: 'Hold Back Demand',
	automatedCancellation: 'Automated Order Cancellation On Sales Channel',
	approveOrders: 'Approve Orders By Hand',
	approveFrom: 'Approve From Value',
	approvePayments: 'Approve Payments',
	cancelHeldMinutes: 'Cancel Held Orders After (Minutes)',
	invoices: 'Invoices',
	splitOrders: 'Split Orders',
	locations: 'Locations',
	hubMap: 'Hub Mapping',
	channelStatusMap: 'Sales Channel Mapping',
	workspaceStatusMap: 'Workspace Order Mapping',
	ruleSet: 'Rule Set',
	stockMaster: 'Stock Master',
	addReservations: 'Add Channel Reservations',
	carrierMap: 'Carrier Mapping',
	cancelReasonMap: 'Cancellation Reasons',
	omsOrder: 'Orders in the OMS',
} as const satisfies Readonly<Record<keyof StoreSettings, string>>;

const fields = Object.keys(settingLabels) as readonly (keyof StoreSettings)[];

/** Fields that say something else, in the order of the store page. */
export const settingChanges = (
	before: StoreSettings | null,
	after: StoreSettings,
): readonly SettingChange[] =>
	fields
		.map((field) => ({ field, before: before?.[field] ?? null, after: after[field] }))
		.filter(
			(change) => meaning(change.field, change.before) !== meaning(change.field, change.after),
		);

/** What the store page shows in place of the codes of a field or a cell. */
const labels: Readonly<Record<string, ReadonlyMap<unknown, string>>> = {
	integrationType: new Map(integrationTypes.map((type) => [type, integrationTypeLabels[type]])),
	invoices: new Map(invoiceWays.map((way) => [way, invoiceWayLabels[way]])),
	hubStatus: new Map(hubStatuses.map((status) => [status, hubStatusLabel(status)])),
	reason: new Map(namedReasons.map((reason) => [reason, titled(reason)])),
	carrier: new Map([['', 'all other carriers']]),
};

/** What a row of each map says, the cell that it is found by first. */
const cells: Partial<Readonly<Record<keyof StoreSettings, readonly string[]>>> = {
	locations: ['id', 'name'],
	hubMap: ['location', 'hub'],
	channelStatusMap: ['channelStatus', 'hubStatus'],
	workspaceStatusMap: ['hubStatus', 'channelStatus'],
	carrierMap: ['carrier', 'channelCarrier'],
	cancelReasonMap: ['reason', 'channelReason'],
};

/** Which hub stands first matters: it decides where nothing else does. The order of other rows says nothing. */
function meaning(field: keyof StoreSettings, value: unknown): string {
	if (isOmsOrder(field, value)) return JSON.stringify([...omsOrderParts(value)]);
	const rows = rowsIn(field, value);
	if (rows === null) return JSON.stringify(value);
	return JSON.stringify(field === 'hubMap' ? rows : rows.toSorted());
}

/** The change as a person reads it: of a map only the rows that came, went or changed, with the names of known locations. */
export function changeInWords(
	{ field, before, after }: SettingChange,
	locations: readonly Location[],
): string {
	if (isOmsOrder(field, after)) {
		const was = isOmsOrder(field, before) ? before : null;
		return `${settingLabels[field]}: ${omsOrderChange(was, after)}`;
	}
	const names = new Map(field === 'hubMap' ? locations.map(({ id, name }) => [id, name]) : []);
	const was = rowsIn(field, before, names);
	const is = rowsIn(field, after, names);
	const said =
		was === null && is === null
			? `${word(before, field)} → ${word(after, field)}`
			: rowsInWords(was ?? [], is ?? []);
	return `${settingLabels[field]}: ${said}`;
}

const mostRows = 10;

function rowsInWords(was: readonly string[], is: readonly string[]): string {
	const said = [
		...without(is, was).map((row) => `added ${row}`),
		...without(was, is).map((row) => `removed ${row}`),
	];
	if (said.length === 0) return is.length === 0 ? 'none' : 'another order of its rows';
	const rest = said.length - mostRows;
	return [...said.slice(0, mostRows), ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
}

const without = (rows: readonly string[], others: readonly string[]) =>
	rows.filter((row) => !others.includes(row));

const isOmsOrder = (field: keyof StoreSettings, value: unknown): value is OmsOrderSettings =>
	field === 'omsOrder' && value !== null && value !== undefined;

type Names = ReadonlyMap<unknown, string>;

/** The rows of a list in words, or null where the field is none. */
const rowsIn = (
	field: keyof StoreSettings,
	value: unknown,
	names: Names = new Map(),
): readonly string[] | null =>
	Array.isArray(value)
		? value.map((row: unknown) => rowInWords(cells[field] ?? [], row, names))
		: null;

const rowInWords = (columns: readonly string[], row: unknown, names: Names): string =>
	columns.length === 0
		? word(row)
		: columns
				.map((column) => [column, Object(row)[column] as unknown] as const)
				.map(([column, cell]) => word(names.get(cell) ?? cell, column))
				.join(' = ');

function word(value: unknown, of = ''): string {
	const label = labels[of]?.get(value);
	if (label !== undefined) return label;
	if (value === null || value === undefined) return 'none';
	if (typeof value === 'boolean') return value ? 'on' : 'off';
	return typeof value === 'string' ? shown(value) : String(value);
}
