import { eachItem } from '../shared/eachItem';
import { openSettingsForm } from '../shared/openSettingsForm';
import { operationTable } from '../shared/operationTable';
import { flag } from '../shared/parameters';
import { many, one } from '../shared/row';
import { saveSettings } from '../shared/saveSettings';
import { access } from './access';
import { listings } from './listings';
import { onIkas } from './onIkas';
import { ordersAfter } from './ordersAfter';
import { orderWithId } from './orderWithId';
import { gaps, listingPage, orderPage, referencePage, stockPage } from './pages';
import { pushStock } from './pushStock';
import { sendUpdate } from './sendUpdate';
import { shown } from './simplified';
import { stockOf } from './stockOf';
import { cancel, ship, updateStatus } from './tell';

const { connector } = access;

export const operations = operationTable({
	'listing:getMany': eachItem((context, item) => listings(context, item)),
	'listing:getPage': listingPage,
	'location:getMany': eachItem(async (context) =>
		many(await onIkas(context, connector.locations.list)),
	),
	'order:cancel': cancel,
	'order:get': eachItem(async (context, item) => {
		const { orders, unreadable } = await orderWithId(context, item);
		return shown(orders, unreadable, flag(context, 'simple', item));
	}),
	'order:getGaps': gaps,
	'order:getMany': eachItem((context, item) => ordersAfter(context, item)),
	'order:getPage': orderPage,
	'order:getReferences': referencePage,
	'order:sendUpdate': sendUpdate,
	'order:ship': ship,
	'order:updateStatus': updateStatus,
	'orderStatus:getMany': eachItem(async (context) =>
		many(await onIkas(context, connector.statuses.list)),
	),
	'stock:get': eachItem(async (context, item) => many(await stockOf(context, item))),
	'stock:getPage': stockPage,
	'stock:push': pushStock,
	'store:getSettingsForm': eachItem(async (context) =>
		one(await openSettingsForm(context, access)),
	),
	'store:saveSettings': eachItem(async (context, item) =>
		one(await saveSettings(context, item, access)),
	),
});
