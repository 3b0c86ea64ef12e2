/** What is known of a call before it is answered. Tokens, secrets and signatures are left out. */
export interface AmazonAsked {
	/** The operation, or `token`, `consent` or `document`. */
	readonly kind: string;
	readonly method: string;
	/** With its query. */
	readonly path: string;
	readonly shipment: string | null;
	/** JSON; of a file its type and size. */
	readonly body: unknown;
}

export interface AmazonOutcome {
	/** 0 when the call got no answer. */
	readonly status: number;
	/** Of the first error, or null. */
	readonly code: string | null;
	/** The fault that was played, or null. */
	readonly fault: string | null;
	/** What the call changed; null when it changed nothing. */
	readonly effect: string | null;
	/** Of a list: rows answered. */
	readonly records: number | null;
}
