import { eachItem } from '../shared/eachItem';
import { ledgerOf } from '../shared/ledgerOf';
import { text } from '../shared/parameters';
import { orderId, store } from './calls';
import { parcelOf } from './statusDetail';

const endings: Readonly<Record<string, string>> = {
	'application/pdf': 'pdf',
	'image/png': 'png',
	'text/plain': 'txt',
};

/** What a file of the type is called; printers know ZPL by any of its types. */
const endingOf = (mimeType: string) => endings[mimeType] ?? (/zpl/i.test(mimeType) ? 'zpl' : 'bin');

/** The label of a parcel as a file, named after its order and parcel. */
export const getLabel = eachItem(async (context, item) => {
	const ledger = await ledgerOf(context);
	const at = [context, item] as const;
	const { label, ...parcel } = await ledger.getLabel(
		store(...at),
		orderId(...at),
		parcelOf(...at, 'parcelId'),
	);
	const { mimeType } = label;
	const name = `${parcel.number}-${parcel.parcel}`.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-');
	const fileName = `${name}.${endingOf(mimeType)}`;
	const file = await context.helpers.prepareBinaryData(
		Buffer.from(label.base64, 'base64'),
		fileName,
		mimeType,
	);
	const field = text(context, 'binaryPropertyName', item) || 'data';
	return [{ json: { ...parcel, fileName, mimeType }, binary: { [field]: file } }];
});
