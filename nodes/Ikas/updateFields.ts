import type { INodeProperties } from 'n8n-workflow';
import {
	dryRunFields,
	linesOption,
	shipFields,
	trackingLinkOption,
	updateNotice,
} from '../channel/updateFields';
import { access } from './access';
import { parcelStatusOptions } from './told';

const lines = linesOption(access.label, '5b7f2c1e-0000-4000-8000-000000000000');

const carrier: INodeProperties = {
	displayName: 'Carrier',
	name: 'carrier',
	type: 'string',
	default: '',
	placeholder: 'e.g. MNG Kargo',
	description: 'Who carries it. A carrier that ikas knows by this name is shown with its logo.',
};

const updating = { resource: ['order'], operation: ['updateStatus'] };

export const updateFields: INodeProperties[] = [
	updateNotice('ikas is asked first, so an update that has arrived is not sent again.'),
	{
		displayName: 'Status',
		name: 'status',
		type: 'options',
		options: parcelStatusOptions,
		default: 'package:READY_FOR_SHIPMENT',
		description: 'What ikas is told. To cancel, use the operation Cancel.',
		displayOptions: { show: updating },
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show: updating },
		options: [lines],
	},
	...shipFields([carrier, lines, trackingLinkOption]),
	...dryRunFields(access.label, ['cancel', 'ship', 'updateStatus']),
];
