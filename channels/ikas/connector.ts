import { Failure } from '../../domain/failure';
import { instant } from '../../domain/instant';
import type { ChannelConnector, Http } from '../connector';
import { flaw, part, reading, rows, sound, text, textOrNull } from '../fields';
import type { Reading } from '../fields';
import { ask } from './answer';
import { listings } from './listings';
import { orders } from './orders';
import { permissions, readInventories, readOrders } from './permissions';
import * as requests from './requests';
import { toStatuses } from './statuses';
import { stock } from './stock';
import type { IkasApp, IkasData } from './types';
import { updates } from './updates';

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

	orders,
	updates,
	listings,
	stock,

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
			const { data } = await ask(http, requests.stockLocations(), readInventories);
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
	return permissions.filter((scope) => !given.includes(scope));
}
