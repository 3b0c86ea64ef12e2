import { draftsOf } from '../outlet/drafts';
import { goods } from './goods';

export const drafts = draftsOf(goods);
