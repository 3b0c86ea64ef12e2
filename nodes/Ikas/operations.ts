import type { IExecuteFunctions } from 'n8n-workflow';
import type { Http } from '../../channels/connector';
import { refused } from '../../domain/failure';
import { eachItem } from '../shared/eachItem';
import { onChannel } from '../shared/http';
import { ledgerOf } from '../shared/ledgerOf';
import { operationTable } from '../shared/operationTable';
import { flag, runOf, text } from '../shared/parameters';
import { many, one } from '../shared/row';
import { access } from './access';
import { ordersAfter } from './ordersAfter';
import { sameAccount } from './sameAccount';
import { saveSettings } from './saveSettings';
import { shown } from './simplified';

const { connector } = access;

const onIkas = async <T>(context: IExecuteFunctions, work: (http: Http) => Promise<T>) =>
	await onChannel(context, access, await ledgerOf(context), work);

export const operations = operationTable({
	'order:getPage': eachItem(async (context, item) => {
		const run = runOf(context, item);
		const { account, ...page } = await onIkas(context, (http) => connector.orders.page(http, run));
		sameAccount(run.account, account);
		return one({ run, ...page });
	}),
	'order:getMany': eachItem((context, item) => ordersAfter(context, item)),
	'order:get': eachItem(async (context, item) => {
		const id = text(context, 'orderId', item);
		const { orders, unreadable } = await onIkas(context, (http) =>
			connector.orders.get(http, [id]),
		);
		if (orders.length + unreadable.length === 0) {
			throw refused(
				`ikas: there is no order with the ID "${id}". The number of an order is not its ID.`,
			);
		}
		return shown(orders, unreadable, flag(context, 'simple', item));
	}),
	'orderStatus:getMany': eachItem(async (context) =>
		many(await onIkas(context, connector.statuses.list)),
	),
	'location:getMany': eachItem(async (context) =>
		many(await onIkas(context, connector.locations.list)),
	),
	'store:saveSettings': eachItem(async (context, item) => one(await saveSettings(context, item))),
});
