import { documentOf, type DocumentKind } from '../../channels/theIconic/documents';
import { inQuota } from '../channel/inQuota';
import { eachItem } from '../shared/eachItem';
import { listed, option, text } from '../shared/parameters';
import { access } from './access';

/** A document that The Iconic makes of an order, or of some of its items, as a file. It can be repeated: nothing of the order changes. */
const printed = (kind: DocumentKind) =>
	eachItem(async (context, item) => {
		const order = text(context, 'orderId', item);
		const items = listed(option(context, 'lineIds', item));
		const field = text(context, 'binaryPropertyName', item) || 'data';
		const { base64, mimeType } = await inQuota(context, access, (http) =>
			documentOf(http, kind, { order, items }),
		);
		const fileName = `${[order, ...items, kind].join('-')}.pdf`;
		const file = await context.helpers.prepareBinaryData(
			Buffer.from(base64, 'base64'),
			fileName,
			mimeType,
		);
		return [{ json: { order, lines: items, fileName, mimeType }, binary: { [field]: file } }];
	});

export const getLabel = printed('label');
export const getInvoice = printed('invoice');
