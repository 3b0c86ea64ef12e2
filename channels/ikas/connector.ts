import { Failure, refused } from '../../domain/failure';
import { instant } from '../../domain/instant';
import type { ChannelConnector, Http, OrderWindow } from '../connector';
import { flaw, part, reading, rows, sound, text, textOrNull } from '../fields';
import type { Reading } from '../fields';
import { ask } from './answer';
import { orderList } from './orderList';
import { ordersAround } from './ordersAround';
import * as requests from './requests';
import { toStatuses } from './statuses';
import type { IkasApp, IkasData } from './types';
import { after, positionOf, positionText, readUpTo, startOf, timeOf } from './walk';

/** Scopes of the app that reading takes (reference/ikas.md 2.1). */
const readOrders = 'READ_ORDERS';
const readLocations = 'READ_INVENTORIES';

export const ikas = {
	channel: 'ikas',
	quota: { calls: 50, perMs: 10_000 },

	async account(http: Http) {
		const { data, clock } = await ask(http, requests.merchantAndApp(), readOrders);
		const from = reading<IkasData>(data);
		const merchant = part(from, 'getMerchant');
		const account = {
			id: text(merchant, 'id'),
			name: textOrNull(merchant, 'storeName') || text(merchant, 'merchantName'),
			missing: missingIn(part(from, 'me')),
			clock: clock === null ? null : instant(clock),
		};
		sound('ikas', from);
		return account;
	},

	orders: {
		async page(http: Http, window: OrderWindow) {
			const connectedAt = timeOf(window.connectedAt);
			const at = window.position === null ? startOf(window) : positionOf(window.position);
			const { answer, broken } = await ordersAround(http, { connectedAt, ...at }, readOrders);
			const here = window.position === null ? { ...at, startedAt: answer.clock } : at;
			const list = orderList(answer);
			const next = after(here, list);
			const known = timeOf(window.watermark ?? window.connectedAt);
			const read = next === null ? readUpTo(here, list) : known;
			return {
				account: list.account,
				orders: list.orders,
				unreadable: [...list.unreadable, ...broken],
				next: next && positionText(next),
				watermark: instant(Math.max(known, read)),
			};
		},

		async get(http: Http, ids: readonly string[]) {
			if (ids.length === 0) throw refused('ikas: no order id was given. Name at least one.');
			const lists = [];
			for (let start = 0; start < ids.length; start += requests.pageLimit) {
				const some = ids.slice(start, start + requests.pageLimit);
				lists.push(orderList(await ask(http, requests.ordersById(some), readOrders)));
			}
			return {
				account: lists[0]?.account ?? '',
				orders: lists.flatMap(({ orders }) => orders),
				unreadable: lists.flatMap(({ unreadable }) => unreadable),
			};
		},
	},

	statuses: {
		async list(http: Http) {
			const [asked] = await Promise.allSettled([ask(http, requests.orderStatuses(), readOrders)]);
			if (asked.status === 'fulfilled') return toStatuses(asked.value.data);
			if (asked.reason instanceof Failure && asked.reason.kind === 'rejected')
				return toStatuses({});
			throw asked.reason;
		},
	},

	locations: {
		async list(http: Http) {
			const { data } = await ask(http, requests.stockLocations(), readLocations);
			const from = reading<IkasData>(data);
			const locations = rows(from, 'listStockLocation')
				.filter(({ fields }) => fields.deleted !== true)
				.map((location) => ({ id: text(location, 'id'), name: text(location, 'name') }));
			sound('ikas', from);
			return locations;
		},
	},
} satisfies ChannelConnector;

function missingIn(app: Reading<IkasApp>): readonly string[] {
	const { scopes } = app.fields;
	if (!Array.isArray(scopes)) flaw(app, 'scopes', 'a list');
	const given: readonly unknown[] = Array.isArray(scopes) ? scopes : [];
	return [readOrders, readLocations].filter((scope) => !given.includes(scope));
}
