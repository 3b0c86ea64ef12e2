/** What an outside system allows one credential to send. */
export interface Quota {
	readonly calls: number;
	readonly perMs: number;
}
