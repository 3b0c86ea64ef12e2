import { toldOptions } from '../channel/toldOptions';
import { access } from './access';

/** Everything that The Iconic can be told: the other statuses are its own to set. */
export const told = toldOptions(access.connector.updates.statuses);

/** What the user can tell of an order's items. To cancel is an operation of its own. */
export const itemStatusOptions = told.filter(({ value }) => value !== 'canceled');
