/** What is known of a call before it is answered. Tokens and passwords are left out. */
export interface UniwareAsked {
	/** The operation, such as `saleOrder/create`, or `token`. */
	readonly kind: string;
	readonly method: string;
	/** Without the query. */
	readonly path: string;
	/** The user; null for a stranger. */
	readonly user: string | null;
	/** The header. */
	readonly facility: string | null;
	/** The sale order that it names. */
	readonly order: string | null;
	/** JSON, or null for none. */
	readonly body: unknown;
}

export interface UniwareOutcome {
	/** HTTP; 0 when the call got no answer. */
	readonly status: number;
	/** The name of the failure, such as DUPLICATE_SALE_ORDER. */
	readonly code: string | null;
	/** The fault that was played, or null. */
	readonly fault: string | null;
	/** What the call changed; null when it changed nothing. */
	readonly effect: string | null;
	/** Of a list: rows answered. */
	readonly records: number | null;
}
