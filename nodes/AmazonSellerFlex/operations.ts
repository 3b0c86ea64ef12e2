import { importPrices } from '../channel/importPrices';
import { openSettingsForm } from '../channel/openSettingsForm';
import { ordersAfter } from '../channel/ordersAfter';
import { orderWithId } from '../channel/orderWithId';
import { gaps, orderPage, referencePage } from '../channel/pages';
import { pushPrices } from '../channel/pushPrices';
import { pushStock } from '../channel/pushStock';
import { saveSettings } from '../channel/saveSettings';
import { sendUpdate } from '../channel/sendUpdate';
import { statuses } from '../channel/lists';
import { stockOf } from '../channel/stockOf';
import { uploadInvoice } from '../channel/uploadInvoice';
import { operationTable } from '../shared/operationTable';
import { access } from './access';
import { importListingCsv } from './importListingCsv';
import { accept, cancel, ship } from './tell';

export const operations = operationTable({
	'invoice:upload': uploadInvoice(access),
	'listing:importCsv': importListingCsv,
	'order:accept': accept,
	'order:cancel': cancel,
	'order:get': orderWithId(access),
	'order:getGaps': gaps(access),
	'order:getMany': ordersAfter(access),
	'order:getPage': orderPage(access),
	'order:getReferences': referencePage(access),
	'order:sendUpdate': sendUpdate(access),
	'order:ship': ship,
	'orderStatus:getMany': statuses(access),
	'price:importCsv': importPrices(access),
	'price:push': pushPrices(access),
	'stock:get': stockOf(access, 'Its ID is the seller SKU.'),
	'stock:push': pushStock(access),
	'store:getSettingsForm': openSettingsForm(access),
	'store:saveSettings': saveSettings(access),
});
