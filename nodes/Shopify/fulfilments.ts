import { createFulfilment as create } from '../../channels/shopify/fulfilling';
import { fulfilmentsOf as read } from '../../channels/shopify/fulfilments';
import { inQuota } from '../channel/inQuota';
import { trackingOf } from '../channel/tells';
import { isDryRun } from '../shared/dryRun';
import { eachItem } from '../shared/eachItem';
import { rehearsed } from '../shared/notSent';
import { count, rowsOf, text } from '../shared/parameters';
import { many, one } from '../shared/row';
import { access } from './access';

/** What has left of the order, one item for each fulfilment. */
export const fulfilmentsOf = eachItem(async (context, item) => {
	const order = text(context, 'orderId', item);
	const { number, fulfilments } = await inQuota(context, access, (http) => read(http, order));
	return many(
		fulfilments.map(({ number: name, ...fulfilment }) => ({
			...{ order, orderNumber: number, name },
			...fulfilment,
		})),
	);
});

/** Tells Shopify that all of the order, or the lines that the user named, has left. It writes to nobody. */
export const createFulfilment = eachItem(async (context, item) => {
	const order = text(context, 'orderId', item);
	const wanted = {
		order,
		lines: rowsOf(context, 'options.lines', item, ['line', 'quantity']).map(
			({ line, quantity }) => ({ line, quantity: count(quantity, 'quantity') }),
		),
		location: text(context, 'options.location', item) || null,
		tracking: trackingOf(context, item),
		notifyCustomer: false,
	};
	const isTried = isDryRun(context, item);
	const creating = inQuota(context, access, (http) => create(http, wanted), { isDryRun: isTried });
	return one({ order, ...(isTried ? await rehearsed(creating) : await creating) });
});
