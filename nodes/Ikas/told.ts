import { parcelStatuses } from '../../channels/ikas/updates';
import { toldOptions } from '../channel/toldOptions';
import { access } from './access';

/** Everything that ikas can be told: the other statuses are its own to set. */
export const told = toldOptions(access.connector.updates.statuses);

/** What the user can tell of an order's parcels. */
export const parcelStatusOptions = told.filter(({ value }) =>
	parcelStatuses.some((status) => status === value),
);
