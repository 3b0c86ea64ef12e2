import type { INodeProperties } from 'n8n-workflow';
import { orderField } from '../channel/orderFields';
import { dryRunField, returnAllFields } from '../shared/fields';
import { access } from './access';
import { exampleOrder } from './fulfilmentFields';
import { locationField } from './locationField';

const creating = { resource: ['return'], operation: ['create'] };

export const returnFields: INodeProperties[] = [
	...returnAllFields({ resource: ['return'], operation: ['getMany'] }),
	{
		...orderField(access.label, exampleOrder, ['create']),
		displayOptions: { show: creating },
	},
	{
		displayName: 'Return Number',
		name: 'returnNumber',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. RET-1900001-1',
		description: 'Names the return for ever: Omniful takes it once',
		displayOptions: { show: creating },
	},
	{
		displayName: 'SKU',
		name: 'sku',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. TEE-RED-M',
		displayOptions: { show: creating },
	},
	{
		displayName: 'Reason',
		name: 'returnReason',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Too small',
		displayOptions: { show: creating },
	},
	{
		...locationField,
		required: false,
		description: 'The hub that it comes back to. Empty: the one that shipped it.',
		displayOptions: { show: creating },
	},
	dryRunField(creating),
];
