import { deliver } from '../../channels/uniware/delivering';
import { refused } from '../../domain/failure';
import { inQuota } from '../channel/inQuota';
import { eachItem } from '../shared/eachItem';
import { listed, text } from '../shared/parameters';
import { many } from '../shared/row';
import { access } from './access';
import { acting } from './acting';

/** What has left of an order that was handed over, one item for each package. */
export const fulfilmentsOf = eachItem(async (context, item) => {
	const order = text(context, 'orderId', item);
	const { orders } = await inQuota(context, access, (http) =>
		access.connector.oms.get(http, [order]),
	);
	const [found] = orders;
	if (found === undefined) {
		throw refused(`Uniware: order ${order} was not handed over, or Uniware does not have it.`);
	}
	const { number: orderNumber, parcels } = found;
	return many(parcels.map((parcel) => ({ order, orderNumber, ...parcel })));
});

export const markDelivered = acting((context, item) => {
	const order = text(context, 'orderId', item);
	const named = listed(text(context, 'itemCodes', item));
	return {
		about: { order },
		work: async (http) => ({ outcome: 'sent', items: await deliver(http, order, named) }),
	};
});
