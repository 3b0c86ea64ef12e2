import type { INodeProperties } from 'n8n-workflow';
import { fulfilmentFields } from './fulfilmentFields';
import { operationFields } from './operationFields';
import { orderFields } from './orderFields';
import { returnFields } from './returnFields';
import { settingsFields } from './settingsFields';
import { shipmentFields } from './shipmentFields';
import { stockFields } from './stockFields';

export const properties: INodeProperties[] = [
	...operationFields,
	...orderFields,
	...fulfilmentFields,
	...shipmentFields,
	...returnFields,
	...stockFields,
	...settingsFields,
];
