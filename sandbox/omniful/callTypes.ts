export type Family = 'seller' | 'tenant';

/** What is known of a call before it is answered. Tokens and secrets are left out. */
export interface OmnifulAsked {
	/** The operation, such as `order/create`, or `token`. */
	readonly kind: string;
	readonly method: string;
	/** Without the query. */
	readonly path: string;
	readonly query: string;
	/** Whose token it came with; null for a stranger. */
	readonly client: string | null;
	/** The `order_id` that it names. */
	readonly order: string | null;
	/** JSON, or null for none. */
	readonly body: unknown;
}

export interface OmnifulOutcome {
	/** HTTP; 0 when the call got no answer. */
	readonly status: number;
	/** The message of the failure. */
	readonly code: string | null;
	/** The fault that was played, or null. */
	readonly fault: string | null;
	/** What the call changed; null when it changed nothing. */
	readonly effect: string | null;
	/** Of a list: rows answered. */
	readonly records: number | null;
}
