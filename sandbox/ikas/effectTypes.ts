export interface TrackingState {
	readonly number: string | null;
	readonly link: string | null;
	readonly carrier: string | null;
}

export interface EventLine {
	readonly id: string;
	readonly sku: string | null;
	readonly quantity: number;
}

/** One thing that became of an order's parcels or lines. What was asked for and changed nothing is none. */
export interface OrderEvent {
	readonly at: number;
	readonly what:
		| 'package_created'
		| 'package_moved'
		| 'tracking_changed'
		| 'package_removed'
		| 'lines_cancelled';
	/** Id of the package; null for lines. */
	readonly package: string | null;
	/** Of the package, or of the order where lines were cancelled. */
	readonly status: string;
	readonly tracking: TrackingState | null;
	readonly lines: readonly EventLine[];
	/** Made by a mutation of the API, and not in the panel. */
	readonly byApi: boolean;
}

export interface PackageState {
	readonly id: string;
	readonly status: string;
	/** Ids of lines. */
	readonly lines: readonly string[];
	readonly tracking: TrackingState | null;
	/** The other app that it belongs to. */
	readonly app: string | null;
	readonly deleted: boolean;
}

/** One figure that a stock had. `ordered` and `restocked` are ikas' own doing, `set` is the panel's, `pushed` a client's. */
export interface StockWrite {
	readonly at: number;
	readonly what: 'set' | 'ordered' | 'restocked' | 'pushed';
	readonly quantity: number;
	/** In the course of a call of the API. */
	readonly byApi: boolean;
}

/** The stock of a variant at a location. */
export interface StockState {
	readonly product: string;
	readonly variant: string;
	readonly sku: string | null;
	readonly location: string;
	readonly quantity: number;
	readonly history: readonly StockWrite[];
}
