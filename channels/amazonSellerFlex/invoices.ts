import { refused } from '../../domain/failure';
import type { InvoiceWay } from '../../domain/invoice';
import { decimalOf } from '../../domain/money';
import { shown } from '../../domain/sku';
import type { ChannelConnector, Http, InvoiceFile } from '../connector';
import { submitFeed } from './feeds';
import { marketplaceWith } from './marketplaces';
import { marketplaceIdIn } from './seller';

/** Where Amazon makes the invoice, and where its pages document the upload (reference/amazon-seller-flex.md 9). */
const byAmazon = ['IN'];
const byUpload = ['ES', 'GB', 'FR', 'DE', 'IT', 'NL', 'PL', 'SE'];

function usual(account: string): InvoiceWay {
	const code = marketplaceWith(marketplaceIdIn(account))?.code ?? '';
	if (byAmazon.includes(code)) return 'channel';
	return byUpload.includes(code) ? 'upload' : 'byHand';
}

/** All that Amazon takes in the number of an invoice. */
const numberShape = /^[A-Za-z0-9,/\\ \-_;:#]+$/;
/** Every PDF begins like this; Amazon says only minutes later that a file is none. */
const pdf = /^%PDF-/;

async function submit(http: Http, { order, number, total, tax, base64 }: InvoiceFile) {
	const what = `the invoice of order ${order}`;
	if (!numberShape.test(number)) {
		throw refused(
			`amazonSellerFlex: ${what} was not sent: its number ${shown(number)} has a character that Amazon does not take. It takes letters without accents, digits, spaces and , / \\ - _ ; : #.`,
		);
	}
	if (!pdf.test(Buffer.from(base64.slice(0, 16), 'base64').toString('latin1'))) {
		throw refused(`amazonSellerFlex: ${what} was not sent: the file is no PDF. Give a PDF.`);
	}
	return await submitFeed(http, 'invoice', {
		contentType: 'application/pdf',
		base64,
		options: {
			'metadata:orderid': order,
			'metadata:invoicenumber': number,
			'metadata:documenttype': 'Invoice',
			'metadata:totalamount': decimalOf(total),
			'metadata:totalvatamount': decimalOf(tax),
		},
	});
}

export const invoices = { usual, submit } satisfies ChannelConnector['invoices'];
