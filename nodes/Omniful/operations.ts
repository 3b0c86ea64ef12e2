import { listings } from '../channel/listings';
import { locations } from '../channel/lists';
import { fulfilmentPage, omsStockPage } from '../channel/omsPages';
import { openSettingsForm } from '../channel/openSettingsForm';
import { ordersAfter } from '../channel/ordersAfter';
import { orderWithId } from '../channel/orderWithId';
import { listingPage } from '../channel/pages';
import { saveSettings } from '../channel/saveSettings';
import { sendUpdate } from '../channel/sendUpdate';
import { operationTable } from '../shared/operationTable';
import { access } from './access';
import { fulfilmentsOf } from './fulfilmentOperations';
import * as order from './orderOperations';
import * as returned from './returnOperations';
import { sellers } from './sellerOperations';
import * as shipment from './shipmentOperations';
import { pushAll, stockOf } from './stockOperations';
import { cancel } from './tell';

export const operations = operationTable({
	'fulfilment:getMany': fulfilmentsOf,
	'fulfilment:getPage': fulfilmentPage(access),
	'listing:getMany': listings(access),
	'listing:getPage': listingPage(access),
	'location:getMany': locations(access),
	'order:approve': order.approve,
	'order:cancel': cancel,
	'order:create': order.create,
	'order:get': orderWithId(access),
	'order:getMany': ordersAfter(access),
	'order:sendUpdate': sendUpdate(access),
	'return:create': returned.create,
	'return:getMany': returned.returns,
	'seller:getMany': sellers,
	'shipment:attach': shipment.attach,
	'shipment:create': shipment.create,
	'shipment:get': shipment.get,
	'shipment:getLabel': shipment.getLabel,
	'shipment:setStatus': shipment.setStatus,
	'stock:get': stockOf,
	'stock:getPage': omsStockPage(access),
	'stock:push': pushAll,
	'store:getSettingsForm': openSettingsForm(access),
	'store:saveSettings': saveSettings(access),
});
