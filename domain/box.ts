/** The outer size of a parcel, or of one unit of a SKU: centimetres and grams, whole or with a fraction. */
export interface Box {
	readonly length: number;
	readonly width: number;
	readonly height: number;
	readonly weight: number;
}
