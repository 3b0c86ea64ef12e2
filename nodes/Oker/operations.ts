import { listings } from '../channel/listings';
import { statuses } from '../channel/lists';
import { openSettingsForm } from '../channel/openSettingsForm';
import { ordersAfter } from '../channel/ordersAfter';
import { orderWithId } from '../channel/orderWithId';
import { gaps, listingPage, orderPage, referencePage } from '../channel/pages';
import { pushStock } from '../channel/pushStock';
import { saveSettings } from '../channel/saveSettings';
import { sendUpdate } from '../channel/sendUpdate';
import { operationTable } from '../shared/operationTable';
import { access } from './access';
import { cancel, dispatch, pack } from './tell';

export const operations = operationTable({
	'listing:getMany': listings(access),
	'listing:getPage': listingPage(access),
	'order:cancel': cancel,
	'order:dispatch': dispatch,
	'order:get': orderWithId(access),
	'order:getGaps': gaps(access),
	'order:getMany': ordersAfter(access),
	'order:getPage': orderPage(access),
	'order:getReferences': referencePage(access),
	'order:pack': pack,
	'order:sendUpdate': sendUpdate(access),
	'orderStatus:getMany': statuses(access),
	'stock:push': pushStock(access),
	'store:getSettingsForm': openSettingsForm(access),
	'store:saveSettings': saveSettings(access),
});
