import type { IExecuteFunctions } from 'n8n-workflow';
import { awbLabels, type AwbLabel } from '../../channels/babyshop/labels';
import { inQuota } from '../channel/inQuota';
import { eachItem } from '../shared/eachItem';
import { text } from '../shared/parameters';
import { access } from './access';

/** The labels of an order as files, one item for each shipment. Nothing is made: it can be repeated. */
export const printAwb = eachItem(async (context, item) => {
	const order = text(context, 'orderId', item);
	const field = text(context, 'binaryPropertyName', item) || 'data';
	const labels = await inQuota(context, access, (http) => awbLabels(http, order));
	return await Promise.all(
		labels.map(async ({ invoice, awb, carrier, label }) => {
			const fileName = `${order}-${awb}`.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-').concat('.pdf');
			const file = await fileOf(context, fileName, label);
			return { json: { order, invoice, awb, carrier, fileName }, binary: { [field]: file } };
		}),
	);
});

const fileOf = async (
	context: IExecuteFunctions,
	fileName: string,
	{ base64, mimeType }: AwbLabel['label'],
) => await context.helpers.prepareBinaryData(Buffer.from(base64, 'base64'), fileName, mimeType);
