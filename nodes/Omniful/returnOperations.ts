import { returnOrder, returnsIn } from '../../channels/omniful/returns';
import { refused } from '../../domain/failure';
import { inQuota } from '../channel/inQuota';
import { eachItem } from '../shared/eachItem';
import { count, flag, text, whole } from '../shared/parameters';
import { many } from '../shared/row';
import { access } from './access';
import { acting } from './acting';

export const create = acting((context, item) => {
	const order = text(context, 'orderId', item);
	const said = (name: string) => {
		const value = text(context, name, item).trim();
		if (value === '') throw refused(`${name}: it is empty. Fill it in.`);
		return value;
	};
	const wanted = {
		number: said('returnNumber'),
		items: [
			{
				sku: said('sku'),
				quantity: count(context.getNodeParameter('quantity', item), 'quantity'),
			},
		],
		reason: said('returnReason'),
		hub: text(context, 'location', item),
	};
	return {
		about: { order, number: wanted.number },
		work: (http) => returnOrder(http, order, wanted),
	};
});

export const returns = eachItem(async (context, item) => {
	const limit = flag(context, 'returnAll', item) ? Infinity : whole(context, 'limit', item);
	return many(await inQuota(context, access, (http) => returnsIn(http, limit)));
});
