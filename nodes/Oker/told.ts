import { toldOptions } from '../channel/toldOptions';
import { access } from './access';

/** Everything that may be mapped, also what Oker has no call for: who maps that is told so when it is saved. */
export const told = toldOptions(access.connector.updates.statuses);
