import type { Label } from '../../domain/channelUpdate';
import type { Http } from '../connector';
import { part, reading, sound, text, textOrNull } from '../fields';
import type { Fields } from '../fields';
import { attempt, refusalOf } from './answer';
import * as requests from './requests';
import type { AmazonInvoice } from './types';

/** Amazon's words for what a file is; a PDF where it says nothing (reference/amazon-seller-flex.md 9). */
const mimeTypes: Readonly<Record<string, string>> = {
	ZPL: 'x.application/zpl',
	PNG: 'image/png',
	PLAIN_TEXT: 'text/plain',
};

/** The invoice that Amazon made of the order; null where it made none. */
export async function invoiceOf(http: Http, order: string): Promise<Label | null> {
	const answer = await attempt(http, requests.invoice(order), `the invoice of order ${order}`);
	if (!('refusal' in answer)) return documentIn(answer.body);
	if (answer.refusal.status === 404) return null;
	throw refusalOf(answer.refusal);
}

export function documentIn(body: Fields): Label {
	const from = reading<AmazonInvoice>(body);
	const document = part(from, 'document');
	const format = textOrNull(document, 'format') ?? '';
	const file = {
		mimeType: mimeTypes[format] ?? 'application/pdf',
		base64: text(document, 'content'),
	};
	sound('amazonSellerFlex', from);
	return file;
}
