/** What is known of a call before it is answered. Keys and passwords are left out. */
export interface BabyshopAsked {
	/** The operation. */
	readonly kind: string;
	/** Username; null for a stranger. */
	readonly seller: string | null;
	/** What it names. */
	readonly orders: readonly string[];
	readonly skus: readonly string[];
	readonly invoices: readonly string[];
	/** JSON of `RequestBody`. */
	readonly body: unknown;
}

export interface BabyshopOutcome {
	/** HTTP; 0 when the call got no answer. */
	readonly status: number;
	/** Of the envelope, as it was meant before a fault spoiled it; null where there is none, as with a file. */
	readonly responseCode: number | null;
	/** The fault that was played, or null. */
	readonly fault: string | null;
	/** What the call changed; null when it changed nothing. */
	readonly effect: string | null;
	/** Of a list: rows answered. */
	readonly records: number | null;
}
