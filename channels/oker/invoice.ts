import type { ChannelInvoice, InvoiceTax } from '../../domain/channelUpdate';
import { reading, rows, sound } from '../fields';
import type { Reading } from '../fields';
import { fieldsOf } from './answer';
import type { Answer } from './answer';
import { listingId } from './listingId';
import type { Item } from './orderState';
import type { OkerInvoice, OkerTax } from './types';
import { code, time } from './values';

/** What an invoice and a dispatch call each rate, in percent. */
const rateNames = [
	['taxPercentage', 'taxRate'],
	['centralGstPercentage', 'centralGstPercentage'],
	['stateGstPercentage', 'stateGstPercentage'],
	['unionTerritoryGstPercentage', 'unionTerritoryGstPercentage'],
	['integratedGstPercentage', 'integratedGstPercentage'],
	['compensationCessPercentage', 'compensationCessPercentage'],
] as const satisfies readonly (readonly [keyof OkerTax, string])[];

/** As a dispatch has them. */
export type Rates = Readonly<Record<(typeof rateNames)[number][1], number>>;

export function invoiceIn(answer: Answer): ChannelInvoice {
	const from = reading<OkerInvoice>(fieldsOf(answer));
	const invoice = {
		code: code(from, 'code'),
		at: time(from, 'invoiceDate'),
		taxes: rows(from, 'productTaxes').map(taxIn),
	};
	sound('oker', from);
	return invoice;
}

/** What the gateway leaves out is 0. */
const taxIn = (from: Reading<OkerTax>): InvoiceTax => ({
	listing: listingId({ productId: code(from, 'productId'), variantId: code(from, 'variantId') }),
	rates: Object.fromEntries(rateNames.map(([name, told]) => [told, rateIn(from, name)])),
});

function rateIn({ fields }: Reading<OkerTax>, name: keyof OkerTax): number {
	const value = fields[name];
	return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

/** Of an item, as the invoice has them; none where it does not name it. */
export const ratesOf = ({ taxes }: ChannelInvoice, item: Item): Partial<Rates> =>
	taxes.find(({ listing }) => listing === listingId(item))?.rates ?? {};
