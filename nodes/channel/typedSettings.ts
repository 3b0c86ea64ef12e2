import type { IExecuteFunctions } from 'n8n-workflow';
import type { ChannelConnector } from '../../channels/connector';
import { refused } from '../../domain/failure';
import { hubStatuses } from '../../domain/hubStatus';
import { integrationTypes } from '../../domain/integrationType';
import { invoiceWays, type InvoiceWay } from '../../domain/invoice';
import { newStore } from '../../domain/newStore';
import { noLocation, type HubMapRow, type StoreSettings } from '../../domain/store';
import { count, flag, listed, oneOf, option, rowsOf, text, whole } from '../shared/parameters';
import { typedOms, type OmsPage } from './typedOms';
import { asUsual } from './usualInvoices';

/** What the page of a channel depends on. */
export interface SettingsPage extends OmsPage {
	/** The statuses that the channel can be told. */
	readonly told: readonly string[];
	readonly usual: Partial<StoreSettings> | undefined;
	/** Whether the channel says what it sells: only then the page asks for Catalog Sync. */
	readonly hasCatalog: boolean;
	/** Whether the channel has locations: only then a row of Hub Mapping names one. */
	readonly hasLocations: boolean;
	/** Where Hub Mapping is one text. */
	readonly hubMapText: ChannelConnector['hubMapText'];
	/** Whether it is an OMS: only then the page asks whether it is the stock master. */
	readonly isOms: boolean;
}

/** Without what the channel says itself. */
export type TypedSettings = Omit<StoreSettings, 'locations' | 'invoices'> & {
	/** Null for what is usual where the account sells. */
	readonly invoices: InvoiceWay | null;
};

/** The store page as it was filled in on the node. */
export function typedSettings(
	context: IExecuteFunctions,
	item: number,
	page: SettingsPage,
): TypedSettings {
	const { told, usual, hasCatalog, isOms } = page;
	const initial = { ...newStore, ...usual };
	return {
		seller: text(context, 'seller', item),
		integrationType: oneOf(
			integrationTypes,
			String(option(context, 'integrationType', item) ?? initial.integrationType),
			'integrationType',
		),
		orderSync: flag(context, 'orderSync', item),
		intervalMinutes: whole(context, 'intervalMinutes', item),
		busySeconds: isOms ? initial.busySeconds : whole(context, 'busySeconds', item),
		overlapMinutes: optional(context, 'overlapMinutes', item) ?? initial.overlapMinutes,
		pagesPerExecution: optional(context, 'pagesPerExecution', item) ?? initial.pagesPerExecution,
		lookBackHours: optional(context, 'lookBackHours', item) ?? initial.lookBackHours,
		catalogSync: hasCatalog ? flag(context, 'catalogSync', item) : initial.catalogSync,
		catalogIntervalMinutes: hasCatalog
			? whole(context, 'catalogIntervalMinutes', item)
			: initial.catalogIntervalMinutes,
		inventorySync: flag(context, 'inventorySync', item),
		inventoryIntervalMinutes: whole(context, 'inventoryIntervalMinutes', item),
		inventoryHubs: listed(option(context, 'inventoryHubs', item)),
		stockBuffer: optional(context, 'stockBuffer', item) ?? initial.stockBuffer,
		stockCap: optional(context, 'stockCap', item),
		sizeSafety: option(context, 'sizeSafety', item) === true,
		safetyMostUnits: optional(context, 'safetyMostUnits', item) ?? initial.safetyMostUnits,
		safetyMostPercent: optional(context, 'safetyMostPercent', item) ?? initial.safetyMostPercent,
		holdBack: option(context, 'holdBack', item) !== false,
		automatedCancellation: flag(context, 'automatedCancellation', item),
		approveOrders: option(context, 'approveOrders', item) === true,
		approveFrom: optional(context, 'approveFrom', item),
		approvePayments: listed(option(context, 'approvePayments', item)),
		cancelHeldMinutes: optional(context, 'cancelHeldMinutes', item),
		invoices: invoicesIn(option(context, 'invoices', item)),
		splitOrders: option(context, 'splitOrders', item) === true,
		hubMap: hubMapOf(context, item, page),
		channelStatusMap: statusRows(context, 'channelStatusMapping', item),
		// An expression may name a status that the channel sets itself: refused here, and not with every order.
		workspaceStatusMap: statusRows(context, 'workspaceStatusMapping', item).map((row) => ({
			...row,
			channelStatus: oneOf(told, row.channelStatus, 'workspaceStatusMapping'),
		})),
		ruleSet: text(context, 'ruleSet', item),
		stockMaster: isOms ? flag(context, 'stockMaster', item) : initial.stockMaster,
		...typedOms({ context, item }, page, initial),
	};
}

function invoicesIn(given: unknown): InvoiceWay | null {
	const way = oneOf([asUsual, ...invoiceWays], String(given ?? asUsual), 'invoices');
	return way === asUsual ? null : way;
}

export function optional(context: IExecuteFunctions, name: string, item: number): number | null {
	const given = option(context, name, item);
	return given === null ? null : count(given, name);
}

const statusRows = (context: IExecuteFunctions, name: string, item: number) =>
	rowsOf(context, name, item, ['hubStatus', 'channelStatus']).map(
		({ channelStatus, hubStatus }) => ({
			channelStatus,
			hubStatus: oneOf(hubStatuses, hubStatus, name),
		}),
	);

function hubMapOf(
	context: IExecuteFunctions,
	item: number,
	{ hasLocations, hubMapText }: SettingsPage,
): readonly HubMapRow[] {
	if (hubMapText !== undefined) return hubMapText.rowsOf(text(context, 'hubMapText', item));
	if (text(context, 'hubMappingInput', item) === 'rows') {
		return rowsOf(context, 'hubMapping', item, ['location', 'hub']);
	}
	const given: unknown = context.getNodeParameter('hubMappingJson', item);
	const rows: unknown = typeof given === 'string' ? parsed(given) : given;
	const whole = Array.isArray(rows) && !hasLocations ? rows.map(withoutLocation) : rows;
	if (Array.isArray(whole) && whole.every(isHubMapRow)) return whole;
	const location = hasLocations ? '"location": "the ID on the channel", ' : '';
	throw refused(
		`hubMappingJson: not a list of rows. Write it like [{ ${location}"hub": "the code" }].`,
	);
}

const withoutLocation = (row: unknown): unknown => ({ location: noLocation, ...Object(row) });

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
