import { approve as tell } from '../../channels/omniful/approving';
import { createOnce } from '../../channels/omniful/creating';
import { refused } from '../../domain/failure';
import { groupOf, text } from '../shared/parameters';
import { acting } from './acting';

export const create = acting((context, item) => {
	const order = orderIn(groupOf(context, 'order', item));
	return {
		about: {},
		async work(http) {
			const { isNew, order: made } = await createOnce(http, order);
			const { id, orderId, alias } = made;
			return { id, orderId, number: alias ?? orderId, outcome: isNew ? 'sent' : 'already' };
		},
	};
});

type Order = object & { readonly order_id: string };

/** n8n gives what was typed as text where it is no object. */
function orderIn(given: unknown): Order {
	const typed = typeof given === 'string' ? parsed(given) : given;
	if (isOrder(typed)) return typed;
	throw refused('order: it has no order_id. Give it as Omniful takes it.');
}

function parsed(typed: string): unknown {
	try {
		return JSON.parse(typed);
	} catch {
		return null;
	}
}

function isOrder(given: unknown): given is Order {
	if (typeof given !== 'object' || given === null) return false;
	const { order_id: id }: { order_id?: unknown } = given;
	return typeof id === 'string' && id !== '';
}

export const approve = acting((context, item) => {
	const order = text(context, 'orderId', item);
	return { about: { order }, work: async (http) => ({ outcome: await tell(http, order) }) };
});
