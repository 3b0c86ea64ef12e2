import type { INodeProperties } from 'n8n-workflow';
import { fulfilmentFields } from './fulfilmentFields';
import { itemFields } from './itemFields';
import { operationFields } from './operationFields';
import { orderFields } from './orderFields';
import { packageFields } from './packageFields';
import { returnFields } from './returnFields';
import { settingsFields } from './settingsFields';
import { stockFields } from './stockFields';

export const properties: INodeProperties[] = [
	...operationFields,
	...orderFields,
	...fulfilmentFields,
	...itemFields,
	...packageFields,
	...returnFields,
	...stockFields,
	...settingsFields,
];
