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
import { fulfilmentsOf, markDelivered } from './fulfilmentOperations';
import { saveItem } from './itemOperations';
import * as manifest from './manifestOperations';
import * as order from './orderOperations';
import * as packed from './packageOperations';
import * as returned from './returnOperations';
import { adjust, stockOf } from './stockOperations';
import { cancel } from './tell';

export const operations = operationTable({
	'fulfilment:getMany': fulfilmentsOf,
	'fulfilment:getPage': fulfilmentPage(access),
	'fulfilment:markDelivered': markDelivered,
	'listing:getMany': listings(access),
	'listing:getPage': listingPage(access),
	'listing:save': saveItem,
	'location:getMany': locations(access),
	'manifest:addPackages': manifest.addPackages,
	'manifest:close': manifest.close,
	'manifest:create': manifest.create,
	'manifest:createAndClose': manifest.createAndClose,
	'order:cancel': cancel,
	'order:create': order.create,
	'order:find': order.find,
	'order:get': orderWithId(access),
	'order:getMany': ordersAfter(access),
	'order:hold': order.hold,
	'order:release': order.release,
	'order:sendUpdate': sendUpdate(access),
	'order:verify': order.verify,
	'package:allocateCourier': packed.allocateCourier,
	'package:createLabel': packed.createLabel,
	'package:dispatch': packed.dispatch,
	'package:forceDispatch': packed.forceDispatch,
	'package:getInvoice': packed.getInvoice,
	'package:getLabel': packed.getLabel,
	'package:getMany': packed.packages,
	'return:complete': returned.complete,
	'return:create': returned.create,
	'return:getMany': returned.returns,
	'stock:adjust': adjust,
	'stock:get': stockOf,
	'stock:getPage': omsStockPage(access),
	'store:getSettingsForm': openSettingsForm(access),
	'store:saveSettings': saveSettings(access),
});
