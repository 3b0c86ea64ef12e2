/** What is known of a call before it is answered. Tokens and passwords are left out. */
export interface OkerAsked {
	/** The operation of the contract, or `token`. */
	readonly kind: string;
	readonly method: string;
	/** With the query. */
	readonly path: string;
	/** Username; null for a stranger. */
	readonly seller: string | null;
	/** Orders and items that it names. */
	readonly orders: readonly string[];
	readonly items: readonly string[];
	/** JSON, or a text that is none; null for none. */
	readonly body: unknown;
	/** `Idempotency-Key`; null for none. */
	readonly key: string | null;
}

export interface OkerOutcome {
	/** HTTP; 0 when the call got no answer. */
	readonly status: number;
	/** Of a refusal, as the full level has it. */
	readonly code: string | null;
	/** The fault that was played, or null. */
	readonly fault: string | null;
	/** What the call changed; null when it changed nothing. */
	readonly effect: string | null;
	/** Of a list: rows answered. */
	readonly records: number | null;
}
