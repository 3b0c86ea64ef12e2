import { listings } from '../channel/listings';
import { locations } from '../channel/lists';
import { fulfilmentPage, omsStockPage } from '../channel/omsPages';
import { openSettingsForm } from '../channel/openSettingsForm';
import { ordersAfter } from '../channel/ordersAfter';
import { orderWithId } from '../channel/orderWithId';
import { listingPage } from '../channel/pages';
import { pushStock } from '../channel/pushStock';
import { saveSettings } from '../channel/saveSettings';
import { sendUpdate } from '../channel/sendUpdate';
import { stockOf } from '../channel/stockOf';
import { operationTable } from '../shared/operationTable';
import { access } from './access';
import { createFulfilment, fulfilmentsOf } from './fulfilments';
import { cancel } from './tell';

export const operations = operationTable({
	'fulfilment:create': createFulfilment,
	'fulfilment:getMany': fulfilmentsOf,
	'fulfilment:getPage': fulfilmentPage(access),
	'listing:getMany': listings(access),
	'listing:getPage': listingPage(access),
	'location:getMany': locations(access),
	'order:cancel': cancel,
	'order:get': orderWithId(access),
	'order:getMany': ordersAfter(access),
	'order:sendUpdate': sendUpdate(access),
	'stock:get': stockOf(access, 'Its ID is like gid://shopify/ProductVariant/808950810.'),
	'stock:getPage': omsStockPage(access),
	'stock:push': pushStock(access),
	'store:getSettingsForm': openSettingsForm(access),
	'store:saveSettings': saveSettings(access),
});
