import { requestReturn, returnsIn, takeReturn } from '../../channels/uniware/returns';
import { conditions } from '../../channels/uniware/shippingRequests';
import { refused } from '../../domain/failure';
import { inQuota } from '../channel/inQuota';
import { eachItem } from '../shared/eachItem';
import { listed, momentOf, oneOf, text } from '../shared/parameters';
import { many } from '../shared/row';
import { access } from './access';
import { acting } from './acting';

export const create = acting((context, item) => {
	const facility = text(context, 'facility', item);
	const wanted = {
		order: text(context, 'orderId', item),
		items: listed(text(context, 'itemCodes', item)),
		reason: text(context, 'returnReason', item),
	};
	if (wanted.items.length === 0) throw refused('itemCodes: none was named. Name at least one.');
	if (wanted.reason === '') throw refused('returnReason: it is empty. Say why it comes back.');
	return {
		about: { order: wanted.order, items: wanted.items },
		work: (http) => requestReturn(http, wanted, facility),
	};
});

export const returns = eachItem(async (context, item) => {
	const type = oneOf(['CIR', 'RTO'], text(context, 'returnType', item), 'returnType');
	const [from, to] = ['changedAfter', 'changedBefore'].map((name) => {
		const moment = momentOf(context, name, item);
		if (moment === null) throw refused(`${name}: it is empty. Pick a time.`);
		return moment;
	});
	const filter = { type, from: from ?? '', to: to ?? '' };
	return many(await inQuota(context, access, (http) => returnsIn(http, filter)));
});

export const complete = acting((context, item) => {
	const facility = text(context, 'facility', item);
	const arrived = {
		order: text(context, 'orderId', item),
		items: listed(text(context, 'itemCodes', item)),
		condition: oneOf(conditions, text(context, 'condition', item), 'condition'),
	};
	if (arrived.items.length === 0) throw refused('itemCodes: none was named. Name at least one.');
	return {
		about: { order: arrived.order, items: arrived.items },
		work: async (http) => ({ outcome: await takeReturn(http, arrived, facility) }),
	};
});
