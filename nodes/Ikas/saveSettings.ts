import type { IExecuteFunctions } from 'n8n-workflow';
import { refused } from '../../domain/failure';
import { hubStatuses } from '../../domain/hubStatus';
import { instant } from '../../domain/instant';
import type { HubMapRow, StoreSettings } from '../../domain/store';
import type { StoreSaved } from '../../ledger/storeShapes';
import { ledgerOf } from '../shared/ledgerOf';
import { count, flag, listed, oneOf, option, rowsOf, text, whole } from '../shared/parameters';
import { access } from './access';
import { onIkas } from './onIkas';
import { toldStatuses } from './told';

/** Saves the store page for the account that the credential signs in to, with the locations it has now. */
export async function saveSettings(context: IExecuteFunctions, item: number): Promise<StoreSaved> {
	const ledger = await ledgerOf(context);
	const typed = settingsOf(context, item);
	const { account, locations } = await onIkas(context, async (http) => ({
		account: await access.connector.account(http),
		locations: await access.connector.locations.list(http),
	}));
	const saved = await ledger.saveStore({
		code: text(context, 'storeCode', item),
		channel: access.connector.channel,
		account: account.id,
		connectedAt: account.clock ?? instant(Date.now()),
		version: optional(context, 'version', item),
		settings: { ...typed, locations },
		changedBy: text(context, 'changedBy', item),
		reason: text(context, 'reason', item),
	});
	const lacking = account.missing.map(
		(permission) =>
			`The app on ikas lacks the permission ${permission}. Tick it in the ikas panel.`,
	);
	return { ...saved, warnings: [...saved.warnings, ...lacking] };
}

const settingsOf = (
	context: IExecuteFunctions,
	item: number,
): Omit<StoreSettings, 'locations'> => ({
	seller: text(context, 'seller', item),
	orderSync: flag(context, 'orderSync', item),
	intervalMinutes: whole(context, 'intervalMinutes', item),
	overlapMinutes: optional(context, 'overlapMinutes', item) ?? 10,
	pagesPerExecution: optional(context, 'pagesPerExecution', item) ?? 10,
	lookBackHours: optional(context, 'lookBackHours', item) ?? 24,
	catalogSync: flag(context, 'catalogSync', item),
	catalogIntervalMinutes: whole(context, 'catalogIntervalMinutes', item),
	inventorySync: flag(context, 'inventorySync', item),
	inventoryIntervalMinutes: whole(context, 'inventoryIntervalMinutes', item),
	inventoryHubs: listed(option(context, 'inventoryHubs', item)),
	stockBuffer: optional(context, 'stockBuffer', item) ?? 0,
	stockCap: optional(context, 'stockCap', item),
	holdBack: option(context, 'holdBack', item) !== false,
	automatedCancellation: flag(context, 'automatedCancellation', item),
	splitOrders: option(context, 'splitOrders', item) === true,
	hubMap: hubMapOf(context, item),
	channelStatusMap: statusRows(context, 'channelStatusMapping', item),
	workspaceStatusMap: toldRows(context, 'workspaceStatusMapping', item),
	ruleSet: text(context, 'ruleSet', item),
});

function optional(context: IExecuteFunctions, name: string, item: number): number | null {
	const given = option(context, name, item);
	return given === null ? null : count(given, name);
}

const statusRows = (context: IExecuteFunctions, name: string, item: number) =>
	rowsOf(context, name, item, ['channelStatus', 'hubStatus']).map(
		({ channelStatus, hubStatus }) => ({
			channelStatus,
			hubStatus: oneOf(hubStatuses, hubStatus, name),
		}),
	);

/** An expression may name a status that ikas sets itself: refused here, and not with every order. */
const toldRows = (context: IExecuteFunctions, name: string, item: number) =>
	statusRows(context, name, item).map(({ channelStatus, hubStatus }) => ({
		channelStatus: oneOf(toldStatuses, channelStatus, name),
		hubStatus,
	}));

function hubMapOf(context: IExecuteFunctions, item: number): readonly HubMapRow[] {
	if (text(context, 'hubMappingInput', item) === 'rows') {
		return rowsOf(context, 'hubMapping', item, ['location', 'hub']);
	}
	const given: unknown = context.getNodeParameter('hubMappingJson', item);
	const rows: unknown = typeof given === 'string' ? parsed(given) : given;
	if (Array.isArray(rows) && rows.every(isHubMapRow)) return rows;
	throw refused(
		'hubMappingJson: not a list of rows. Write it like [{ "location": "the ID on ikas", "hub": "the code" }].',
	);
}

function parsed(json: string): unknown {
	try {
		return JSON.parse(json);
	} catch {
		return null;
	}
}

const isHubMapRow = (row: unknown): row is HubMapRow =>
	typeof row === 'object' &&
	row !== null &&
	'location' in row &&
	'hub' in row &&
	typeof row.location === 'string' &&
	typeof row.hub === 'string';
