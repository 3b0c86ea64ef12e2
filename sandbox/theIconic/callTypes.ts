/** What is known of a call before it is answered. Tokens and secrets are left out. */
export interface IconicAsked {
	/** The operation, or `token`. */
	readonly kind: string;
	readonly method: string;
	/** With the query. */
	readonly path: string;
	/** The application; null for a stranger. */
	readonly client: string | null;
	/** Order items that it names. */
	readonly items: readonly number[];
	/** JSON, or a text that is none; null for none. */
	readonly body: unknown;
}

export interface IconicOutcome {
	/** HTTP; 0 when the call got no answer. */
	readonly status: number;
	/** The code that a refusal starts with, such as E073. */
	readonly code: string | null;
	/** The fault that was played, or null. */
	readonly fault: string | null;
	/** What the call changed; null when it changed nothing. */
	readonly effect: string | null;
	/** Of a list: rows answered. */
	readonly records: number | null;
}
