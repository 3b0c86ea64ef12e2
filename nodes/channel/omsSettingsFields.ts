import type { INodeProperties } from 'n8n-workflow';
import { newStore } from '../../domain/newStore';
import type { ChannelAccess } from '../shared/channelAccess';
import { hubMappingFields } from './mappingFields';
import { catalogSyncFields, savingFields, storeFields } from './settingsFields';
import { typedShow as show } from './settingsShow';

type Said = Pick<INodeProperties, 'displayName' | 'name' | 'description'>;

const minutes = (said: Said, preset: number): INodeProperties => ({
	...said,
	type: 'number',
	typeOptions: { minValue: 1 },
	default: preset,
	displayOptions: { show },
});

/** Off, unless it is switched on below. */
const flag = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'boolean',
	default: false,
	description,
	displayOptions: { show },
});

const isOn = (field: INodeProperties): INodeProperties => ({ ...field, default: true });

/**
 * The settings of every store, said as they are meant for an OMS: it is read from, not told. `storeCode` is the one that its
 * templates ask for, `location` the field of a place there.
 */
export function omsSettingsFields(
	{ label, connector }: ChannelAccess,
	storeCode: string,
	location: INodeProperties,
): INodeProperties[] {
	const initial = { ...newStore, ...connector.usual };
	return [
		...storeFields(label, storeCode),
		isOn(
			flag(
				'Stock Master',
				'stockMaster',
				`Whether the mapped hubs have the stock that ${label} says, and ${label} ships what they are assigned. Off: the hub itself keeps their stock.`,
			),
		),
		isOn(
			flag(
				'Order Sync',
				'orderSync',
				`Whether what ${label} ships and cancels comes in. Orders go out to it either way.`,
			),
		),
		minutes(
			{
				displayName: 'Order Sync Interval (Minutes)',
				name: 'intervalMinutes',
				description: 'How often fulfilments come in',
			},
			initial.intervalMinutes,
		),
		...catalogSyncFields(label, initial.catalogIntervalMinutes),
		isOn(
			flag(
				'Inventory Sync',
				'inventorySync',
				`Whether the stock of the mapped hubs comes in from ${label}`,
			),
		),
		minutes(
			{
				displayName: 'Inventory Sync Interval (Minutes)',
				name: 'inventoryIntervalMinutes',
				description: 'How often all of it is read',
			},
			initial.inventoryIntervalMinutes,
		),
		// An OMS is told of every cancel of what was handed over to it.
		{ ...flag('Automated Cancellation', 'automatedCancellation', ''), type: 'hidden' },
		...hubMappingFields(location, 'have no hub'),
		...savingFields(label, { overlapMinutes: initial.overlapMinutes, isOms: true }),
	];
}
