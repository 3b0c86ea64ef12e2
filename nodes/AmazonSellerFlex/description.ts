import type { INodeProperties } from 'n8n-workflow';
import { invoiceFields } from '../channel/invoiceFields';
import { priceFields } from '../channel/priceFields';
import { access } from './access';
import { listingFields } from './listingFields';
import { operationFields } from './operationFields';
import { orderFields } from './orderFields';
import { settingsFields } from './settingsFields';
import { stockFields } from './stockFields';
import { updateFields } from './updateFields';

export const properties: INodeProperties[] = [
	...operationFields,
	...orderFields,
	...updateFields,
	...listingFields,
	...priceFields(access.label, access.connector.prices.few),
	...invoiceFields(access.label),
	...stockFields,
	...settingsFields,
];
