import { cancelsAtOms } from '../channel/cancelsAtOms';
import { access } from './access';

export const cancel = cancelsAtOms(access);
