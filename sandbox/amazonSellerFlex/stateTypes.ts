import type { Cause } from './types';

export interface AmazonLabelState {
	readonly carrier: string;
	readonly trackingId: string;
	readonly at: number;
	readonly by: Cause;
}

export interface AmazonPackageState {
	readonly id: string;
	readonly status: string;
	/** Units by line. */
	readonly lines: Readonly<Record<string, number>>;
	readonly weightG: number;
	readonly label: AmazonLabelState | null;
}

/** The stock of a SKU at a location, as it was told, with all that it was told. */
export interface AmazonStockState {
	readonly location: string;
	readonly sku: string;
	readonly quantity: number;
	readonly sequence: number;
	readonly updates: readonly {
		readonly at: number;
		readonly quantity: number;
		readonly sequence: number;
	}[];
}

export interface AmazonPriceState {
	readonly sku: string;
	readonly asin: string;
	/** What shows now. */
	readonly price: number | null;
	readonly currency: string;
	readonly updates: readonly {
		readonly at: number;
		readonly visibleAt: number;
		readonly price: number | null;
		/** Id of the feed; null for a patch, and for the price that the product came with. */
		readonly feed: string | null;
		readonly by: 'seed' | 'api';
	}[];
}

export interface AmazonFeedState {
	readonly id: string;
	readonly type: string;
	readonly status: string;
	readonly createdAt: number;
	/** Messages or invoices taken, and refused; 0 and 0 until it is done. */
	readonly accepted: number;
	readonly refused: number;
}

export interface AmazonInvoiceState {
	readonly at: number;
	readonly feed: string;
	readonly buyerOrderId: string;
	readonly shipments: readonly string[];
	readonly number: string;
	readonly documentType: string;
	readonly bytes: number;
}
