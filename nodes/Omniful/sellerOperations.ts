import { sellersOf } from '../../channels/omniful/sellers';
import { inQuota } from '../channel/inQuota';
import { eachItem } from '../shared/eachItem';
import { many } from '../shared/row';
import { access } from './access';

export const sellers = eachItem(async (context) => many(await inQuota(context, access, sellersOf)));
