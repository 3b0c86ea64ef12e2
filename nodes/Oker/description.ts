import type { INodeProperties } from 'n8n-workflow';
import { operationFields } from './operationFields';
import { orderFields } from './orderFields';
import { settingsFields } from './settingsFields';
import { stockFields } from './stockFields';
import { updateFields } from './updateFields';

export const properties: INodeProperties[] = [
	...operationFields,
	...orderFields,
	...updateFields,
	...stockFields,
	...settingsFields,
];
