import type { INodeProperties } from 'n8n-workflow';
import { newStore } from '../../domain/newStore';
import { hubMapTextField, statusMappingFields } from '../channel/mappingFields';
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
	...storeFields(label, 'oker'),
	...orderSyncFields(label, initial),
	...catalogSyncFields(label, initial.catalogIntervalMinutes),
	...inventorySyncFields(label, initial.inventoryIntervalMinutes),
	cancellationField(label),
	hubMapTextField({
		...connector.hubMapText,
		description:
			'Which hub stands for which warehouse of Oker, as a JSON object. Orders of a warehouse that it does not name become exceptions.',
	}),
	...statusMappingFields({ label, told, usual: 'DISPATCHED' }),
	...savingFields(label, { splitsOrders: false }),
];
