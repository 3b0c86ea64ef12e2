import type { IExecuteFunctions } from 'n8n-workflow';
import type { InvoiceFile } from '../../channels/connector';
import { refused } from '../../domain/failure';
import type { Invoice } from '../../domain/invoice';
import type { Money } from '../../domain/money';
import { amountIn } from '../../domain/priceText';
import type { LedgerOrder } from '../../ledger/orderShapes';
import { binaryFile } from '../shared/binaryChunks';
import type { AccessTo } from '../shared/channelAccess';
import { isDryRun } from '../shared/dryRun';
import { eachItem } from '../shared/eachItem';
import { ledgerOf } from '../shared/ledgerOf';
import { rehearsed } from '../shared/notSent';
import { text } from '../shared/parameters';
import { one } from '../shared/row';
import { inQuota } from './inQuota';
import { storeServed } from './storeServed';
import { submitFeed } from './submitFeed';

/** Hands the invoice of an order that left to the channel. What became of it is asked with the next Price > Push. */
export const uploadInvoice = (access: AccessTo<'invoices'>) =>
	eachItem(async (context, item) => {
		const ledger = await ledgerOf(context);
		const { invoices } = access.connector;
		const { code: store } = await storeServed(context, access, ledger);
		const order = await ledger.getOrder(store, text(context, 'orderId', item));
		const invoice = invoiceIn(context, item, order);
		const file: InvoiceFile = {
			...invoice,
			order: order.number,
			base64: await base64In(context, item),
		};
		if (isDryRun(context, item)) {
			await ledger.rehearsal.openInvoiceFeed(store, order.id, invoice);
			const sending = inQuota(context, access, (http) => invoices.submit(http, file), {
				isDryRun: true,
			});
			return one({ store, order: order.id, ...(await rehearsed(sending)) });
		}
		const { feed } = await ledger.openInvoiceFeed(store, order.id, invoice);
		await submitFeed(context, access, { feed, submit: (http) => invoices.submit(http, file) });
		const [uploading] = await ledger.getInvoices({ store, order: order.id, limit: 1 });
		return one({ ...uploading });
	});

/** In the currency of the order, unless an expression names another. */
function invoiceIn(context: IExecuteFunctions, item: number, { order }: LedgerOrder): Invoice {
	const currency = text(context, 'currency', item).toUpperCase() || order.total?.currency;
	if (currency === undefined) {
		throw refused('currency: the order does not say what it was paid in. Give three letters.');
	}
	return {
		number: text(context, 'invoiceNumber', item),
		total: amountOf(context, item, { name: 'total', currency }),
		tax: amountOf(context, item, { name: 'tax', currency }),
	};
}

function amountOf(
	context: IExecuteFunctions,
	item: number,
	{ name, currency }: { readonly name: string; readonly currency: string },
): Money {
	const read = amountIn(text(context, name, item), currency);
	if ('amount' in read) return read.amount;
	throw refused(`${name}: ${read.fault}.`);
}

async function base64In(context: IExecuteFunctions, item: number): Promise<string> {
	const pieces: Uint8Array[] = [];
	for await (const piece of binaryFile(context, 'binaryField', item).read()) pieces.push(piece);
	return Buffer.concat(pieces).toString('base64');
}
