import type { INodeProperties } from 'n8n-workflow';
import { csvFields } from '../shared/csvFields';
import { dryRunField } from '../shared/fields';

const uploading = { resource: ['listing'], operation: ['importCsv'] };

export const listingFields: INodeProperties[] = [
	{
		displayName:
			'The first line names the columns: <b>seller sku</b> and <b>asin</b>, and, if you like, <b>hub sku</b> (where the hub counts it under another one), <b>title</b>, and the size of a unit: <b>length</b>, <b>width</b>, <b>height</b> (cm), <b>weight</b> (g). A row without a valid ASIN is refused. Delimiter and encoding are found out.',
		name: 'csvNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: uploading },
	},
	...csvFields(uploading),
	dryRunField(uploading),
];
