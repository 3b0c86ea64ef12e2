import type { INodeProperties } from 'n8n-workflow';
import { newStore } from '../../domain/newStore';
import { hubsMappedFields, statusMappingFields } from '../channel/mappingFields';
import {
	cancelReasonsField,
	carrierMappingField,
	omsOrderField,
	reservationsField,
} from '../channel/omsFields';
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
	...storeFields(label, 'the-iconic'),
	...orderSyncFields(label, initial),
	...catalogSyncFields(label, initial.catalogIntervalMinutes, 'seller SKU'),
	...inventorySyncFields(label, initial.inventoryIntervalMinutes),
	reservationsField(label),
	cancellationField(label),
	...hubsMappedFields(label),
	...statusMappingFields({ label, told, usual: 'shipped' }),
	carrierMappingField(label, 'Shipping Provider'),
	cancelReasonsField(label, 'Failure Reason'),
	omsOrderField(label),
	...savingFields(label, { overlapMinutes: initial.overlapMinutes }),
];
