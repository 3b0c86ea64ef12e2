/** What the auditor is told because no table and no call log can say it. */
export interface Facts {
	readonly store: string;
	/** Epoch ms of the channel's clock: what was placed before is not the hub's. */
	readonly connectedAt: number;
	/** Units that were ever physically there, shipped ones included. */
	readonly physical: readonly PhysicalStock[];
	/** Call numbers between which exactly one sync was due and nothing had changed. */
	readonly idlePoll: { readonly after: number; readonly upTo: number } | null;
	/** Call numbers between which a push of stock was due and nothing had changed. */
	readonly idlePush: { readonly after: number; readonly upTo: number } | null;
	/** Orders that people cancelled in the hub while the channel was not to hear of it, by the channel's id. */
	readonly keptOnChannel: readonly string[];
	readonly kills: number;
	/** Lines of uploaded files that did not go in, as whoever uploaded them was told. */
	readonly csvRowsRefused: number;
	/** Address of the sandbox of the OMS that ships what the channel sells, or null. */
	readonly partner: string | null;
}

export interface PhysicalStock {
	readonly seller: string;
	readonly sku: string;
	readonly hub: string;
	readonly units: number;
}

export interface Finding {
	readonly kind: 'lost' | 'doubled' | 'oversold' | 'effectsDoubled' | 'stuck';
	readonly what: string;
}
