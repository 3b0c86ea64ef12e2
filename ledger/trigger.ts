/** What the database does by itself whenever a row changes, in the same transaction. `does` is one statement. */
export interface Trigger {
	readonly name: string;
	/** Such as `UPDATE OF status ON orders`. */
	readonly after: string;
	/** SQL about NEW and OLD; always when left out. */
	readonly when?: string;
	readonly does: readonly string[];
}
