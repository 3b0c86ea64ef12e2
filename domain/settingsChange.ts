import { shown } from './sku';
import type { StoreSettings } from './store';

/** One field of the store page before and after; `before` is null where the store is new. */
export interface SettingChange {
	readonly field: keyof StoreSettings;
	readonly before: unknown;
	readonly after: unknown;
}

/** What people call the fields, as the store page shows them. */
export const settingLabels = {
	seller: 'Seller',
	orderSync: 'Order Sync',
	intervalMinutes: 'Order Sync Interval (Minutes)',
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
	holdBack: 'Hold Back Demand',
	automatedCancellation: 'Automated Order Cancellation On Sales Channel',
	splitOrders: 'Split Orders',
	locations: 'Locations',
	hubMap: 'Hub Mapping',
	channelStatusMap: 'Sales Channel Mapping',
	workspaceStatusMap: 'Workspace Order Mapping',
	ruleSet: 'Rule Set',
} as const satisfies Readonly<Record<keyof StoreSettings, string>>;

const fields = Object.keys(settingLabels) as readonly (keyof StoreSettings)[];

/** Fields that say something else, in the order of the store page. */
export const settingChanges = (
	before: StoreSettings | null,
	after: StoreSettings,
): readonly SettingChange[] =>
	fields
		.map((field) => ({ field, before: before?.[field] ?? null, after: after[field] }))
		.filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));

/** The change as a person reads it: of a map only the rows that came, went or changed. */
export function changeInWords({ field, before, after }: SettingChange): string {
	const said =
		isList(before) || isList(after)
			? rowsInWords(before, after)
			: `${word(before)} → ${word(after)}`;
	return `${settingLabels[field]}: ${said}`;
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const mostRows = 10;

function rowsInWords(before: unknown, after: unknown): string {
	const [was, is] = [before, after].map((rows) => (isList(rows) ? rows.map(rowInWords) : []));
	const said = [
		...without(is, was).map((row) => `added ${row}`),
		...without(was, is).map((row) => `removed ${row}`),
	];
	if (said.length === 0) return is?.length === 0 ? 'none' : 'another order of its rows';
	const rest = said.length - mostRows;
	return [...said.slice(0, mostRows), ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
}

const without = (rows: readonly string[] = [], others: readonly string[] = []) =>
	rows.filter((row) => !others.includes(row));

/** A row of a map has two cells: what it is about, and what that means. */
const rowInWords = (row: unknown): string =>
	typeof row === 'object' && row !== null ? Object.values(row).map(word).join(' = ') : word(row);

function word(value: unknown): string {
	if (value === null || value === undefined) return 'none';
	if (typeof value === 'boolean') return value ? 'on' : 'off';
	return typeof value === 'string' ? shown(value) : String(value);
}
