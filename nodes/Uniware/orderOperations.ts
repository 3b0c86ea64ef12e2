import { createOnce } from '../../channels/uniware/creating';
import type { SaleOrder } from '../../channels/uniware/creating';
import { findOrders } from '../../channels/uniware/finding';
import { hold as tell, holdUnits } from '../../channels/uniware/holding';
import { sellerOf } from '../../channels/uniware/seller';
import { refused } from '../../domain/failure';
import { inQuota } from '../channel/inQuota';
import { eachItem } from '../shared/eachItem';
import { groupOf, listed, text, whole } from '../shared/parameters';
import { many } from '../shared/row';
import { access } from './access';
import { acting } from './acting';

export const create = acting((context, item) => {
	const saleOrder = saleOrderIn(groupOf(context, 'saleOrder', item));
	return {
		about: {},
		async work(http) {
			const { isNew, ...made } = await createOnce(http, saleOrder, sellerOf(http).facility);
			return { ...made, outcome: isNew ? 'sent' : 'already' };
		},
	};
});

/** n8n gives what was typed as text where it is no object. */
function saleOrderIn(given: unknown): SaleOrder {
	const typed = typeof given === 'string' ? parsed(given) : given;
	if (isSaleOrder(typed)) return typed;
	throw refused(
		'saleOrder: it has no code, or no saleOrderItems with an itemSku each. Give it as Uniware takes it.',
	);
}

function parsed(typed: string): unknown {
	try {
		return JSON.parse(typed);
	} catch {
		return null;
	}
}

function isSaleOrder(given: unknown): given is SaleOrder {
	if (typeof given !== 'object' || given === null) return false;
	const { code, saleOrderItems: items }: { code?: unknown; saleOrderItems?: unknown } = given;
	const hasItems = Array.isArray(items) && items.length > 0;
	return (
		typeof code === 'string' &&
		code !== '' &&
		hasItems &&
		items.every((item) => typeof Object(item).itemSku === 'string')
	);
}

export const find = eachItem(async (context, item) => {
	const wanted = (name: string) => text(context, `lookFor.${name}`, item) || undefined;
	const filter = { number: wanted('number'), status: wanted('status'), channel: wanted('channel') };
	const limit = whole(context, 'limit', item);
	return many(await inQuota(context, access, (http) => findOrders(http, filter, limit)));
});

export const verify = acting((context, item) => {
	const order = text(context, 'orderId', item);
	return {
		about: { order },
		async work(http) {
			await tell(http, order, 'verify');
			return { outcome: 'sent' };
		},
	};
});

const holding = (action: 'hold' | 'unhold') =>
	acting((context, item) => {
		const order = text(context, 'orderId', item);
		const units = listed(text(context, 'heldCodes', item));
		return {
			about: { order, ...(units.length > 0 && { items: units }) },
			async work(http) {
				if (units.length === 0) await tell(http, order, action);
				else await holdUnits(http, { order, units }, action);
				return { outcome: 'sent' };
			},
		};
	});

export const hold = holding('hold');
export const release = holding('unhold');
