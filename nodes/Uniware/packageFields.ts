import type { INodeProperties } from 'n8n-workflow';
import { dryRunField } from '../shared/fields';
import { facilityField } from './facilityField';

const sending = ['allocateCourier', 'forceDispatch'];
const one = ['createLabel', 'dispatch', 'getInvoice', 'getLabel', ...sending];
const files = ['createLabel', 'getInvoice', 'getLabel'];

export const packageFields: INodeProperties[] = [
	facilityField({ resource: ['package', 'manifest'] }),
	{
		displayName: 'Package',
		name: 'packageCode',
		type: 'string',
		required: true,
		default: '={{ $json.package }}',
		placeholder: 'e.g. SP000001',
		description: 'The code of the package, as Get Many shows it',
		displayOptions: { show: { resource: ['package'], operation: one } },
	},
	{
		displayName: 'Put Output File in Field',
		name: 'binaryPropertyName',
		type: 'string',
		default: 'data',
		placeholder: 'e.g. data',
		hint: 'The name of the output field that the PDF is put in',
		displayOptions: { show: { resource: ['package'], operation: files } },
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		displayOptions: { show: { resource: ['package'], operation: ['getMany'] } },
		options: [
			{
				displayName: 'Order Code',
				name: 'order',
				type: 'string',
				default: '',
				placeholder: 'e.g. theIconic-1900001-3fa2c1d45e',
				description: 'Only packages of this sale order',
			},
			{
				displayName: 'Status',
				name: 'status',
				type: 'string',
				default: '',
				placeholder: 'e.g. READY_TO_SHIP',
				description: 'Only packages that stand here. Case counts.',
			},
		],
	},
	{
		displayName: 'Manifest',
		name: 'manifestCode',
		type: 'string',
		required: true,
		default: '={{ $json.manifest }}',
		placeholder: 'e.g. SM00001',
		description: 'The code of the manifest, as Create gives it',
		displayOptions: { show: { resource: ['manifest'], operation: ['addPackages', 'close'] } },
	},
	{
		displayName: 'Packages',
		name: 'packageCodes',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. SP000001, SP000002',
		description: 'Codes of packages that are ready to ship, with commas',
		displayOptions: {
			show: { resource: ['manifest'], operation: ['addPackages', 'createAndClose'] },
		},
	},
	{
		displayName: 'Courier',
		name: 'courier',
		type: 'string',
		default: '',
		placeholder: 'e.g. DELHIVERY',
		description: 'The code of the courier in Uniware. Left empty, the first package decides.',
		displayOptions: { show: { resource: ['manifest'], operation: ['create'] } },
	},
	{
		displayName: 'Courier',
		name: 'courier',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. DELHIVERY',
		description: 'The code of the courier in Uniware',
		displayOptions: { show: { resource: ['manifest'], operation: ['createAndClose'] } },
	},
	{
		displayName: 'Courier',
		name: 'courier',
		type: 'string',
		default: '',
		placeholder: 'e.g. DELHIVERY',
		description:
			'The code of the courier in Uniware. Force Dispatch keeps the one it has where this is empty.',
		displayOptions: { show: { resource: ['package'], operation: sending } },
	},
	{
		displayName: 'Tracking Number',
		name: 'trackingNumber',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1490811111111',
		description: 'Force Dispatch keeps the one it has where this is empty',
		displayOptions: { show: { resource: ['package'], operation: sending } },
	},
	dryRunField({ resource: ['package'], operation: ['createLabel', 'dispatch', ...sending] }),
	dryRunField({ resource: ['manifest'] }),
];
