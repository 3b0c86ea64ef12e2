import {
	attach as attachOwn,
	book,
	labelOf,
	setShipmentStatus,
	shipmentOf,
	shipmentSteps,
} from '../../channels/omniful/shipping';
import { refused } from '../../domain/failure';
import type { IExecuteFunctions } from 'n8n-workflow';
import { inQuota } from '../channel/inQuota';
import { eachItem } from '../shared/eachItem';
import { oneOf, text, whole } from '../shared/parameters';
import { one } from '../shared/row';
import { access } from './access';
import { acting } from './acting';

const parcelOf = (context: IExecuteFunctions, item: number) => ({
	boxes: whole(context, 'boxes', item),
	weight: Number(context.getNodeParameter('parcel.weight', item, 0)),
	remarks: text(context, 'parcel.remarks', item),
});

export const get = eachItem(async (context, item) => {
	const order = text(context, 'orderId', item);
	return one(await inQuota(context, access, (http) => shipmentOf(http, order)));
});

/** Makes what there is not yet; a repetition gives the same again. */
export const create = acting((context, item) => {
	const order = text(context, 'orderId', item);
	const parcel = parcelOf(context, item);
	return { about: { order }, work: (http) => book(http, order, parcel) };
});

export const attach = acting((context, item) => {
	const order = text(context, 'orderId', item);
	const own = {
		...parcelOf(context, item),
		awb: text(context, 'trackingNumber', item).trim(),
		carrier: text(context, 'carrierTag', item).trim(),
		trackingUrl: text(context, 'parcel.trackingUrl', item),
		label: text(context, 'parcel.label', item),
	};
	if (own.awb === '') throw refused('trackingNumber: it is empty. Fill it in.');
	if (own.carrier === '') throw refused('carrierTag: it is empty. Use manual for any carrier.');
	return {
		about: { order },
		work: async (http) => ({ outcome: 'sent', ...(await attachOwn(http, order, own)) }),
	};
});

export const setStatus = acting((context, item) => {
	const order = text(context, 'orderId', item);
	const status = oneOf(shipmentSteps, text(context, 'shipmentStatus', item), 'shipmentStatus');
	return {
		about: { order, status },
		async work(http) {
			await setShipmentStatus(http, order, status);
			return { outcome: 'sent' };
		},
	};
});

export const getLabel = eachItem(async (context, item) => {
	const order = text(context, 'orderId', item);
	const label = await inQuota(context, access, (http) => labelOf(http, order));
	const [fileName, mimeType] = [`${order}-label.pdf`, 'application/pdf'];
	const bytes = Buffer.from(label, 'base64');
	const file = await context.helpers.prepareBinaryData(bytes, fileName, mimeType);
	const field = text(context, 'binaryPropertyName', item) || 'data';
	return [{ json: { order, fileName, mimeType }, binary: { [field]: file } }];
});
