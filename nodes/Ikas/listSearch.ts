import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import type { Http } from '../../channels/connector';
import { ledgerIfSet } from '../shared/ledgerOf';
import { listed } from '../shared/listSearch';
import { onChannel } from '../shared/http';
import { access } from './access';

const onIkas = async <T>(context: ILoadOptionsFunctions, work: (http: Http) => Promise<T>) =>
	await onChannel(context, access, work, { ledger: await ledgerIfSet(context) });

export async function searchLocations(this: ILoadOptionsFunctions, filter?: string) {
	const locations = async () =>
		(await onIkas(this, access.connector.locations.list)).map(({ id, name }) => ({
			name,
			value: id,
		}));
	return await listed(this, locations, filter);
}

/** Names carry the key as well: it is what orders and the maps hold. */
export async function getStatuses(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const statuses = async () =>
		(await onIkas(this, access.connector.statuses.list)).map(({ key, label }) => ({
			name: `${label} (${key})`,
			value: key,
		}));
	return (await listed(this, statuses)).results;
}
