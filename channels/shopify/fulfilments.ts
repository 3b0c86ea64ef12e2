import type { Tracking } from '../../domain/channelUpdate';
import { refused } from '../../domain/failure';
import type { Http } from '../connector';
import { flaw, part, partOrNull, reading, rows, sound, text, textOrNull } from '../fields';
import type { Reading } from '../fields';
import { ask } from './answer';
import { fulfilmentsAsked } from './fulfilmentRequests';
import { isId } from './ids';
import { nextIn } from './paged';
import type { ShopifyData, ShopifyFulfilment, ShopifyFulfilmentOrder, ShopifyOrder } from './types';

export interface Fulfilment {
	readonly id: string;
	readonly number: string;
	readonly status: string;
	/** Such as `DELIVERED`. */
	readonly displayStatus: string | null;
	readonly location: string | null;
	readonly tracking: readonly Tracking[];
}

/** What of the order is still to leave one location. */
export interface OpenFulfilment {
	/** Shopify's fulfilment order. */
	readonly id: string;
	readonly location: string | null;
	readonly lines: readonly {
		readonly id: string;
		/** The line of the order. */
		readonly line: string;
		readonly remaining: number;
	}[];
}

export interface OrderFulfilments {
	readonly id: string;
	readonly number: string;
	readonly isCancelled: boolean;
	readonly fulfilments: readonly Fulfilment[];
	readonly open: readonly OpenFulfilment[];
}

/** What has left of an order, and what may still be fulfilled. */
export async function fulfilmentsOf(http: Http, order: string): Promise<OrderFulfilments> {
	if (!isId('Order', order)) throw noOrder(order);
	const open: OpenFulfilment[] = [];
	for (let after: string | null = null; ; ) {
		const { data } = await ask(http, fulfilmentsAsked(order, after));
		const from = reading<ShopifyData>(data);
		const found = partOrNull(from, 'order');
		if (found === null) throw noOrder(order);
		const list = part(found, 'fulfillmentOrders');
		open.push(...rows(list, 'nodes').filter(isOpen).map(openOf));
		after = nextIn(list);
		const answer = { ...orderIn(found), open };
		sound('shopify', from);
		if (after === null) return answer;
	}
}

const orderIn = (order: Reading<ShopifyOrder>): Omit<OrderFulfilments, 'open'> => ({
	id: text(order, 'id'),
	number: text(order, 'name'),
	isCancelled: textOrNull(order, 'cancelledAt') !== null,
	fulfilments: fulfilmentsIn(order),
});

const fulfilmentsIn = (order: Reading<ShopifyOrder>): readonly Fulfilment[] =>
	rows(order, 'fulfillments').map((one) => ({
		id: text(one, 'id'),
		number: text(one, 'name'),
		status: text(one, 'status'),
		displayStatus: textOrNull(one, 'displayStatus'),
		location: locationOf(one),
		tracking: rows(one, 'trackingInfo').map((row) => ({
			number: textOrNull(row, 'number') ?? '',
			carrier: textOrNull(row, 'company'),
			url: textOrNull(row, 'url'),
		})),
	}));

function locationOf(from: Reading<Pick<ShopifyFulfilment, 'location'>>): string | null {
	const location = partOrNull(from, 'location');
	return location && text(location, 'id');
}

/** Only what Shopify itself says may be fulfilled (reference/shopify.md 10). */
const isOpen = (one: Reading<ShopifyFulfilmentOrder>): boolean =>
	rows(one, 'supportedActions').some(({ fields }) => fields.action === 'CREATE_FULFILLMENT');

function openOf(one: Reading<ShopifyFulfilmentOrder>): OpenFulfilment {
	const list = part(one, 'lineItems');
	if (nextIn(list) !== null) flaw(list, 'pageInfo', 'the end of its lines');
	const lines = rows(list, 'nodes').map((row) => ({
		id: text(row, 'id'),
		line: text(part(row, 'lineItem'), 'id'),
		remaining: Number(row.fields.remainingQuantity ?? 0),
	}));
	return {
		id: text(one, 'id'),
		location: locationOf(part(one, 'assignedLocation')),
		lines: lines.filter(({ remaining }) => remaining > 0),
	};
}

const noOrder = (order: string) =>
	refused(`shopify: has no order "${order}". Give its ID, such as gid://shopify/Order/1.`);
