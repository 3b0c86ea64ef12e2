import type { INodePropertyOptions } from 'n8n-workflow';
import { parcelStatuses } from '../../channels/ikas/updates';
import { access } from './access';

const { statuses } = access.connector.updates;

/** Everything that ikas can be told: the other statuses are its own to set. */
export const toldStatuses = statuses.map(({ key }) => key);

export const toldOptions: INodePropertyOptions[] = statuses.map(({ key, label }) => ({
	name: `${label} (${key})`,
	value: key,
}));

/** What the user can tell of an order's parcels. */
export const parcelStatusOptions = toldOptions.filter(({ value }) =>
	parcelStatuses.some((status) => status === value),
);
