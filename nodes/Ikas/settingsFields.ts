import type { INodeProperties } from 'n8n-workflow';
import { newStore } from '../../domain/newStore';
import { hubMappingFields, statusMappingFields } from '../channel/mappingFields';
import {
	cancellationField,
	catalogSyncFields,
	inventorySyncFields,
	orderSyncFields,
	savingFields,
	storeFields,
} from '../channel/settingsFields';
import { access } from './access';
import { locationField } from './locationField';
import { told } from './told';

const { label } = access;

export const settingsFields: INodeProperties[] = [
	...storeFields(label, 'ikas'),
	...orderSyncFields(label, newStore),
	...catalogSyncFields(label, newStore.catalogIntervalMinutes),
	...inventorySyncFields(label, newStore.inventoryIntervalMinutes),
	cancellationField(label),
	...hubMappingFields(locationField),
	...statusMappingFields({ label, told, usual: 'package:FULFILLED' }),
	...savingFields(label),
];
