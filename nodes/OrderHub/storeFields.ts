import type { INodeProperties } from 'n8n-workflow';
import { changedByFields, limitField, storeField, storeOfItem } from '../shared/fields';
import { op, operationChoice } from '../shared/operationChoice';

const restoring = { resource: ['store'], operation: ['restore'] };

export const storeFields: INodeProperties[] = [
	operationChoice('store', [
		op('Get', 'get', 'Get a store with its settings', 'Get a store'),
		op(
			'Get Configuration Log',
			'getConfigurationLog',
			'Get who changed what, when and why',
			'Get the configuration log',
		),
		op('Get Many', 'getMany', 'Get every store', 'Get many stores'),
		op(
			'Restore',
			'restore',
			'Bring the settings of an earlier version back, as a new version',
			'Restore the settings of a store',
		),
	]),
	operationChoice('parkedOrder', [
		op('Get Many', 'getMany', 'Get what waits for a setting', 'Get many parked orders'),
	]),
	storeField({ resource: ['store'], operation: ['get', 'getConfigurationLog', 'restore'] }),
	storeOfItem({ resource: ['parkedOrder'] }),
	limitField({ resource: ['parkedOrder'] }),
	limitField({ resource: ['store'], operation: ['getConfigurationLog'] }),
	{
		displayName: 'Settings Version',
		name: 'version',
		type: 'number',
		typeOptions: { minValue: 1 },
		required: true,
		default: 1,
		description: 'The version to bring back, as Get Configuration Log numbers them',
		displayOptions: { show: restoring },
	},
	...changedByFields(restoring),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show: { resource: ['store'], operation: ['get'] } },
		options: [
			{
				displayName: 'Settings Version',
				name: 'version',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 1,
				description: 'The settings as they were in this version, instead of those in force',
			},
		],
	},
];
