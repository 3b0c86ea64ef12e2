import { listings } from '../channel/listings';
import { cancelReasons, carriers, statuses } from '../channel/lists';
import { openSettingsForm } from '../channel/openSettingsForm';
import { ordersAfter } from '../channel/ordersAfter';
import { orderWithId } from '../channel/orderWithId';
import { gaps, listingPage, orderPage, referencePage, stockPage } from '../channel/pages';
import { pushStock } from '../channel/pushStock';
import { saveSettings } from '../channel/saveSettings';
import { sendUpdate } from '../channel/sendUpdate';
import { stockOf } from '../channel/stockOf';
import { operationTable } from '../shared/operationTable';
import { access } from './access';
import { getInvoice, getLabel } from './documents';
import { cancel, ship, updateStatus } from './tell';

export const operations = operationTable({
	'cancelReason:getMany': cancelReasons(access),
	'carrier:getMany': carriers(access),
	'listing:getMany': listings(access),
	'listing:getPage': listingPage(access),
	'order:cancel': cancel,
	'order:get': orderWithId(access),
	'order:getGaps': gaps(access),
	'order:getInvoice': getInvoice,
	'order:getLabel': getLabel,
	'order:getMany': ordersAfter(access),
	'order:getPage': orderPage(access),
	'order:getReferences': referencePage(access),
	'order:sendUpdate': sendUpdate(access),
	'order:ship': ship,
	'order:updateStatus': updateStatus,
	'orderStatus:getMany': statuses(access),
	'stock:get': stockOf(access, 'Its ID is the number that The Iconic gives a product.'),
	'stock:getPage': stockPage(access),
	'stock:push': pushStock(access),
	'store:getSettingsForm': openSettingsForm(access),
	'store:saveSettings': saveSettings(access),
});
