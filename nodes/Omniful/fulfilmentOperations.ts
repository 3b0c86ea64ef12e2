import { refused } from '../../domain/failure';
import { inQuota } from '../channel/inQuota';
import { eachItem } from '../shared/eachItem';
import { text } from '../shared/parameters';
import { many } from '../shared/row';
import { access } from './access';

/** What has left of an order that was handed over, one item for each parcel. */
export const fulfilmentsOf = eachItem(async (context, item) => {
	const order = text(context, 'orderId', item);
	const { orders } = await inQuota(context, access, (http) =>
		access.connector.oms.get(http, [order]),
	);
	const [found] = orders;
	if (found === undefined) {
		throw refused(`Omniful: order ${order} was not handed over, or Omniful does not have it.`);
	}
	const { number: orderNumber, parcels } = found;
	return many(parcels.map((parcel) => ({ order, orderNumber, ...parcel })));
});
