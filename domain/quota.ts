/** What an outside system allows one credential to send. */
export interface Quota {
	readonly calls: number;
	readonly perMs: number;
}

/** One of several quotas that a credential has, such as that of one operation. */
export interface NamedQuota extends Quota {
	readonly name: string;
}
