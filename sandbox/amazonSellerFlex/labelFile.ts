import { pdfOf } from './invoicing';
import type { StoredFile } from './documents';
import type { AmazonOptions } from './types';

type Format = NonNullable<AmazonOptions['labelFormat']>;

/** One black point. */
const png =
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==';

/** By content type (reference/amazon-seller-flex.md 8). */
const formats: Readonly<Record<Format, { readonly type: string; of(text: string): Buffer }>> = {
	ZPL: {
		type: 'x.application/zpl',
		of: (text) => Buffer.from(`^XA^FO50,50^BCN,100,Y,N,N^FD${text}^FS^XZ`),
	},
	PNG: { type: 'image/png', of: () => Buffer.from(png, 'base64') },
	PDF: { type: 'application/pdf', of: pdfOf },
};

export const labelFile = (format: Format, trackingId: string): StoredFile => {
	const { type, of } = formats[format];
	return { contentType: type, isGzipped: false, bytes: of(trackingId) };
};
