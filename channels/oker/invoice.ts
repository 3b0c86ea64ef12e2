import type { Instant } from '../../domain/instant';
import { reading, rows, sound } from '../fields';
import type { Reading } from '../fields';
import { fieldsOf } from './answer';
import type { Answer } from './answer';
import type { Item } from './orderState';
import type { OkerInvoice, OkerTax } from './types';
import { code, time } from './values';

/** As the channel issued it. */
export interface Invoice {
	readonly code: string;
	readonly at: Instant;
	readonly taxes: readonly Tax[];
}

/** In percent; what the gateway leaves out is 0. */
export interface Rates {
	readonly taxRate: number;
	readonly centralGstPercentage: number;
	readonly stateGstPercentage: number;
	readonly unionTerritoryGstPercentage: number;
	readonly integratedGstPercentage: number;
	readonly compensationCessPercentage: number;
}

interface Tax {
	readonly productId: string;
	readonly variantId: string;
	readonly rates: Rates;
}

export function invoiceIn(answer: Answer): Invoice {
	const from = reading<OkerInvoice>(fieldsOf(answer));
	const invoice = {
		code: code(from, 'code'),
		at: time(from, 'invoiceDate'),
		taxes: rows(from, 'productTaxes').map(taxIn),
	};
	sound('oker', from);
	return invoice;
}

function taxIn(from: Reading<OkerTax>): Tax {
	const rate = (name: keyof OkerTax): number => {
		const value = from.fields[name];
		return typeof value === 'number' && Number.isFinite(value) ? value : 0;
	};
	return {
		productId: code(from, 'productId'),
		variantId: code(from, 'variantId'),
		rates: {
			taxRate: rate('taxPercentage'),
			centralGstPercentage: rate('centralGstPercentage'),
			stateGstPercentage: rate('stateGstPercentage'),
			unionTerritoryGstPercentage: rate('unionTerritoryGstPercentage'),
			integratedGstPercentage: rate('integratedGstPercentage'),
			compensationCessPercentage: rate('compensationCessPercentage'),
		},
	};
}

/** Of an item, as the invoice has them; none where it does not name it. */
export const ratesOf = ({ taxes }: Invoice, { productId, variantId }: Item): Partial<Rates> =>
	taxes.find((one) => one.productId === productId && one.variantId === variantId)?.rates ?? {};
