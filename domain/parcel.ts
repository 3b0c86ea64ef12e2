/** What leaves one hub for one order in one box or shipment. */
export interface Parcel {
	readonly hub: string;
	readonly lines: readonly ParcelLine[];
}

export interface ParcelLine {
	readonly line: string;
	readonly sku: string;
	readonly quantity: number;
}
