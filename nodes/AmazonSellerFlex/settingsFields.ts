import type { INodeProperties } from 'n8n-workflow';
import { newStore } from '../../domain/newStore';
import { hubMappingFields, statusMappingFields } from '../channel/mappingFields';
import {
	cancellationField,
	inventorySyncFields,
	orderSyncFields,
	savingFields,
	storeFields,
} from '../channel/settingsFields';
import { access } from './access';
import { locationField } from './locationField';
import { told } from './told';

const { label, connector } = access;

export const settingsFields: INodeProperties[] = [
	...storeFields(label, 'amazon'),
	...orderSyncFields(label, newStore),
	...inventorySyncFields(label, connector.usual.inventoryIntervalMinutes),
	cancellationField(label),
	...hubMappingFields(locationField, 'become exceptions'),
	...statusMappingFields({ label, told, usual: 'SHIPLABEL_GENERATED' }),
	...savingFields(label, { takesInvoices: true }),
];
