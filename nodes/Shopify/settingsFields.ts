import type { INodeProperties } from 'n8n-workflow';
import { newStore } from '../../domain/newStore';
import { hubMappingFields } from '../channel/mappingFields';
import { catalogSyncFields, savingFields, storeFields } from '../channel/settingsFields';
import { typedShow as show } from '../channel/settingsShow';
import { access } from './access';
import { locationField } from './locationField';

const { label, connector } = access;
const initial = { ...newStore, ...connector.usual };

const minutes = (
	displayName: string,
	name: string,
	preset: number,
	description: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'number',
	typeOptions: { minValue: 1 },
	default: preset,
	description,
	displayOptions: { show },
});

const flag = (
	displayName: string,
	name: string,
	preset: boolean,
	description: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'boolean',
	default: preset,
	description,
	displayOptions: { show },
});

/** The settings of every store, said as they are meant for an OMS: it is read from, not told. */
export const settingsFields: INodeProperties[] = [
	...storeFields(label, 'shopify'),
	flag(
		'Stock Master',
		'stockMaster',
		true,
		`Whether the mapped hubs have the stock that ${label} says, and ${label} ships what they are assigned. Off: the hub itself keeps their stock.`,
	),
	flag(
		'Order Sync',
		'orderSync',
		initial.orderSync,
		`Whether what ${label} ships and cancels comes in. Orders go out to it either way.`,
	),
	minutes(
		'Order Sync Interval (Minutes)',
		'intervalMinutes',
		initial.intervalMinutes,
		'How often fulfilments come in',
	),
	...catalogSyncFields(label, initial.catalogIntervalMinutes),
	flag(
		'Inventory Sync',
		'inventorySync',
		true,
		`Whether the stock of the mapped hubs comes in from ${label}`,
	),
	minutes(
		'Inventory Sync Interval (Minutes)',
		'inventoryIntervalMinutes',
		initial.inventoryIntervalMinutes,
		'How often all of it is read',
	),
	// An OMS is told of every cancel of what was handed over to it.
	{ ...flag('Automated Cancellation', 'automatedCancellation', false, ''), type: 'hidden' },
	...hubMappingFields(locationField, 'have no hub'),
	...savingFields(label, { overlapMinutes: initial.overlapMinutes, isOms: true }),
];
