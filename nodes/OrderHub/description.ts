import type { INodeProperties } from 'n8n-workflow';
import { limitField, storeField, storeOfItem } from '../shared/fields';
import { masterFields } from './masterFields';
import { operationFields } from './operationFields';
import { orderFields } from './orderFields';

export const properties: INodeProperties[] = [
	...operationFields,
	storeField({ resource: ['sync'], operation: ['begin', 'getSummary'] }),
	storeField({ resource: ['store'], operation: ['get', 'getConfigurationLog'] }),
	storeOfItem({ resource: ['order', 'parkedOrder', 'exception'] }),
	...orderFields,
	limitField({ resource: ['order', 'parkedOrder', 'exception'], operation: ['getMany'] }),
	...masterFields,
];
