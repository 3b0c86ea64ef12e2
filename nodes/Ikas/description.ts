import type { INodeProperties } from 'n8n-workflow';
import { operationFields } from './operationFields';
import { orderFields } from './orderFields';
import { settingsFields } from './settingsFields';

export const properties: INodeProperties[] = [
	...operationFields,
	...orderFields,
	...settingsFields,
];
