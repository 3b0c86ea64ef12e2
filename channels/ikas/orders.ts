import { refused } from '../../domain/failure';
import { instant } from '../../domain/instant';
import type { ChannelConnector, Http, OrderWindow } from '../connector';
import { timeOf } from '../timeOf';
import { ask } from './answer';
import type { Answer } from './answer';
import { latest } from './latest';
import { orderList, updatedAtsOf } from './orderList';
import { ordersAround } from './ordersAround';
import { faultless } from './paged';
import { readOrders } from './permissions';
import { referencesOf } from './references';
import * as requests from './requests';
import { tagNames } from './tagNames';
import { after, positionOf, positionText, readUpTo, startOf } from './walk';
import type { PageSeen, Position } from './walk';

export const orders = {
	async page(http: Http, window: OrderWindow) {
		const asked = askedOf(window);
		const { answer, broken } = await ordersAround(http, asked, readOrders);
		const list = orderList(answer, await tagNames(http, answer));
		return {
			account: list.account,
			orders: list.orders,
			unreadable: [...list.unreadable, ...broken],
			...onward(window, hereOf(window, asked, answer), list),
		};
	},

	async get(http: Http, ids: readonly string[]) {
		if (ids.length === 0) throw refused('ikas: no order id was given. Name at least one.');
		const lists = [];
		for (let start = 0; start < ids.length; start += requests.pageLimit) {
			const some = ids.slice(start, start + requests.pageLimit);
			const answer = await ask(http, requests.ordersById(some), readOrders);
			lists.push(orderList(answer, await tagNames(http, answer)));
		}
		return {
			account: lists[0]?.account ?? '',
			orders: lists.flatMap((list) => list.orders),
			unreadable: lists.flatMap(({ unreadable }) => unreadable),
		};
	},

	async references(http: Http, window: OrderWindow) {
		const asked = askedOf(window);
		const answer = await ask(http, requests.orderIdsChanged(asked), readOrders);
		const page = faultless(answer, 'listOrder');
		const seen = { hasNext: page.hasNext, updatedAts: updatedAtsOf(page.raws) };
		return {
			account: page.account,
			references: referencesOf(page),
			...onward(window, hereOf(window, asked, answer), seen),
		};
	},

	latest,
} satisfies NonNullable<ChannelConnector['orders']>;

type Asked = Position & Pick<requests.OrdersChanged, 'connectedAt'>;

const askedOf = (window: OrderWindow): Asked => ({
	connectedAt: timeOf('ikas', window.connectedAt),
	...(window.position === null ? startOf(window) : positionOf(window.position)),
});

/** The first answer of a walk says when the walk began. */
const hereOf = ({ position }: OrderWindow, asked: Asked, { clock }: Answer): Position =>
	position === null ? { ...asked, startedAt: clock } : asked;

/** Where the walk goes on, and how far it has read when it does not. */
function onward(window: OrderWindow, here: Position, seen: PageSeen) {
	const next = after(here, seen);
	const known = timeOf('ikas', window.watermark ?? window.connectedAt);
	const read = next === null ? readUpTo(here, seen) : known;
	return { next: next && positionText(next), watermark: instant(Math.max(known, read)) };
}
