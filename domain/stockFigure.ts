/** The absolute quantity that a channel shows for one listing at one of its locations. */
export interface StockFigure {
	readonly listing: string;
	/** The channel's location, or '' where the channel has one figure for all. */
	readonly location: string;
	readonly quantity: number;
	/** Grows with every figure of this listing and location, about epoch seconds; for channels that order what arrives by it. */
	readonly sequence?: number;
	/** The channel's code of the product, such as an ASIN; null where the catalog has none. */
	readonly product?: string | null;
	/** The hub's SKU of it, for channels that are told by the seller's code. */
	readonly sku?: string;
}

/**
 * How the channel took one row. `unsent`: there was no time left for it, so it counts as never handed out. `pending`: the channel
 * decides later, and is asked by the ticket.
 */
export interface StockReceipt extends StockFigure {
	readonly outcome: 'stored' | 'refused' | 'unsent' | 'pending';
	readonly reason: string | null;
	/** Of a row that is pending, or was pending and is decided by now; not of one that the push itself settled. */
	readonly ticket?: string;
}

/** A row that the channel has not decided yet. */
export interface PendingFigure extends StockFigure {
	readonly ticket: string;
}
