import type { INodeProperties } from 'n8n-workflow';
import { newStore } from '../../domain/newStore';
import { hubsMappedFields, statusMappingFields } from '../channel/mappingFields';
import {
	cancellationField,
	catalogSyncFields,
	inventorySyncFields,
	orderSyncFields,
	savingFields,
	storeFields,
} from '../channel/settingsFields';
import { access } from './access';
import { told } from './told';

const { label, connector } = access;
const initial = { ...newStore, ...connector.usual };

export const settingsFields: INodeProperties[] = [
	...storeFields(label, 'babyshop'),
	...orderSyncFields(label, initial),
	...catalogSyncFields(label, initial.catalogIntervalMinutes, 'Vendor SKU Code'),
	...inventorySyncFields(label, initial.inventoryIntervalMinutes),
	cancellationField(label),
	...hubsMappedFields(label),
	...statusMappingFields({ label, told, usual: '15' }),
	...savingFields(label, { overlapMinutes: initial.overlapMinutes, splitsOrders: false }),
];
