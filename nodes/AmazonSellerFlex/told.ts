import { toldOptions } from '../channel/toldOptions';
import { access } from './access';

/** Everything that Amazon can be told: the other statuses follow from these, or are Amazon's own to set. */
export const told = toldOptions(access.connector.updates.statuses);
